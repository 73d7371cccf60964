import { setTimeout as pause } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import { appendChanges, type Change, emptyState, readStored } from '#src/documents/editing/log.ts'
import { OpenRooms } from '#src/documents/editing/open-rooms.ts'
import type { Room } from '#src/documents/editing/room.ts'
import { openSeat } from '#src/documents/editing/seat.ts'
import { field } from '#src/documents/markup.ts'
import { documentStates, documents } from '#src/documents/schema.ts'
import { serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount, openSyncedTab, until } from './co-editing.ts'
import { holdStoring, inTheWay, somebodyWaits } from './in-the-way.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

const typed = (words: string) => {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).push([paragraph])
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  })
}

const seatOf = (documentId: string) =>
  openSeat(
    {
      documentId,
      groupId: w.groups.en.id,
      personId: w.people.swantje.id,
      personName: 'Swantje',
      sessionId: 's',
      access: 'write',
    },
    { send: () => undefined, close: () => undefined, waiting: () => 0 },
    false,
  )

/** Comes, writes this, and is gone. */
function visit(rooms: OpenRooms, room: Room, words: string): void {
  const seat = seatOf(room.documentId)
  rooms.enter(room, seat)
  room.receive(seat, typed(words))
  rooms.leave(room, seat)
}

test('a text stays open until the words of a late visit are stored', async () => {
  const { id } = await addText(w)
  await w.db.insert(documentStates).values({ documentId: id, bytes: emptyState, coveredSeq: 0 })
  const stores: (() => void)[] = []
  const { db, log } = w.ports
  const store = async (changes: Change[]) => {
    await new Promise<void>((resolve) => stores.push(resolve))
    return appendChanges(db, changes)
  }
  const committer = new Committer(store, log, { clock: realClock })
  const archive = { read: (text: string) => readStored(db, text), compact: (text: string) => compact(w.ports, text) }
  const rooms = new OpenRooms({ archive, committer, clock: realClock, log, linger: 10 })
  const letGo = await inTheWay(w, `select 1 from document_states where document_id = '${id}' for update`)
  await rooms.prepare(id)
  const room = rooms.find(id)
  if (!room) throw new Error('no room')

  visit(rooms, room, 'eins')
  await until(() => stores.length === 1, 'the first visit is being stored')
  stores.shift()?.()
  await until(() => somebodyWaits(w), 'it is being merged')
  visit(rooms, room, 'zwei')
  await letGo()
  await until(async () => (await loggedCount(w, id)) === 0, 'it is merged')
  await pause(50)
  expect(rooms.find(id)).toBe(room)

  stores.shift()?.()
  await until(() => rooms.find(id) === undefined, 'the room is gone')
  expect([room.isSettled, await loggedCount(w, id)]).toEqual([true, 0])
})

test('a server that goes down first stops listening, then waits for what it has heard', async () => {
  const there = await serveWorld(w)
  const { id, sync } = await addText(w)
  const tab = await openSyncedTab(there, 'swantje', sync)
  const closes: (number | undefined)[] = []
  tab.provider.on('connection-close', (event) => closes.push(event?.code))
  const letGo = await holdStoring(w)
  tab.write('gerade noch')
  await until(() => somebodyWaits(w), 'it is being stored')
  const closed = w.ports.rooms.close()
  await until(() => closes[0] === 1012, 'the tab is told')
  expect(await loggedCount(w, id)).toBe(0)
  await letGo()
  await closed
  tab.close()
  const stored = await w.db.select({ id: documents.id, plainText: documents.plainText }).from(documents)
  expect(stored.find((document) => document.id === id)?.plainText).toBe('gerade noch')
  await there.close()
})
