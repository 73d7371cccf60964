import { upgradeWebSocket } from '@hono/node-server'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { WSEvents } from 'hono/ws'
import type { WebSocket } from 'ws'
import { contribute } from '../../documents/editing/contributing.ts'
import { alone } from '../../documents/editing/processes/neighbours.ts'
import type { Room } from '../../documents/editing/room.ts'
import { type OpenSeat, openSeat } from '../../documents/editing/seat.ts'
import type { Revocation, Rooms, Seat } from '../../ports.ts'
import { createEngine, type Given } from './engine.ts'
import { comeBackIn } from './going-down.ts'
import { Heartbeat, lineTo, socketOf } from './lines.ts'
import { type Place, type Limits as PlaceLimits, Places } from './places.ts'
import { codeFor, concerns, judgeAnew, onCrash, RecentRevocations } from './revoked.ts'
import { networkBehind, wireBehind } from './who-knocks.ts'

export interface NodeRooms extends Rooms {
  /** Sends everybody off, who come back when the server does, and stores what was on its way. */
  close(): Promise<void>
}

export interface Limits {
  /** How long a text stays in memory after the last person has left. */
  linger: number
  /** A socket that is silent for two of these is dead. */
  heartbeat: number
  places: PlaceLimits
}

const usual: Limits = {
  linger: 2_000,
  heartbeat: 20_000,
  places: { perPerson: 40, perNetwork: 1_000, all: 5_000 },
}

const restarting = 1012
const notBinary = 1003

interface Taken {
  room: Room
  seat: OpenSeat
}

/** Past Hono, which would make an event of each message. A copy, as the bytes lie among those of other messages. */
const listen = (socket: WebSocket, { room, seat }: Taken) =>
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) room.receive(seat, new Uint8Array(data))
    else room.close(seat, notBinary)
  })

/** How long a server that is going down waits for the database. */
const patience = 4_000

const atMost = (ms: number, work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())])

/** Rooms for co-editing on Node: any number of texts, a map of rooms and the sockets in them. */
export function createRooms({ limits, ...given }: Given & { limits?: Partial<Limits> }): NodeRooms {
  const { linger, heartbeat, places: placeLimits } = { ...usual, ...limits }
  const { bus, storing, neighbours = alone } = given
  const { committer, rooms, settling, greet, adopt, detach } = createEngine(given, linger)
  const beat = new Heartbeat(heartbeat)
  const places = new Places(placeLimits)
  const recent = new RecentRevocations()
  let closing: Promise<void> | undefined

  const seatsOf = (test: (seat: Seat) => boolean): [Room, OpenSeat][] =>
    rooms.all().flatMap((room) => [...room.seats].filter(test).map((seat): [Room, OpenSeat] => [room, seat]))

  const sendOff = (test: (seat: Seat) => boolean, code: number) => {
    for (const [room, seat] of seatsOf(test)) room.close(seat, code)
  }
  const sendAllOff = () => {
    const all = seatsOf(() => true)
    for (const [room, seat] of all) {
      room.leave(seat)
      seat.line.close(restarting, comeBackIn(all.length))
    }
  }
  const stopHearing = [
    bus.onRevocation((revocation: Revocation) => {
      recent.add(revocation)
      sendOff((seat) => concerns(revocation, seat), codeFor(revocation))
    }),
    bus.onMissed(() => sendOff(() => true, judgeAnew)),
    onCrash(neighbours, () => seatsOf(() => true)),
  ]

  const take = (c: Context, seat: Seat, judged: number, { keep, giveBack }: Place): WSEvents => {
    const wantsSaved = c.req.query('saved') === '1'
    const wire = wireBehind(c)
    let place: Taken | undefined
    return {
      onOpen: (_, context) => {
        keep()
        const room = rooms.find(seat.documentId)
        const socket = socketOf(context)
        const line = lineTo(socket, wire)
        if (!room || closing) return line.close(restarting, comeBackIn(1))
        if (recent.concern(seat, judged)) return line.close(judgeAnew)
        beat.watch(socket)
        place = { room, seat: openSeat(seat, line, wantsSaved) }
        if (room.seats.size === 0) greet(room.documentId)
        listen(socket, place)
        rooms.enter(place.room, place.seat)
      },
      onClose: () => {
        giveBack()
        if (place) rooms.leave(place.room, place.seat)
      },
    }
  }

  const goDown = async () => {
    for (const stop of stopHearing) stop()
    beat.stop()
    // First, so that no more words arrive than those that are waited for.
    sendAllOff()
    await atMost(patience, committer.idle())
    await atMost(patience, rooms.end())
    detach()
    await storing?.end()
  }

  return {
    join: async (c: Context, seat: Seat) => {
      const judged = performance.now()
      const taken = places.take({ personId: seat.personId, network: networkBehind(c) })
      if (!taken) throw new HTTPException(429)
      // Also when it goes away before it was ever open.
      wireBehind(c)?.once('close', taken.giveBack)
      await rooms.prepare(seat.documentId).catch((error) => {
        taken.giveBack()
        throw error
      })
      const events = take(c, seat, judged, taken)
      const upgraded = await upgradeWebSocket(() => events)(c, async () => undefined)
      return upgraded ?? c.body(null, 426)
    },
    settle: (documentId) => settling.settle(documentId),
    contribute: async (contribution) => {
      if (closing) throw new Error('the server is going down')
      return contribute(rooms, contribution)
    },
    adopt,
    healthy: () => committer.healthy && !storing?.isStuck,
    close: () => {
      closing ??= goDown()
      return closing
    },
  }
}
