import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { stateOf } from '#src/documents/content/codec.ts'
import { readUpdate } from '#src/documents/editing/guard/reading.ts'
import { Refusal } from '#src/documents/editing/guard/refusal.ts'
import { begun, guarded, lastOf, paragraph, shown, swantjes, tab, tareks, wordsOf } from './guarded.ts'

test('what a key adds is new, binds its client to the person, and is known the second time', () => {
  const { judge, mine, whole } = begun()
  wordsOf(mine.body).insert(0, 'x')
  expect(judge(lastOf(mine.sent), 'swantje')).toMatchObject({ kind: 'new', binds: [] })
  expect(judge(lastOf(mine.sent), 'swantje')).toEqual({ kind: 'known' })
  const other = tab(tareks, whole())
  wordsOf(other.body).insert(0, 'y')
  expect(judge(lastOf(other.sent), 'tarek')).toMatchObject({ kind: 'new', binds: [tareks] })
})

test('words under the client id of somebody else are not taken, and silence nobody', () => {
  const { judge, mine } = begun()
  const end = Y.decodeStateVector(Y.encodeStateVector(mine.doc)).get(swantjes) ?? 0
  const run = new Uint8Array([1, 1, 232, 7, end, 0, 5, 0])
  expect([judge(run, 'tarek'), judge(run, 'tarek', true)]).toEqual([{ kind: 'gap' }, { kind: 'known' }])
  wordsOf(mine.body).insert(0, 'weiter ')
  expect(judge(lastOf(mine.sent), 'swantje').kind).toBe('new')
})

test('nobody takes the id of somebody who is present and has not written yet', () => {
  const { judge } = guarded({ present: { [swantjes]: 'swantje' } })
  const mine = tab(swantjes)
  mine.body.push([paragraph('hallo')])
  expect([judge(lastOf(mine.sent), 'tarek').kind, judge(lastOf(mine.sent), 'swantje').kind]).toEqual(['gap', 'new'])
})

test('words of nobody in particular cannot be continued by anybody', () => {
  const copied = stateOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'alt' }] }] })
  const { judge } = guarded({ parts: [copied] })
  const forged = tab(1, copied)
  wordsOf(forged.body).insert(3, 'neu')
  const honest = tab(swantjes, copied)
  wordsOf(honest.body).insert(3, 'neu')
  expect([judge(lastOf(forged.sent), 'swantje').kind, judge(lastOf(honest.sent), 'swantje').kind]).toEqual([
    'gap',
    'new',
  ])
})

test('two tabs and another device of one person are one person', () => {
  const { judge, whole } = begun()
  for (const clientId of [1_001, 1_002]) {
    const other = tab(clientId, whole())
    wordsOf(other.body).insert(0, 'noch ')
    expect(judge(lastOf(other.sent), 'swantje').kind).toBe('new')
  }
  const relayed = tab(1_003, whole())
  const device = tab(1_004, whole())
  wordsOf(device.body).insert(0, 'vom Telefon ')
  relayed.hear(lastOf(device.sent))
  const answer = Y.encodeStateAsUpdate(relayed.doc, Y.encodeStateVectorFromUpdate(whole()))
  expect(judge(answer, 'swantje', true)).toMatchObject({ kind: 'new', binds: [1_004] })
})

test('one cannot say something else under the same number', () => {
  const { judge, mine, whole } = begun('')
  const twin = tab(swantjes, Y.encodeStateAsUpdate(mine.doc))
  wordsOf(mine.body).insert(0, 'wahr')
  wordsOf(twin.body).insert(0, 'erlogen')
  judge(lastOf(mine.sent), 'swantje')
  const rest = judge(lastOf(twin.sent), 'swantje')
  expect([rest.kind, shown(whole())]).toEqual(['new', ['wahrgen']])
})

test('fresh typing before the backlog is a gap until the backlog is there', () => {
  const { judge, mine, whole } = begun()
  wordsOf(mine.body).insert(0, 'ohne Netz ')
  mine.body.push([paragraph('auch')])
  wordsOf(mine.body, 1).insert(4, ' frisch')
  expect(judge(lastOf(mine.sent), 'swantje')).toEqual({ kind: 'gap' })
  const answer = Y.encodeStateAsUpdate(mine.doc, Y.encodeStateVectorFromUpdate(whole()))
  expect([judge(answer, 'swantje', true).kind, judge(lastOf(mine.sent), 'swantje').kind]).toEqual(['new', 'known'])
  expect(shown(whole())).toEqual(['ohne Netz Wer neben dem Windrad wohnt', 'auch frisch'])
})

test('a backlog of several earlier tabs comes in one answer, whatever hangs on what', () => {
  const { judge, whole } = begun()
  const [high, low] = [tab(9_000, whole()), tab(8_000, whole())]
  for (let i = 0; i < 4; i++) {
    const [one, other] = i % 2 ? [low, high] : [high, low]
    wordsOf(one.body).insert(i, 'x')
    other.hear(lastOf(one.sent))
  }
  const answer = Y.encodeStateAsUpdate(high.doc, Y.encodeStateVectorFromUpdate(whole()))
  expect(judge(answer, 'swantje', true)).toMatchObject({ kind: 'new', binds: [9_000, 8_000] })
})

test('to delete what is not written yet is a gap; to delete what others wrote is editing', () => {
  const { judge, whole } = begun()
  expect(judge(new Uint8Array([0, 1, 232, 7, 1, 0, 99]), 'tarek')).toEqual({ kind: 'gap' })
  const other = tab(tareks, whole())
  other.body.delete(0, 1)
  expect(judge(lastOf(other.sent), 'tarek')).toMatchObject({ kind: 'new', binds: [] })
  expect(judge(lastOf(other.sent), 'swantje')).toEqual({ kind: 'known' })
})

test('of deletions that are repeated only new ones are stored', () => {
  const { judge, mine } = begun()
  for (let i = 0; i < 20; i++) {
    wordsOf(mine.body).delete(i, 1)
    judge(lastOf(mine.sent), 'swantje')
  }
  wordsOf(mine.body).delete(3, 1)
  const verdict = judge(Y.encodeStateAsUpdate(mine.doc), 'swantje', true)
  expect(verdict.kind === 'new' && verdict.bytes.length).toBeLessThan(10)
})

test('a refused change leaves nothing behind on which another could hang', () => {
  const { judge, mine } = begun()
  mine.body.push([paragraph('gut')])
  const good = lastOf(mine.sent)
  const bad = tab(swantjes, Y.encodeStateAsUpdate(begun().mine.doc))
  bad.doc.transact(() => bad.body.push([paragraph('gut'), new Y.XmlElement('script')]))
  expect(() => judge(lastOf(bad.sent), 'swantje')).toThrow(Refusal)
  wordsOf(mine.body, 1).insert(0, 'noch ')
  expect(judge(lastOf(mine.sent), 'swantje')).toEqual({ kind: 'gap' })
  expect([judge(good, 'swantje').kind, judge(lastOf(mine.sent), 'swantje').kind]).toEqual(['new', 'new'])
})

test('nobody else builds on words that may still turn out to be under a foreign id', () => {
  const { guard, owners, whole } = begun()
  const other = tab(tareks, whole())
  wordsOf(other.body).insert(0, 'unterwegs ')
  const first = guard.judge(lastOf(other.sent), { personId: 'tarek', isAnswer: false })
  wordsOf(other.body).insert(0, 'und ')
  const second = guard.judge(lastOf(other.sent), { personId: 'tarek', isAnswer: false })
  expect([first, second]).toMatchObject([{ binds: [tareks] }, { binds: [tareks] }])
  const spy = tab(3_000, whole(), ...other.sent)
  wordsOf(spy.body).insert(2, '!')
  expect(guard.judge(lastOf(spy.sent), { personId: 'bjarne', isAnswer: false })).toEqual({ kind: 'gap' })
  owners.deny([tareks])
  guard.forget()
  expect(guard.judge(lastOf(other.sent), { personId: 'tarek', isAnswer: false })).toEqual({ kind: 'gap' })
})

test('typing where everything was deleted and merged away is no offence', () => {
  const { mine } = begun()
  const late = tab(tareks, Y.encodeStateAsUpdate(mine.doc))
  wordsOf(late.body).insert(5, ' noch')
  mine.body.delete(0, 1)
  mine.body.push([paragraph('neu')])
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(mine.doc))
  const { judge, whole } = guarded({ parts: [Y.encodeStateAsUpdate(merged)], authors: { [swantjes]: 'swantje' } })
  expect([judge(lastOf(late.sent), 'tarek').kind, shown(whole())]).toEqual(['new', ['neu']])
})

/** As no Yjs client writes it: the lowest client id first. */
function ascending(bytes: Uint8Array): Uint8Array {
  const { sections, deletionsAt } = readUpdate(bytes)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { count, client, start, from, to } of sections.toReversed()) {
      for (const number of [count, client, start]) encoding.writeVarUint(encoder, number)
      encoding.writeUint8Array(encoder, bytes.subarray(from, to))
    }
    encoding.writeUint8Array(encoder, bytes.subarray(deletionsAt))
  })
}

test('an answer with its clients in another order is stored in the usual one, or merging would lose words', () => {
  const { mine, judge, whole } = begun('eins')
  const tabs = [1, 2, 3].map((n) => {
    const other = tab(swantjes + n, Y.encodeStateAsUpdate(mine.doc))
    for (const words of [`zwei ${n}`, `drei ${n}`]) other.body.push([paragraph(words)])
    return other
  })
  for (const update of tabs.flatMap(({ sent }) => sent.slice(0, 1))) judge(update, 'swantje')
  const rest = Y.mergeUpdates(tabs.flatMap(({ sent }) => sent.slice(1)))
  expect(judge(ascending(rest), 'swantje', true).kind).toBe('new')
  const text = shown(whole())
  for (const n of [1, 2, 3]) expect(text).toContain(`drei ${n}`)
})
