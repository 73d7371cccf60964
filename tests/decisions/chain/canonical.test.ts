import { expect, test } from 'vitest'
import { canonical, iso } from '#src/decisions/chain/canonical.ts'
import { readHead } from '#src/decisions/chain/heads.ts'
import { readEntry } from '#src/decisions/chain/reading.ts'

test('the same facts give the same characters, in whatever order they come', () => {
  expect(canonical({ b: [1, null, true], a: { d: '', c: 'x' } })).toBe('{"a":{"c":"x","d":""},"b":[1,null,true]}')
  expect(canonical({ a: { c: 'x', d: '' }, b: [1, null, true] })).toBe(
    canonical({ b: [1, null, true], a: { d: '', c: 'x' } }),
  )
})

test('composed and decomposed letters are the same', () => {
  expect(canonical({ ä: 'Wärme' })).toBe(canonical({ 'a\u0308': 'Wa\u0308rme' }))
})

test.each([0.5, Number.NaN, 2 ** 53])('%s is no whole number: it can be compared, and never be entered', (number) => {
  const entry = { at: '2026-10-20T10:00:00.000Z', facts: { number }, id: null, kind: 'erasure', seq: 7, sums: [], v: 1 }
  expect(readEntry(canonical(entry))).toBeNull()
})

test('a time that is none can be compared with one', () => {
  expect(iso(new Date('2026-10-20T10:00:00Z'))).toBe('2026-10-20T10:00:00.000Z')
  expect([iso(null), iso(new Date(Number.NaN))]).toEqual([null, 'never'])
})

test('what is not there is left out, what is empty is not', () => {
  expect(canonical({ a: undefined, b: null })).toBe('{"b":null}')
})

test('only what could have been written down here is read', () => {
  const written = '{"at":"2026-10-20T10:00:00.000Z","facts":{},"id":null,"kind":"erasure","seq":7,"sums":[],"v":1}'
  expect(readEntry(written)).toMatchObject({ seq: 7, kind: 'erasure' })
  expect(readEntry(written.replace('{}', '{"said":"1.5 and {:2.5"}'))).not.toBeNull()
  for (const number of ['1.5', '1e3', '-0', '[2.5]'])
    expect(readEntry(written.replace('{}', `{"n":${number}}`))).toBeNull()
  for (const other of ['', '{', 'null', written.replace('7', '7.0'), written.replace('"v":1', '"v":2'), ` ${written}`])
    expect(readEntry(other)).toBeNull()
})

test('a head is read as it is printed, and as it is mailed', () => {
  const long = '9f3c1a2b77de0c41'.padEnd(64, '0')
  expect(readHead('42:9f3c1a2b77de0c41')).toEqual({ seq: 42, begins: '9f3c1a2b77de0c41' })
  expect(readHead(` 42: 9F3C 1A2B 77DE 0C41 `)).toEqual({ seq: 42, begins: '9f3c1a2b77de0c41' })
  expect(readHead(long)).toEqual({ seq: null, begins: long })
  for (const wrong of ['', '42', '42:9f3c', 'EN-2026-005', `${long}0`, '42:9f3c1a2b77de0c4g'])
    expect(readHead(wrong)).toBeNull()
})
