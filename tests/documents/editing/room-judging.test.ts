import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { paragraph, tab, wordsOf } from './guarded.ts'
import { ask, frame, kindsOf, openRoom, sit } from './opened.ts'

/** A tab of this person with one paragraph that is not sent yet. */
function typist(clientId: number, words = 'hallo') {
  const { doc, body, sent } = tab(clientId)
  body.push([paragraph(words)])
  const type = (letters: string) => {
    wordsOf(body).insert(0, letters)
    return sent.at(-1) as Uint8Array
  }
  return { doc, first: sent[0] as Uint8Array, type, all: () => Y.encodeStateAsUpdate(doc) }
}

const questions = ({ sent }: { sent: Uint8Array[] }) => sent.filter(([kind, step]) => kind === 0 && step === 0).length
const told = ({ sent }: { sent: Uint8Array[] }) => sent.filter(([kind]) => kind === 4).map(([, count]) => count)

test('behind a gap nothing counts as stored until the seat has told everything', async () => {
  const { room, commit } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  const { first, type, all } = typist(7)
  for (const letters of ['a', 'b', 'c']) room.receive(seat, frame(2, type(letters)))
  expect([questions(line), told(line), room.isSettled]).toEqual([1, [], true])
  room.receive(seat, frame(2, first))
  await commit()
  expect(told(line)).toEqual([0])
  room.receive(seat, frame(1, all()))
  await commit()
  expect([told(line).at(-1), questions(line)]).toEqual([5, 1])
  expect(ask(room, { seat, line })).toBe('cbahallo')
})

test('what a seat repeats after coming back counts once its first sending is stored', async () => {
  const { room, commit } = openRoom()
  const [before, after] = [sit(room, 'swantje'), sit(room, 'swantje')]
  const { first, all } = typist(7)
  room.receive(before.seat, frame(2, first))
  room.leave(before.seat)
  room.receive(after.seat, frame(1, all()))
  expect(told(after.line)).toEqual([])
  await commit()
  expect(told(after.line)).toEqual([1])
})

test('a seat that never tells what is missing is sent away in the end', () => {
  const { room } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  const { type } = typist(7)
  const late = frame(2, type('a'))
  for (let i = 0; i <= 1_000; i++) room.receive(seat, late)
  expect([line.closed, questions(line)]).toEqual([1013, 1])
})

test('words under an id that another process has given away are not stored, those of the others are', async () => {
  const { room, commit } = openRoom(({ personId }) => personId === 'tarek')
  const [tarek, swantje] = [sit(room, 'tarek'), sit(room, 'swantje')]
  const mine = typist(8, 'von Tarek')
  room.receive(tarek.seat, frame(2, mine.first))
  room.receive(swantje.seat, frame(2, typist(7, 'von Swantje').first))
  await commit()
  await commit()
  expect([tarek.line.closed, swantje.line.closed, ask(room, swantje)]).toEqual([0, 0, 'von Swantje'])
})

test('who sends more than anybody can type loses the seat; a key every four milliseconds is fine', () => {
  const { room } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  for (let i = 0; i < 1_000; i++) room.receive(seat, frame(1, new Uint8Array([0, 0])))
  expect(line.closed).toBe(0)
  for (let i = 0; i < 60; i++) room.receive(seat, frame(0, new Uint8Array([0])))
  expect(line.closed).toBe(1013)
})

test('what another process has stored goes to everybody, once', async () => {
  const { room, commit } = openRoom()
  const swantje = sit(room, 'swantje')
  const theirs = typist(8, 'von drüben')
  const row = { seq: 500, personId: 'tarek', bytes: theirs.first }
  for (let i = 0; i < 2; i++) room.adopt([row], new Map([[8, 'tarek']]))
  expect([kindsOf(swantje.line), room.seqs.has(500)]).toEqual([[0], true])
  const forged = frame(2, theirs.type('x'))
  room.receive(swantje.seat, forged)
  expect([questions(swantje.line), room.isSettled]).toEqual([1, true])
  const tarek = sit(room, 'tarek')
  room.receive(tarek.seat, forged)
  await commit()
  expect(ask(room, tarek)).toBe('xvon drüben')
})

test('a text that is read anew gets what it lacked, and keeps what it had', async () => {
  const { room, commit } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  room.receive(seat, frame(2, typist(7, 'von hier').first))
  await commit()
  line.sent.length = 0
  const theirs = typist(8, 'von drüben')
  const stored = { state: theirs.all(), generation: 3, rows: [], authors: new Map([[8, 'tarek']]) }
  for (let i = 0; i < 2; i++) room.catchUp(stored)
  expect([kindsOf(line), room.generation, room.seqs.size]).toEqual([[0], 3, 0])
  expect(ask(room, { seat, line }).split('\n').sort()).toEqual(['von drüben', 'von hier'])
})

test('a seat that slept goes on where it was, without a greeting', async () => {
  const { room, commit } = openRoom()
  const { seat, line } = sit(room, 'swantje')
  room.leave(seat)
  room.resume(Object.assign(seat, { received: 4, stored: 4 }))
  expect(line.sent).toEqual([])
  room.receive(seat, frame(2, typist(7).first))
  await commit()
  expect(told(line)).toEqual([5])
})

test('who takes up more and more ids before one of them is stored is sent away before anybody waits for them', () => {
  const { room } = openRoom()
  const { seat, line } = sit(room, 'gerd')
  for (let message = 0; message < 10 && line.closed === 0; message++) room.receive(seat, frame(2, tabsOf(message)))
  expect(line.closed).toBe(1013)
})

/** Forty tabs in which one letter was written and deleted, in one update. */
const tabsOf = (message: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 40)
    for (let tab = 40; tab > 0; tab--)
      for (const number of [1, message * 40 + tab, 0, 0, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint(encoder, 0)
  })
