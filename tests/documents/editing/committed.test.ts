import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#src/documents/content/codec.ts'
import { Committed } from '#src/documents/editing/committed.ts'
import { emptyState } from '#src/documents/editing/log.ts'
import { paragraph, tab, wordsOf } from './guarded.ts'
import { dice, honestEditor } from './honest-editor.ts'

/** What several people wrote at once, in an order in which a server may have stored it. */
function written(seed: number): Uint8Array[] {
  const roll = dice(seed)
  const editors = [9_000, 500, 70].map((clientId) => honestEditor(clientId, [], roll))
  const updates: Uint8Array[] = []
  for (const { doc } of editors)
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'server') updates.push(bytes)
      for (const other of editors)
        if (other.doc !== doc && origin !== 'server') Y.applyUpdate(other.doc, bytes, 'server')
    })
  for (let i = 0; i < 120; i++) editors[roll(editors.length)]?.edit()
  return updates
}

const seeds = [1, 2, 3, 4]

test.each(seeds)('what was put together is what was added, for everybody who lacks some of it (%i)', (seed) => {
  const updates = written(seed)
  const committed = new Committed(updates.slice(0, 40))
  for (const update of updates.slice(40)) committed.add(update)
  const whole = Y.mergeUpdates(updates)
  expect(contentOf(committed.whole())).toEqual(contentOf(whole))
  expect(Y.decodeStateVector(committed.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(whole)))
  for (let known = 0; known < updates.length; known += 7) {
    const late = tab(1, ...updates.slice(0, known))
    late.hear(committed.since(Y.encodeStateVector(late.doc)))
    expect(contentOf(Y.encodeStateAsUpdate(late.doc))).toEqual(contentOf(whole))
  }
})

test('a change that is stored twice is there once', () => {
  const updates = written(5)
  const committed = new Committed([...updates, ...updates.slice(-3), Y.mergeUpdates(updates.slice(-9))])
  expect(contentOf(committed.whole())).toEqual(contentOf(Y.mergeUpdates(updates)))
})

test('a text with something missing is served as far as it goes, and whole once that has come', () => {
  const { doc, body, sent } = tab(7)
  for (const name of ['eins', 'zwei', 'drei']) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(name)])
    body.push([paragraph])
  }
  const [one, two, three] = sent as [Uint8Array, Uint8Array, Uint8Array]
  const committed = new Committed([one, three])
  expect(Y.decodeStateVector(committed.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(one)))
  committed.add(two)
  expect(committed.vector()).toEqual(Y.encodeStateVector(doc))
  expect(contentOf(committed.since(new Uint8Array([0]))).content).toHaveLength(3)
})

test('an empty text is empty', () => {
  const committed = new Committed([])
  expect([committed.whole(), committed.vector()]).toEqual([emptyState, new Uint8Array([0])])
  expect(new Committed([emptyState]).contains(emptyState)).toBe(true)
})

test('what is read anew and brings nothing new is recognised, however the deletions came', () => {
  const { body, sent, doc } = tab(7)
  body.push([paragraph('eins zwei drei')])
  for (const at of [8, 2, 5, 2]) wordsOf(body).delete(at, 1)
  const committed = new Committed([...sent, ...sent.slice(-2)])
  expect(committed.contains(Y.encodeStateAsUpdate(doc))).toBe(true)
  wordsOf(body).delete(0, 1)
  expect(committed.contains(Y.encodeStateAsUpdate(doc))).toBe(false)
})
