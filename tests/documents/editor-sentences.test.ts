import { expect, test } from 'vitest'
import type { Block } from '#views/documents/editor-blocks.ts'
import { collisionsIn } from '#views/documents/editor-sentences.ts'

/** `[0]` after a run of letters: they are the old ones from there on; everything else was written anew. */
const block = (key: string, ...runs: (string | number)[]): Block => {
  const pieces = runs.flatMap((run, place) => {
    if (typeof run === 'number') return []
    const old = runs[place + 1]
    const [client, clock] = typeof old === 'number' ? [1, old] : [2 + place, 0]
    return [{ text: run, client, clock, fresh: false }]
  })
  const text = pieces.map((piece) => piece.text).join('')
  return { key, text, level: 0, heading: '', pieces }
}

const text = (...runs: (string | number)[]) => [block('p', ...runs)]

const found = (base: Block[], mine: Block[], theirs: Block[], merged: Block[]) =>
  collisionsIn({ base, mine, theirs, merged }).map(({ before, mine, theirs, block, from, to }) => ({
    ...{ before, mine, theirs },
    now: merged[block]?.text.slice(from, to) ?? '',
  }))

/** As it was, as each of them wrote it, and what stands there now. */
const sentence = (before: string, mine: string, theirs: string, now: string) => ({ before, mine, theirs, now })

const base = text('Der Boden gehört allen. Das Wasser ist knapp. Die Märkte sind fern.', 0)

test('a sentence that one deletes and another rewrites is found, with what is left of it', () => {
  const mine = text('Der Boden gehört allen. Die Märkte sind fern.')
  const theirs = text('Der Boden gehört allen. Das Wasser wird sehr knapp. Die Märkte sind fern.')
  const merged = text('Der Boden gehört allen.', 0, 'wird sehr', ' Die Märkte sind fern.', 44)
  expect(found(base, mine, theirs, merged)).toEqual([
    sentence('Das Wasser ist knapp.', '', 'Das Wasser wird sehr knapp.', 'wird sehr'),
  ])
})

test('two who rewrite the same sentence differently are both shown', () => {
  const mine = text('Der Boden gehört uns allen. Das Wasser ist knapp. Die Märkte sind fern.')
  const theirs = text('Der Boden gehört niemandem. Das Wasser ist knapp. Die Märkte sind fern.')
  const merged = text('Der Boden gehört ', 0, 'uns niemandem', '. Das Wasser ist knapp. Die Märkte sind fern.', 22)
  expect(found(base, mine, theirs, merged)).toEqual([
    sentence(
      'Der Boden gehört allen.',
      'Der Boden gehört uns allen.',
      'Der Boden gehört niemandem.',
      'Der Boden gehört uns niemandem.',
    ),
  ])
})

test('neighbouring sentences, new ones between them and the same correction twice are no collision', () => {
  const mine = text('Der Boden gehört allen. Neu von mir. Das Wasser ist sehr knapp. Die Märkte sind fern.')
  const theirs = text('Der Boden gehört wirklich allen. Neu von dir. Das Wasser ist knapp. Die Märkte sind fern.')
  expect(found(base, mine, theirs, mine)).toEqual([])
  expect(found(base, mine, mine, mine)).toEqual([])
})

test('new paragraphs on one side do not touch what was rewritten on the other', () => {
  const mine = [...base, block('n1', 'Erster neuer Absatz.'), block('n2', 'Zweiter neuer Absatz.')]
  const theirs = text('Der Boden gehört allen. Das Wasser ist knapp. Die Märkte sind nah.')
  expect(found(base, mine, theirs, [...theirs, ...mine.slice(1)])).toEqual([])
})

test('a paragraph that one took away and another wrote in is found', () => {
  const two = [block('a', 'Bleibt.'), block('b', 'Geht weg.')]
  const mine = [block('a', 'Bleibt.')]
  const theirs = [block('a', 'Bleibt.'), block('b', 'Geht nicht weg.')]
  expect(found(two, mine, theirs, mine)).toEqual([sentence('Geht weg.', '', 'Geht nicht weg.', '')])
})

test('a paragraph that was made a heading or taken apart is the same one', () => {
  const mine = [block('new', 'Der Boden gehört allen. Das Wasser ist knapp.'), block('split', 'Die Märkte sind fern.')]
  const theirs = text('Der Boden gehört allen. Das Wasser ist teuer. Die Märkte sind fern.')
  expect(found(base, mine, theirs, mine)).toEqual([])
})

test('when a letter of the next sentence went with the deleted one, both are to be decided together', () => {
  const fields = text('Das Wasser ist knapp. Der Markt ist fern. Ende.', 0)
  const mine = text('D', 0, 'er Markt ist fern. Ende.', 23)
  const theirs = text('Das Wasser ', 0, 'wird knapper', '. Der Markt ist fern. Ende.', 20)
  const merged = text('D', 0, 'wird knapper', 'er Markt ist fern. Ende.', 23)
  expect(found(fields, mine, theirs, merged)).toEqual([
    sentence(
      'Das Wasser ist knapp. Der Markt ist fern.',
      'Der Markt ist fern.',
      'Das Wasser wird knapper. Der Markt ist fern.',
      'Dwird knapperer Markt ist fern.',
    ),
  ])
})
