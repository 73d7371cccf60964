import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { createDocument } from '#src/documents/creating.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import { appendChanges, currentState } from '#src/documents/editing/log.ts'
import { type Content, field } from '#src/documents/markup.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { clearVersions } from '#src/documents/versions/clearing.ts'
import { keepContent } from '#src/documents/versions/contents.ts'
import { takePoint } from '#src/documents/versions/points.ts'
import { documentContents, documentPoints } from '#src/documents/versions/schema.ts'
import { documentVisits } from '#src/documents/visits/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'

let w: World
type Browser = Awaited<ReturnType<World['as']>>
let gerd: Browser

beforeAll(async () => {
  w = await world()
  gerd = await w.as('gerd')
})

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

const write = (...lines: string[]) => writeIn('en', ...lines)

const writeIn = (group: 'en' | 'di', ...lines: string[]) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{
        groupId: w.groups[group].id,
        actorId: w.people.swantje.id,
        kind: 'position',
        title: 'Energie bleibt im Dorf',
      },
      content: { type: 'doc', content: lines.map(p) },
    }),
  )

async function typed(document: { id: string }, person: PersonKey, words: string): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, document.id))
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).push([paragraph])
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await appendChanges(w.db, [{ documentId: document.id, personId: w.people[person].id, bytes, binds: [doc.clientID] }])
}

/** As if the last look had been some days ago. */
const daysPass = (document: { id: string }, days = 3) =>
  w.db
    .update(documentVisits)
    .set({ seenAt: sql`${documentVisits.seenAt} - ${sql.raw(`interval '${days} days'`)}` })
    .where(eq(documentVisits.documentId, document.id))

const html = async (answer: Promise<Response> | Response) => (await answer).text()
const page = (document: { id: string }, browser = gerd) => html(browser(paths.document(w.groups.en, document)))
const news = 'Seit deinem letzten Besuch'

test('a first visit says nothing, a later one what others changed meanwhile and who', async () => {
  const document = await write('Wind für alle')
  expect(await page(document)).not.toContain(news)
  await daysPass(document)
  await typed(document, 'bjarne', 'Und Wärme dazu')
  await typed(document, 'swantje', 'Und ein Beirat')
  const read = await page(document)
  expect(read).toContain('2\u00A0Stellen geändert')
  expect(read).toContain(`von ${w.people.bjarne.name} und ${w.people.swantje.name}.`)
  const marked = await html(gerd(paths.documentSinceVisit(w.groups.en, document)))
  expect(marked).toContain('<ins>Und Wärme dazu</ins>')
  expect(marked).toContain(`von ${w.people.bjarne.name}`)
  expect(await page(document)).toContain(news)
})

test('it can be put aside, and then nothing is news until somebody writes again', async () => {
  const document = await write('Wind für alle')
  await page(document)
  await daysPass(document)
  await typed(document, 'bjarne', 'Und Wärme dazu')
  expect(await page(document)).toContain(news)
  const seen = await gerd(paths.documentVisit(w.groups.en, document), { form: {} })
  expect(seen.headers.get('location')).toBe(paths.documentDraft(w.groups.en, document))
  expect(await page(document)).not.toContain(news)
})

test('what somebody wrote themselves is no news to them', async () => {
  const document = await write('Wind für alle')
  await page(document)
  await daysPass(document)
  await typed(document, 'gerd', 'Das habe ich selbst geschrieben')
  expect(await page(document)).not.toContain(news)
  await daysPass(document)
  await typed(document, 'gerd', 'Und das auch')
  await typed(document, 'bjarne', 'Das hat Bjarne geschrieben')
  expect(await page(document)).toContain('1\u00A0Stelle geändert')
  const marked = await html(gerd(paths.documentSinceVisit(w.groups.en, document)))
  expect(marked).toContain('<ins>Das hat Bjarne geschrieben</ins>')
  expect(marked).toContain('<p>Und das auch</p>')
})

test('who is named wrote what is new, and not what was seen before it was merged', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'swantje', 'Und ein Beirat')
  await page(document)
  await compact(w.ports, document.id)
  await daysPass(document)
  await typed(document, 'bjarne', 'Und Wärme dazu')
  const read = await page(document)
  expect(read).toContain(`von ${w.people.bjarne.name}.`)
  expect(read).not.toContain(`und ${w.people.swantje.name}`)
})

test('whoever leaves the editor after writing has seen everything', async () => {
  const document = await write('Wind für alle')
  await page(document)
  await daysPass(document)
  await typed(document, 'bjarne', 'Und Wärme dazu')
  expect(await page(document)).toContain(news)
  await typed(document, 'gerd', 'Und ein Beirat')
  await gerd(`${paths.documentVisit(w.groups.en, document)}?from=editor`, { form: {} })
  expect(await page(document)).not.toContain(news)
})

test('a page that only looks again for itself is nobody who looks', async () => {
  const document = await write('Wind für alle')
  await page(document)
  await daysPass(document)
  await typed(document, 'bjarne', 'Und Wärme dazu')
  for (const piece of ['div#paper-body', 'div#comments-live']) {
    const refreshed = await html(gerd(paths.document(w.groups.en, document), { headers: { 'HX-Target': piece } }))
    expect(refreshed).not.toContain(news)
  }
  expect(await page(document)).toContain(news)
})

test('the list of texts has words at those in which others have written since', async () => {
  const document = await write('Wind für alle')
  const list = () => html(gerd(paths.documents(w.groups.en)))
  const hint = 'Neu seit deinem letzten Besuch'
  const count = async () => (await list()).split(hint).length
  const before = await count()
  await page(document)
  await typed(document, 'gerd', 'Von mir')
  await compact(w.ports, document.id)
  expect(await count()).toBe(before)
  await typed(document, 'bjarne', 'Von Bjarne')
  await compact(w.ports, document.id)
  expect(await count()).toBe(before + 1)
  await page(document)
  expect(await count()).toBe(before)
})

test('a guest has visits of their own, a stranger none', async () => {
  const document = await write('Wind für alle')
  const nele = await w.as('nele')
  expect((await nele(paths.documentVisit(w.groups.en, document), { form: {} })).status).toBe(404)
  const vera = await w.as('vera')
  const ofGuests = await writeIn('di', 'Wind für alle')
  const visit = () => vera(paths.documentVisit(w.groups.di, ofGuests), { form: {} })
  expect((await visit()).status).toBe(404)
  await w.db.insert(documentGuests).values({ documentId: ofGuests.id, personId: w.people.vera.id })
  expect((await visit()).status).toBe(303)
})

test('each night old states are thinned to one a day, and what nobody refers to any more goes (S-87)', async () => {
  const document = await write('Wind für alle')
  const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`)
  const taken = (content: string, reachedAt: Date, name = '') =>
    w.db.transaction((tx) =>
      takePoint(
        tx,
        { documentId: document.id, content: { type: 'doc', content: [p(content)] }, reachedAt },
        name
          ? { kind: 'named', name, createdById: w.people.gerd.id, namedById: w.people.gerd.id }
          : { kind: 'automatic' },
      ),
    )
  await taken('früh', at('2026-01-10', '08:00'))
  await taken('Sitzung', at('2026-01-10', '09:00'), 'vor der Sitzung')
  await taken('spät', at('2026-01-10', '22:00'))
  await taken('nächster Tag', at('2026-01-11', '08:00'))
  await taken('heute früh', new Date(Date.now() - 60_000))
  await taken('heute', new Date())
  const unused = await keepContent(w.db, document.id, { type: 'doc', content: [p('unbenutzt')] })
  await w.db.execute(sql`alter table document_contents disable trigger user`)
  await w.db.update(documentContents).set({ createdAt: new Date('2026-01-01') })
  await w.db.execute(sql`alter table document_contents enable trigger user`)
  await clearVersions(w.ports)
  const points = await w.db.select().from(documentPoints).where(eq(documentPoints.documentId, document.id))
  const kept = await w.db.select().from(documentContents).where(eq(documentContents.documentId, document.id))
  expect(points).toHaveLength(5)
  const texts = kept.map(({ content }) => JSON.stringify(content))
  expect([texts.some((text) => text.includes('früh"')), texts.some((text) => text.includes('"früh"'))]).toEqual([
    true,
    false,
  ])
  expect(kept.some(({ checksum }) => checksum === unused)).toBe(false)
})

test('whoever leaves the group leaves nothing behind about when they read what', async () => {
  const document = await write('Wind für alle')
  await page(document)
  const mine = and(eq(documentVisits.documentId, document.id), eq(documentVisits.personId, w.people.gerd.id))
  expect(await w.db.$count(documentVisits, mine)).toBe(1)
  const { forgetVisits } = await import('#src/documents/visits/forgetting.ts')
  const departure = { groupId: w.groups.en.id, personId: w.people.gerd.id, actorId: w.people.swantje.id }
  await w.db.transaction((tx) => forgetVisits(tx, async () => {}, departure))
  expect(await w.db.$count(documentVisits, mine)).toBe(0)
})

test.each([
  ['fetched ahead by the browser', { headers: { 'Sec-Purpose': 'prefetch;prerender' } }],
  ['fetched ahead as older browsers do', { headers: { 'X-Moz': 'prefetch' } }],
  ['asked for without its words', { method: 'HEAD' }],
])('a text that is %s has been seen by nobody', async (_how, asked) => {
  const document = await write('Wind für alle')
  for (const path of [paths.document(w.groups.en, document), paths.editDocument(w.groups.en, document)])
    expect((await gerd(path, asked)).status).toBe(200)
  expect(await w.db.$count(documentVisits, eq(documentVisits.documentId, document.id))).toBe(0)
})
