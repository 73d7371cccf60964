import type { Command } from '@tiptap/pm/state'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#src/documents/comparisons/rows.ts'
import { moveRow } from '#views/documents/editor-comparison-moving.ts'
import { type RowAt, rowAt, setRow } from '#views/documents/editor-comparison-rows.ts'
import { sentenceOf } from '#views/documents/suggestion-texts.ts'
import { type World, world } from '../../support/world.ts'
import type { HeadlessEditor } from '../interop/headless-editor.ts'
import { textWith } from '../suggestions/proposing.ts'
import { comparing, row } from './rows-of-text.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

const lastRow = ({ state }: HeadlessEditor): RowAt => {
  let pos = 0
  state.doc.descendants((node, at) => {
    if (node.type.name === 'comparisonRow') pos = at
  })
  return rowAt(state, pos) as RowAt
}

const doing = (command: (row: RowAt) => Command) => (editor: HeadlessEditor) => {
  editor.change((tr) => {
    let done = tr
    command(lastRow(editor))(editor.state, (made) => {
      done = made
    })
    return done
  })
}

test('whoever proposes to move a row or to assess it otherwise is understood, and taken at their word', async () => {
  const text = await textWith(
    w,
    comparing(row({ place: 'S. 14', position: 'Erstens.' }), row({ place: 'S. 16', position: 'Zweitens.' })),
  )
  const moved = await text.suggest(
    'tarek',
    doing((last) => moveRow(last, -1)),
  )
  const assessed = await text.suggest(
    'tarek',
    doing((last) => setRow(last, 'assessment', 'agree')),
  )
  const told = (await text.list('swantje')).map(({ changes }) => changes.map((change) => sentenceOf(change, 'de')))
  const said = 'ändert eine Angabe: Zeile der Gegenüberstellung „S. 16 Zweitens.“'
  expect(told).toEqual([[said], [said]])
  for (const { id } of [moved, assessed]) expect((await text.accept('swantje', id)).status).toBe(200)
  const rows = rowsOf(await text.content())
  expect(rows.map(({ place, assessment }) => [place, assessment])).toEqual([
    ['S. 16', 'agree'],
    ['S. 14', ''],
  ])
})
