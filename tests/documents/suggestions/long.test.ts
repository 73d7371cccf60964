import { expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { Overlay } from '#views/documents/editor-suggest-overlay.ts'
import { piecesIn } from '#views/documents/editor-suggest-pieces.ts'
import { shapesOf } from '#views/documents/editor-suggest-shapes.ts'
import { proposer, textOf } from './proposer.ts'

/** About a hundred pages. */
const paragraphs = Array.from(
  { length: 1_200 },
  (_, index) => `Absatz ${index}. ${'Das Wasser ist knapp. '.repeat(12)}`,
)

const timed = <T>(work: () => T): [T, number] => {
  const start = performance.now()
  return [work(), performance.now() - start]
}

test('in a hundred pages with fifty suggestions it is known in no time where each of them stands', {
  timeout: 60_000,
}, () => {
  const base = textOf(...paragraphs)
  const tarek = proposer(base)
  for (let count = 0; count < 50; count++) {
    const at = 5 + count * 5_000
    if (count % 2) tarek.change((tr) => tr.insertText('viel ', at))
    else tarek.change((tr) => tr.delete(at, at + 3))
  }
  const suggestions = tarek.open()
  expect(suggestions).toHaveLength(50)
  const overlay = new Overlay(base)
  const [, first] = timed(() => overlay.with(suggestions))
  const sight = { suggestions, isApplied: () => true, isLeaf: (name: string) => schema.nodes[name]?.isLeaf ?? false }
  const [seen, again] = timed(() => piecesIn(overlay.with(suggestions), sight))
  const [, undone] = timed(() => tarek.drafts.undo())
  if (process.env.TELL) process.stdout.write(`first ${first} again ${again} undone ${undone}\n`)
  expect(seen.size).toBe(tarek.sheet.state.doc.content.size + 5)
  expect([...seen.pieces.values()].every((pieces) => shapesOf(pieces).length === 1)).toBe(true)
})
