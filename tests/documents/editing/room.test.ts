import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { until } from './co-editing.ts'
import { ask, frame, kindsOf, openRoom, sit, update } from './opened.ts'

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
