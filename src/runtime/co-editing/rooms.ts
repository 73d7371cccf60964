import { upgradeWebSocket } from '@hono/node-server'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { WSEvents } from 'hono/ws'
import { realClock } from '../../documents/editing/clock.ts'
import { Committer } from '../../documents/editing/committer.ts'
import { compact } from '../../documents/editing/compaction.ts'
import { appendChanges, readStored } from '../../documents/editing/log.ts'
import { OpenRooms } from '../../documents/editing/open-rooms.ts'
import type { Room } from '../../documents/editing/room.ts'
import { type OpenSeat, openSeat } from '../../documents/editing/seat.ts'
import type { Ports, Revocation, Rooms, Seat } from '../../ports.ts'
import { Heartbeat, lineTo, socketOf } from './lines.ts'
import { codeFor, concerns, judgeAnew, RecentRevocations } from './revoked.ts'

export interface NodeRooms extends Rooms {
  /** Sends everybody off, who come back when the server does, and stores what was on its way. */
  close(): Promise<void>
}

interface Limits {
  /** How long a text stays in memory after the last person has left. */
  linger: number
  /** A socket that is silent for two of these is dead. */
  heartbeat: number
  socketsPerPerson: number
}

const usual: Limits = { linger: 2_000, heartbeat: 20_000, socketsPerPerson: 40 }

const restarting = 1012
const notBinary = 1003

/** How long a server that is going down waits for the database. */
const patience = 4_000

const atMost = (ms: number, work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())])

type Given = Pick<Ports, 'db' | 'bus' | 'log'> & { limits?: Partial<Limits> }

/** Rooms for co-editing on Node: one process, any number of texts, a map of rooms and the sockets in them. */
export function createRooms({ db, bus, log, limits }: Given): NodeRooms {
  const { linger, heartbeat, socketsPerPerson } = { ...usual, ...limits }
  const committer = new Committer((changes) => appendChanges(db, changes), log, { clock: realClock })
  const archive = {
    read: (documentId: string) => readStored(db, documentId),
    compact: (documentId: string) => compact({ db, bus, log }, documentId),
  }
  const rooms = new OpenRooms({ archive, committer, log, clock: realClock, linger })
  const beat = new Heartbeat(heartbeat)
  const recent = new RecentRevocations()
  let closing = false

  const seatsOf = (test: (seat: Seat) => boolean): [Room, OpenSeat][] =>
    rooms.all().flatMap((room) => [...room.seats].filter(test).map((seat): [Room, OpenSeat] => [room, seat]))

  const sendOff = (test: (seat: Seat) => boolean, code: number) => {
    for (const [room, seat] of seatsOf(test)) room.close(seat, code)
  }
  const stopHearing = [
    bus.onRevocation((revocation: Revocation) => {
      recent.add(revocation)
      sendOff((seat) => concerns(revocation, seat), codeFor(revocation))
    }),
    bus.onMissed(() => sendOff(() => true, judgeAnew)),
  ]

  const take = (seat: Seat, wantsSaved: boolean): WSEvents => {
    let place: { room: Room; seat: OpenSeat } | undefined
    return {
      onOpen: (_, context) => {
        const room = rooms.find(seat.documentId)
        const socket = socketOf(context)
        const line = lineTo(socket)
        if (!room || closing) return line.close(restarting)
        if (recent.concern(seat)) return line.close(judgeAnew)
        beat.watch(socket)
        place = { room, seat: openSeat(seat, line, wantsSaved) }
        rooms.enter(place.room, place.seat)
      },
      onMessage: ({ data }) => {
        if (!place) return
        if (data instanceof ArrayBuffer) place.room.receive(place.seat, new Uint8Array(data))
        else place.room.close(place.seat, notBinary)
      },
      onClose: () => {
        if (place) rooms.leave(place.room, place.seat)
      },
    }
  }

  return {
    join: async (c: Context, seat: Seat) => {
      if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') throw new HTTPException(426)
      const taken = seatsOf(({ personId }) => personId === seat.personId).length
      if (taken >= socketsPerPerson) throw new HTTPException(429)
      await rooms.prepare(seat.documentId)
      const upgraded = await upgradeWebSocket(() => take(seat, c.req.query('saved') === '1'))(c, async () => undefined)
      return upgraded ?? c.body(null, 426)
    },
    settle: async (documentId) => rooms.find(documentId)?.settle(),
    healthy: () => committer.healthy,
    close: async () => {
      for (const stop of stopHearing) stop()
      beat.stop()
      closing = true
      // First, so that no more words arrive than those that are waited for.
      sendOff(() => true, restarting)
      await atMost(patience, committer.idle())
      await atMost(patience, rooms.end())
    },
  }
}
