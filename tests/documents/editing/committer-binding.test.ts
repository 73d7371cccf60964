import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import { appendChanges, type Receipt, readStored } from '#src/documents/editing/log.ts'
import { documentAuthors } from '#src/documents/schema.ts'
import { type World, world } from '../../support/world.ts'
import { addText } from './co-editing.ts'
import { paragraph, tab } from './guarded.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

function typed(words: string): Uint8Array {
  const { body, sent } = tab(7)
  body.push([paragraph(words)])
  return sent[0] as Uint8Array
}

test('a client id is bound together with the first words under it, and for good', async () => {
  const { id: documentId } = await addText(w)
  const [swantje, tarek] = [w.people.swantje.id, w.people.tarek.id]
  const by = (personId: string, binds: number[]) => ({ documentId, personId, bytes: typed('x'), binds })
  const receipts = await appendChanges(w.db, [by(swantje, [7]), by(tarek, [7]), by(tarek, []), by(swantje, [7, 8])])
  expect(receipts.map((receipt) => 'seq' in receipt)).toEqual([true, false, true, true])
  expect(await appendChanges(w.db, [by(tarek, [8, 9])])).toEqual([{ refused: 'foreign' }])
  const { rows, authors } = await readStored(w.db, documentId)
  expect(rows.map(({ seq }) => seq)).toEqual(receipts.flatMap((receipt) => ('seq' in receipt ? [receipt.seq] : [])))
  expect([authors.get(7), authors.get(8)]).toEqual([swantje, swantje])
})

test('two who want the same id at once: one gets it, both get an answer', async () => {
  const { id: documentId } = await addText(w)
  const people = [w.people.swantje.id, w.people.tarek.id, w.people.bjarne.id]
  const ids = [5, 6, 7, 8]
  const all = await Promise.all(
    people.map((personId, turn) =>
      appendChanges(w.db, [{ documentId, personId, bytes: typed('x'), binds: turn % 2 ? ids : [...ids].reverse() }]),
    ),
  )
  const bound = await w.db.select().from(documentAuthors).where(eq(documentAuthors.documentId, documentId))
  expect(all.flat().filter((receipt) => 'seq' in receipt)).toHaveLength(1)
  expect(new Set(bound.map(({ personId }) => personId)).size).toBe(1)
})

test('so many ids at once that one statement has no room for them are bound all the same', async () => {
  const { id: documentId } = await addText(w)
  const personId = w.people.swantje.id
  const binds = Array.from({ length: 25_000 }, (_, index) => 100 + index)
  expect(await appendChanges(w.db, [{ documentId, personId, bytes: typed('x'), binds }])).toMatchObject([
    { seq: expect.any(Number) },
  ])
  expect((await readStored(w.db, documentId)).authors.size).toBeGreaterThanOrEqual(binds.length)
})

test('a change that no row can hold is refused, the others of the same commit are stored', async () => {
  const { id: documentId } = await addText(w)
  const log = { info: () => undefined, error: () => undefined }
  const committer = new Committer((changes) => appendChanges(w.db, changes), log, { clock: realClock })
  const heard: Receipt[] = []
  const writer = { stored: (receipts: Receipt[]) => void heard.push(...receipts), unstored: () => undefined }
  const personId = w.people.swantje.id
  for (const binds of [[7], [2 ** 63], [7]])
    committer.submit({ documentId, personId, bytes: typed('x'), binds }, writer)
  await committer.idle()
  expect(heard.map((receipt) => 'seq' in receipt || receipt.refused)).toEqual([true, 'unfit', true])
  expect((await readStored(w.db, documentId)).rows).toHaveLength(2)
})
