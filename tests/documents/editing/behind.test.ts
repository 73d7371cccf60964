import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { grammarOf } from '#src/documents/editing/guard/grammar.ts'
import { Guard } from '#src/documents/editing/guard/judging.ts'
import { Owners } from '#src/documents/editing/guard/owners.ts'
import { paragraph, swantjes, tab, tareks } from './guarded.ts'
import { ask, frame, kindsOf, openRoom, sit } from './opened.ts'

const merged = (...updates: Uint8Array[]) => Y.mergeUpdates(updates)
const toldLast = ({ sent }: { sent: Uint8Array[] }) => sent.findLast(([kind]) => kind === 4)?.[1]

/** Swantje's paragraph, and what Tarek has written behind it. */
function twoRows() {
  const hers = tab(swantjes)
  hers.body.push([paragraph('Wer neben dem Windrad wohnt')])
  const [first = new Uint8Array()] = hers.sent
  const his = tab(tareks, first)
  his.body.push([paragraph('soll daran verdienen')])
  const [second = new Uint8Array()] = his.sent
  return { first, second, his }
}

test('a row that hangs on one that nobody has heard of is not shown, but read together with that', () => {
  const { room } = openRoom()
  const reader = sit(room, 'bjarne')
  const { first, second } = twoRows()
  const authors = new Map([
    [swantjes, 'swantje'],
    [tareks, 'tarek'],
  ])
  room.adopt([{ seq: 2, personId: 'tarek', bytes: second }], authors)
  expect([kindsOf(reader.line), room.seqs.has(2)]).toEqual([[], false])
  const rows = [
    { seq: 1, personId: 'swantje', bytes: first },
    { seq: 2, personId: 'tarek', bytes: second },
  ]
  room.catchUp({ state: null, generation: 0, rows, authors })
  expect(ask(room, reader).split('\n')).toEqual(['Wer neben dem Windrad wohnt', 'soll daran verdienen'])
})

test('what was judged while a row was missing is not judged by that once the row is there', () => {
  const { first, second, his } = twoRows()
  const parts = [second]
  const owners = new Owners(new Map([[tareks, 'tarek']]), () => undefined)
  const guard = new Guard({ grammar: grammarOf(schema), owners, parts: () => parts })
  his.body.push([paragraph('und mitreden')])
  const judge = () => guard.judge(his.sent[1] as Uint8Array, { personId: 'tarek', isAnswer: false }).kind
  expect(judge()).toBe('gap')
  parts.unshift(first)
  guard.learn(first)
  expect(judge()).toBe('new')
})

test('an honest client that tells of words which are stored but unknown here is asked again, and not sent off', async () => {
  const { room, commit } = openRoom(({ binds }) => binds.includes(swantjes))
  const tarek = sit(room, 'tarek')
  const { first, second } = twoRows()
  room.receive(tarek.seat, frame(1, merged(first, second)))
  await commit()
  expect([tarek.line.closed, toldLast(tarek.line)]).toEqual([0, 0])
  const rows = [{ seq: 1, personId: 'swantje', bytes: first }]
  room.catchUp({ state: null, generation: 0, rows, authors: new Map([[swantjes, 'swantje']]) })
  room.receive(tarek.seat, frame(1, merged(first, second)))
  await commit()
  expect(ask(room, tarek).split('\n')).toEqual(['Wer neben dem Windrad wohnt', 'soll daran verdienen'])
})

test('nobody is told that their own words are saved while it is open whose they are', async () => {
  const { room } = openRoom()
  const [other, swantje] = [sit(room, 'tarek'), sit(room, 'swantje')]
  const { first } = twoRows()
  room.receive(other.seat, frame(1, first))
  const hers = tab(swantjes, first)
  hers.body.push([paragraph('und noch etwas')])
  room.receive(swantje.seat, frame(1, Y.encodeStateAsUpdate(hers.doc)))
  expect(toldLast(swantje.line) ?? 0).toBe(0)
})

test('what was left out because of a change that is refused afterwards is asked for again before it counts', async () => {
  const { room, commit } = openRoom(({ personId }) => personId === 'tarek')
  const [tarek, swantje] = [sit(room, 'tarek'), sit(room, 'swantje')]
  const hers = tab(swantjes)
  hers.body.push([paragraph('Windrad')])
  room.receive(swantje.seat, frame(2, hers.sent[0] as Uint8Array))
  await commit()
  const his = tab(tareks, hers.sent[0] as Uint8Array)
  his.doc.transact(() => {
    his.body.push([paragraph('x')])
    his.body.delete(0, 1)
  })
  room.receive(tarek.seat, frame(2, his.sent[0] as Uint8Array))
  hers.body.delete(0, 1)
  room.receive(swantje.seat, frame(2, hers.sent[1] as Uint8Array))
  await commit()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(toldLast(swantje.line)).toBe(1)
  room.receive(swantje.seat, frame(1, Y.encodeStateAsUpdate(hers.doc)))
  await commit()
  expect([toldLast(swantje.line), ask(room, swantje)]).toEqual([3, ''])
})
