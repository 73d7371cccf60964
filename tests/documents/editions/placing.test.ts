import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rowsOf } from '#src/documents/comparisons/rows.ts'
import { contentOf, stateOf } from '#src/documents/content/codec.ts'
import type { Statement } from '#src/documents/editions/schema.ts'
import { takeoverUpdate } from '#src/documents/editions/writing.ts'
import type { Content } from '#src/documents/markup.ts'
import { comparing, row } from '../comparisons/rows-of-text.ts'

const statement = (place: string): Statement => ({
  ...{ id: crypto.randomUUID(), editionId: crypto.randomUUID(), position: 1 },
  ...{ place, words: `Was auf ${place} steht.` },
})

function placesAfter(content: Content, afterPlace: string | null): string[] {
  const state = stateOf(content)
  const after = rowsOf(content).find(({ place }) => place === afterPlace) ?? null
  const added = ['S. 7', 'S. 8'].map((place) => ({ statement: statement(place), after, isNew: true }))
  const update = takeoverUpdate(state, { changed: [], added }, 'Programm 2.0', 5) as Uint8Array
  return rowsOf(contentOf(Y.mergeUpdates([state, update]))).map(({ place }) => place)
}

const shown = ['k', 's', 'c'] as const

test.each([
  [
    'as they stand',
    shown.map(() => ''),
    ['S. 1', 'S. 7', 'S. 8', 'S. 2', 'S. 3'],
    ['S. 1', 'S. 2', 'S. 3', 'S. 7', 'S. 8'],
  ],
  [
    'where people have moved them',
    [...shown],
    ['S. 3', 'S. 1', 'S. 7', 'S. 8', 'S. 2'],
    ['S. 3', 'S. 1', 'S. 2', 'S. 7', 'S. 8'],
  ],
])('new statements come behind the row before them, with rows %s', (_how, keys, behind, atEnd) => {
  const content = comparing(...keys.map((order, index) => row({ place: `S. ${index + 1}`, attrs: { order } })))
  expect(placesAfter(content, 'S. 1')).toEqual(behind)
  expect(placesAfter(content, null)).toEqual(atEnd)
})
