import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import type { Change, Receipt } from '#src/documents/editing/log.ts'
import { Room } from '#src/documents/editing/room.ts'
import { type OpenSeat, openSeat } from '#src/documents/editing/seat.ts'
import { field } from '#src/documents/markup.ts'
import type { Log } from '#src/ports.ts'
import { textOf, until } from './co-editing.ts'

const silent: Log = { info: () => undefined, error: () => undefined }

/** A room over a store that waits for a word, and seats of which one sees what they were sent. */
function openRoom() {
  const waiting: (() => void)[] = []
  let seq = 0
  const store = (changes: Change[]) =>
    new Promise<Receipt[]>((resolve) => waiting.push(() => resolve(changes.map(() => ({ seq: ++seq })))))
  const room = new Room(
    'd',
    { state: null, generation: 0, rows: [], authors: new Map() },
    {
      committer: new Committer(store, silent, { clock: realClock }),
      log: silent,
      clock: realClock,
      full: () => undefined,
    },
  )
  const commit = async () => {
    await until(() => waiting.length > 0, 'something is being stored')
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { room, commit }
}

function sit(room: Room, personId: string, access: 'read' | 'write' = 'write') {
  const line = { sent: [] as Uint8Array[], closed: 0, backlog: 0 }
  const seat = openSeat(
    { documentId: 'd', groupId: 'g', personId, personName: personId, sessionId: 's', access },
    {
      send: (bytes) => void line.sent.push(bytes),
      close: (code) => {
        line.closed = code
      },
      waiting: () => line.backlog,
    },
    true,
  )
  room.enter(seat)
  line.sent.length = 0
  return { seat, line }
}

const update = (words: string) => {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).push([paragraph])
  return Y.encodeStateAsUpdate(doc)
}

const frame = (step: number, bytes: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

const kindsOf = (line: { sent: Uint8Array[] }) => line.sent.map((bytes) => bytes[0])

/** What somebody gets who asks for everything. */
function ask(room: Room, { seat, line }: { seat: OpenSeat; line: { sent: Uint8Array[] } }): string {
  line.sent.length = 0
  room.receive(seat, frame(0, new Uint8Array([0])))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, line.sent[0]?.slice(3) ?? new Uint8Array())
  return textOf(doc.getXmlFragment(field))
}

test('somebody who comes while a change is being stored does not get it before', async () => {
  const { room, commit } = openRoom()
  const [writer, reader] = [sit(room, 'swantje'), sit(room, 'tarek')]
  room.receive(writer.seat, frame(2, update('neu')))
  const late = sit(room, 'bjarne')
  expect([ask(room, late), ask(room, reader)]).toEqual(['', ''])
  await commit()
  expect([ask(room, late), ask(room, reader)]).toEqual(['neu', 'neu'])
})

test('the others are sent a change before its writer is told, and the writer never gets it back', async () => {
  const { room, commit } = openRoom()
  const [writer, reader] = [sit(room, 'swantje'), sit(room, 'tarek')]
  room.receive(writer.seat, frame(2, update('neu')))
  expect([writer.line.sent, reader.line.sent]).toEqual([[], []])
  await commit()
  expect([kindsOf(writer.line), kindsOf(reader.line)]).toEqual([[4], [0]])
})

test('what needs no storing is acknowledged only after what was sent before it', async () => {
  const { room, commit } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  room.receive(seat, frame(2, update('neu')))
  room.receive(seat, frame(1, new Uint8Array([0, 0])))
  expect(line.sent).toEqual([])
  await commit()
  expect(line.sent.at(-1)?.[1]).toBe(2)
})

test('a broken message ends its seat and leaves the room as it was', async () => {
  const { room, commit } = openRoom()
  const [writer, other] = [sit(room, 'swantje'), sit(room, 'tarek')]
  room.receive(writer.seat, frame(2, new Uint8Array([1, 9, 9, 9, 9])))
  expect([writer.line.closed, room.seats.size]).toEqual([1007, 1])
  room.receive(writer.seat, frame(2, update('danach')))
  room.receive(other.seat, frame(2, update('geht weiter')))
  await commit()
  expect(ask(room, other)).toBe('geht weiter')
})

test('who sends what is no part of a text loses the seat; nobody else notices anything', async () => {
  const { room, commit } = openRoom()
  const [writer, other] = [sit(room, 'swantje'), sit(room, 'tarek')]
  const doc = new Y.Doc()
  doc.getArray('body').insert(0, [new Y.Map()])
  room.receive(writer.seat, frame(2, Y.encodeStateAsUpdate(doc)))
  expect([writer.line.closed, other.line.closed, room.isSettled]).toEqual([1007, 0, true])
  room.receive(other.seat, frame(2, update('geht weiter')))
  await commit()
  expect(ask(room, other)).toBe('geht weiter')
})

test('somebody whose line is full gets no cursors, and is sent away when it does not get better', async () => {
  const { room, commit } = openRoom()
  const [writer, slow] = [sit(room, 'swantje'), sit(room, 'tarek')]
  slow.line.backlog = 2 * 1024 * 1024
  const cursor = new TextEncoder().encode('{}')
  room.receive(writer.seat, new Uint8Array([1, 4 + cursor.length, 1, 7, 1, cursor.length, ...cursor]))
  await until(() => writer.line.sent.length > 0, 'the cursor is told')
  expect(slow.line.sent).toEqual([])
  slow.line.backlog = 9 * 1024 * 1024
  room.receive(writer.seat, frame(2, update('neu')))
  await commit()
  expect([slow.line.closed, room.seats.size]).toEqual([1013, 1])
})

test('who is here is known from the seats, each person once', () => {
  const { room } = openRoom()
  sit(room, 'swantje')
  const { seat } = sit(room, 'swantje')
  sit(room, 'vera', 'read')
  room.leave(seat)
  expect(room.present()).toEqual([
    { id: 'swantje', name: 'swantje', access: 'write' },
    { id: 'vera', name: 'vera', access: 'read' },
  ])
})
