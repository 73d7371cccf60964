import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { documentAuthors, documentCollisions } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { addText } from './editing/co-editing.ts'

let w: World
let swantje: Browse
let text: Awaited<ReturnType<typeof addText>>

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
  text = await addText(w)
})

const place = { type: { client: 4, clock: 7 }, tname: null, item: null, assoc: 0 }

const told = () => ({
  before: 'Das Wasser ist knapp.',
  mine: '',
  theirs: 'Das Wasser wird knapper.',
  other: w.people.tarek.id,
  position: JSON.stringify({ from: place, to: place }),
})

const tell = (who: Browse, form: Record<string, string> = told(), document = text) =>
  who(paths.collisions(w.groups.en, document), { form })

const rowsOf = (documentId: string) =>
  w.db.select().from(documentCollisions).where(eq(documentCollisions.documentId, documentId))

test('a sentence changed on both sides is shown to everybody who writes, once, until it is decided', async () => {
  const here = await addText(w)
  await w.db.insert(documentAuthors).values({ documentId: here.id, clientId: 5, personId: w.people.tarek.id })
  expect([(await tell(swantje, told(), here)).status, (await tell(swantje, told(), here)).status]).toEqual([303, 303])
  const [row, ...more] = await rowsOf(here.id)
  expect(more).toEqual([])
  expect(row).toMatchObject({ personId: w.people.swantje.id, otherId: w.people.tarek.id, settledAt: null })

  const tarek = await w.as('tarek')
  const page = await (await tarek(paths.editDocument(w.groups.en, here))).text()
  for (const words of ['Gleichzeitig geändert', 'Fassung von Swantje', 'Fassung von Tarek', 'wird knapper'])
    expect(page).toContain(words)
  const reading = await (await tarek(paths.document(w.groups.en, here))).text()
  expect(reading).toContain('Ein Satz wurde gleichzeitig geändert.')

  const settled = await tarek(paths.collisionSettlement(w.groups.en, here, row ?? { id: '' }), { form: {} })
  expect(settled.status).toBe(303)
  expect(await rowsOf(here.id)).toMatchObject([{ settledById: w.people.tarek.id, settledAt: expect.any(Date) }])
  expect(await (await tarek(paths.editDocument(w.groups.en, here))).text()).not.toContain('wird knapper')
  const kinds = await w.db.select({ kind: events.kind }).from(events).where(eq(events.subjectId, here.id))
  expect(kinds.map(({ kind }) => kind)).toEqual(['document.collided', 'document.settled'])
})

test('somebody who has not written in the text is not named as the other one', async () => {
  await tell(swantje, { ...told(), other: w.people.nele.id })
  expect(await rowsOf(text.id)).toMatchObject([{ otherId: null }])
})

test.each([
  ['a place that is none', { position: '{"from":{"x":1},"to":{}}' }],
  ['no JSON', { position: '}' }],
  ['an endless place', { position: JSON.stringify({ from: place, to: place, more: 'x'.repeat(2_000) }) }],
  ['a sentence without end', { mine: 'x'.repeat(5_001) }],
  ['another one who is nobody', { other: 'Tarek' }],
])('%s is refused', async (_what, wrong) => {
  expect((await tell(swantje, { ...told(), ...wrong })).status).toBe(422)
})

test('only who may write in the text may point something out, and decide it', async () => {
  const nele = await w.as('nele')
  const [row] = await rowsOf(text.id)
  expect((await tell(nele)).status).toBe(404)
  expect((await nele(paths.collisionSettlement(w.groups.en, text, row ?? { id: '' }), { form: {} })).status).toBe(404)
  const elsewhere = await addText(w)
  const wrong = await swantje(paths.collisionSettlement(w.groups.en, elsewhere, row ?? { id: '' }), { form: {} })
  const unknown = await swantje(paths.collisionSettlement(w.groups.en, text, { id: randomUUID() }), { form: {} })
  expect([wrong.status, unknown.status]).toEqual([404, 404])
})
