import { TextSelection } from '@tiptap/pm/state'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { textOf } from '#src/documents/comparisons/choosing.ts'
import { type Row, rowsOf } from '#src/documents/comparisons/rows.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { moveRow, rowBeside, shownRows } from '#views/documents/editor-comparison-moving.ts'
import {
  addRow,
  cellBeside,
  cellsOf,
  enterCell,
  insertComparison,
  type RowAt,
  removeRow,
  renamedRows,
  rowAt,
  setRow,
} from '#views/documents/editor-comparison-rows.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'
import { editorOf } from '../headless-editor.ts'
import { comparing, row } from './rows-of-text.ts'

let w: World
let served: Served

beforeAll(async () => {
  w = await world()
  served = await serveWorld(w)
})
afterAll(async () => {
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

const three = () =>
  comparing(
    row({ place: 'S. 14', position: 'In der Hand der Menschen.' }),
    row({ place: 'S. 16', position: 'Wo es nicht anders geht.' }),
    row({ place: 'S. 22', position: 'Auch Lernort.' }),
  )

async function text(content = three()) {
  const document = await change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, content },
      ...{ kind: 'comparison' as const, title: 'RPL und wir' },
    }),
  )
  return { ...document, sync: `/groups/en/documents/${document.id}/sync` }
}

type Text = Awaited<ReturnType<typeof text>>

async function open(person: PersonKey, { sync }: Text) {
  const tab = await openSyncedTab(served, person, sync)
  const editor = editorOf(tab.doc)
  onTestFinished(() => {
    editor.end()
    tab.close()
  })
  const at = (index: number): RowAt => {
    const found: RowAt[] = []
    editor.state().doc.descendants((node, pos) => {
      const one = node.type.name === 'comparisonRow' ? rowAt(editor.state(), pos) : null
      if (one) found.push(one)
      return node.type.name !== 'comparisonRow'
    })
    const one = found[index]
    if (!one) throw new Error(`There is no row ${index}`)
    return one
  }
  const write = (index: number, cell: number, words: string) =>
    editor.change((tr) => tr.insertText(words, (cellsOf(at(index))[cell] ?? 0) + 1))
  const places = () => shownRows(at(0)).map(({ node }) => node.firstChild?.textContent)
  return { ...tab, ...editor, at, write, places }
}

const rowsIn = async ({ id }: Text): Promise<Row[]> => {
  await w.ports.rooms.settle(id)
  return rowsOf(contentOf(await currentState(w.db, id)))
}

const becomes = (text: Text, what: string, is: (rows: Row[]) => boolean) =>
  until(async () => is(await rowsIn(text)), what, 20_000)

test('what two choose in the same row at once, and what they write there, is all there', async () => {
  const document = await text()
  const [swantje, tarek] = await Promise.all([open('swantje', document), open('tarek', document)])
  swantje.run(setRow(swantje.at(0), 'assessment', 'partly'))
  tarek.run(setRow(tarek.at(0), 'state', 'in_work'))
  swantje.run(setRow(swantje.at(0), 'ideas', 'L2 L3'))
  tarek.write(0, 2, 'Genau: ')
  swantje.write(0, 3, 'Ein Drittel.')
  tarek.run(setRow(tarek.at(0), 'literal', true))
  await becomes(document, 'all of it is stored', ([first]) =>
    Boolean(
      first?.assessment === 'partly' &&
        first.state === 'in_work' &&
        first.ideas.join() === 'L2,L3' &&
        first.literal &&
        textOf(first.position) === 'Genau: In der Hand der Menschen.' &&
        textOf(first.demand) === 'Ein Drittel.',
    ),
  )
  await until(() => tarek.at(0).node.attrs.assessment === 'partly', 'Tarek sees what Swantje chose', 20_000)
})

test('two who choose differently end with the same', async () => {
  const document = await text()
  const [swantje, tarek] = await Promise.all([open('swantje', document), open('tarek', document)])
  swantje.run(setRow(swantje.at(1), 'assessment', 'agree'))
  tarek.run(setRow(tarek.at(1), 'assessment', 'disagree'))
  const same = () => swantje.at(1).node.attrs.assessment === tarek.at(1).node.attrs.assessment
  await becomes(document, 'one of both is stored', (rows) => rows[1]?.assessment !== '')
  await until(same, 'both see the same', 20_000)
})

test('rows that two add at once are both there, each under a name of its own', async () => {
  const document = await text()
  const [swantje, tarek] = await Promise.all([open('swantje', document), open('tarek', document)])
  swantje.run(addRow(swantje.at(0)))
  tarek.run(addRow(tarek.at(0)))
  await becomes(document, 'there are five rows', (rows) => rows.length === 5)
  const names = (await rowsIn(document)).map(({ id }) => id)
  expect(new Set(names).size).toBe(5)
})

test('who writes in a row without a line finds every word in it, however often the others have moved it', async () => {
  const document = await text()
  const [swantje, tarek] = await Promise.all([open('swantje', document), open('tarek', document)])
  tarek.provider.disconnect()
  tarek.write(1, 2, 'Ohne Netz: ')
  tarek.write(2, 3, 'Auch hier.')
  for (const [index, step] of [
    [1, -1],
    [2, -1],
    [0, 1],
    [1, 1],
  ] as const)
    swantje.run(moveRow(swantje.at(index), step))
  await becomes(document, 'the rows are shown in another order', (rows) => rows[0]?.place === 'S. 22')
  swantje.write(1, 2, 'Zugleich: ')
  tarek.provider.connect()
  await becomes(document, 'all words are there', (rows) =>
    rows.map(({ demand }) => textOf(demand)).includes('Auch hier.'),
  )
  const stored = (await rowsIn(document)).map(({ place, position }) => [place, textOf(position)])
  expect(stored.find(([place]) => place === 'S. 16')?.[1]).toMatch(/^(Zugleich: Ohne Netz: |Ohne Netz: Zugleich: )Wo/)
  expect(stored).toHaveLength(3)
  await until(() => tarek.places().join() === swantje.places().join(), 'both see the same order', 20_000)
})

test('two who move rows at once end with the same order, and every row is there once', async () => {
  const document = await text()
  const [swantje, tarek] = await Promise.all([open('swantje', document), open('tarek', document)])
  tarek.provider.disconnect()
  tarek.run(moveRow(tarek.at(2), -1))
  swantje.run(moveRow(swantje.at(0), 1))
  tarek.provider.connect()
  await until(() => tarek.places().join() === swantje.places().join(), 'both see the same', 20_000)
  await becomes(document, 'both moves count', (rows) => rows.map(({ place }) => place).join() === 'S. 22,S. 16,S. 14')
  expect(new Set((await rowsIn(document)).map(({ id }) => id)).size).toBe(3)
})

test('a row stays at the end when it is moved beyond it; a new row comes behind the one that was seen last', async () => {
  const swantje = await open('swantje', await text())
  expect(swantje.run(moveRow(swantje.at(0), -1))).toBe(false)
  expect(swantje.run(moveRow(swantje.at(2), 1))).toBe(false)
  swantje.run(moveRow(swantje.at(2), -1))
  expect(swantje.places()).toEqual(['S. 14', 'S. 22', 'S. 16'])
  swantje.run(addRow(swantje.at(2)))
  expect(swantje.places()).toEqual(['S. 14', 'S. 22', '', 'S. 16'])
  const beside = (place: number, step: 1 | -1) => rowBeside(swantje.at(place), step)?.node.firstChild?.textContent
  expect([beside(0, -1), beside(2, -1), beside(2, 1), beside(1, 1)]).toEqual([undefined, 'S. 14', '', undefined])
})

test('with its last row a comparison goes; before that only the row does', async () => {
  const document = await text(comparing(row({ place: 'S. 1' }), row({ place: 'S. 2' })))
  const swantje = await open('swantje', document)
  swantje.run(removeRow(swantje.at(0)))
  expect(swantje.places()).toEqual(['S. 2'])
  swantje.run(removeRow(swantje.at(0)))
  expect(swantje.text()).toBe('Wir legen nebeneinander.')
})

test('the key leads from cell to cell, through lines and lists, and stops at the end of the row', async () => {
  const swantje = await open('swantje', await text())
  const cells = cellsOf(swantje.at(1))
  swantje.run(enterCell(cells[0] ?? 0))
  for (const next of [1, 2, 3]) {
    const cell = cellBeside(swantje.state(), 1)
    expect(cell).toBe(cells[next])
    swantje.run(enterCell(cell ?? 0))
  }
  expect(cellBeside(swantje.state(), 1)).toBeNull()
  expect(cellBeside(swantje.state(), -1)).toBe(cells[2])
  expect(swantje.state().selection).toBeInstanceOf(TextSelection)
})

test('a comparison is inserted behind the paragraph one is in, and never inside another one', async () => {
  const document = await text({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Davor.' }] }],
  })
  const swantje = await open('swantje', document)
  expect(swantje.run(insertComparison)).toBe(true)
  expect(swantje.run(insertComparison)).toBe(false)
  await becomes(document, 'it is there', (rows) => rows.length === 1 && rows[0]?.id !== null)
})

test('a row that is pasted is another row', async () => {
  const swantje = await open('swantje', await text())
  const { pos, node } = swantje.at(0)
  const copied = swantje.state().doc.slice(pos, pos + node.nodeSize)
  const pasted = renamedRows(copied)
  expect(pasted.content.firstChild?.textContent).toBe(copied.content.firstChild?.textContent)
  expect(pasted.content.firstChild?.attrs.row).not.toBe(node.attrs.row)
})
