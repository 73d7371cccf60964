import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { createDocument } from '#src/documents/creating.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import { appendChanges, currentState } from '#src/documents/editing/log.ts'
import { type Content, field } from '#src/documents/markup.ts'
import type { Document } from '#src/documents/schema.ts'
import { freezeDraft } from '#src/documents/versions/freezing.ts'
import { nameDraft, namePoint } from '#src/documents/versions/naming.ts'
import { latestPoint } from '#src/documents/versions/points.ts'
import { keepMeanwhile, restore } from '#src/documents/versions/restoring.ts'
import { documentContents, documentPoints } from '#src/documents/versions/schema.ts'
import { timelineOf } from '#src/documents/versions/timeline.ts'
import type { Actor } from '#src/groups/actor.ts'
import { type World, world } from '../../support/world.ts'

let w: World
let swantje: Actor
let tarek: Actor

beforeAll(async () => {
  w = await world()
  swantje = await w.actor('swantje', 'en')
  tarek = await w.actor('gerd', 'en')
})

const p = (words: string): Content => ({
  type: 'paragraph',
  ...(words && { content: [{ type: 'text', text: words }] }),
})

const write = (...lines: string[]) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: swantje.person.id, kind: 'position', title: 'Energie bleibt im Dorf' },
      content: { type: 'doc', content: lines.map(p) },
    }),
  )

/** Of one tab, as it would send it. */
async function typed(document: Document, person: PersonKey, words: string, at = 0): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, document.id))
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).insert(at, [paragraph])
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await appendChanges(w.db, [{ documentId: document.id, personId: w.people[person].id, bytes, binds: [doc.clientID] }])
}

/** As if all that was done until now had been done so long ago. */
async function passing(document: Document, minutes: number): Promise<void> {
  const ago = sql.raw(`interval '${minutes} minutes'`)
  await w.db.execute(sql`alter table events disable trigger user`)
  await w.db
    .update(events)
    .set({ createdAt: sql`${events.createdAt} - ${ago}` })
    .where(eq(events.subjectId, document.id))
  await w.db.execute(sql`alter table events enable trigger user`)
}

const said = async (document: Document) => plainTextOf(contentOf(await currentState(w.db, document.id)))

const entries = async ({ id }: Document) => (await timelineOf(w.db, id, { points: true })).entries

test('where somebody begins to write, what the text said before is kept, once in ten minutes', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'gerd', 'Eins')
  await compact(w.ports, document.id)
  await typed(document, 'gerd', 'Zwei')
  await compact(w.ports, document.id)
  expect(await entries(document)).toMatchObject([{ kind: 'automatic', writers: [], words: { added: 3, removed: 0 } }])
  await passing(document, 11)
  await typed(document, 'gerd', 'Drei')
  await compact(w.ports, document.id)
  expect(await entries(document)).toMatchObject([
    { kind: 'automatic', writers: [w.people.gerd.name], words: { added: 2, removed: 0 } },
    { kind: 'automatic' },
  ])
})

test('a second person who begins leaves a point of their own, with who wrote before', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'gerd', 'Eins')
  await compact(w.ports, document.id)
  await typed(document, 'bjarne', 'Zwei')
  await compact(w.ports, document.id)
  expect((await entries(document)).map(({ writers }) => writers)).toEqual([[w.people.gerd.name], []])
})

test('two processes that merge at once leave one point', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'gerd', 'Eins')
  await typed(document, 'gerd', 'Zwei')
  await Promise.all([compact(w.ports, document.id), compact(w.ports, document.id), compact(w.ports, document.id)])
  expect(await entries(document)).toHaveLength(1)
})

test('what is typed when nothing was there yet leaves no empty point', async () => {
  const document = await write('')
  await typed(document, 'gerd', 'Eins')
  await compact(w.ports, document.id)
  expect(await entries(document)).toEqual([])
})

test('a state gets a name, an unnamed one that says the same takes it, and names can be changed', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'gerd', 'Eins')
  const named = await change(w.ports, (tx, record) => nameDraft(tx, record, document, swantje, 'vor der Sitzung'))
  expect(await entries(document)).toMatchObject([
    { kind: 'named', name: 'vor der Sitzung', by: w.people.swantje.name, writers: [w.people.gerd.name] },
  ])
  await change(w.ports, (tx, record) =>
    namePoint(tx, record, document, tarek, { point: named, name: 'Sitzung im Mai' }),
  )
  expect((await latestPoint(w.db, document.id))?.name).toBe('Sitzung im Mai')
  const told = await w.db.$count(events, and(eq(events.subjectId, document.id), eq(events.kind, 'document.named')))
  expect(told).toBe(2)
})

test('restoring makes a new state of an old one, keeps what was there before, and says so', async () => {
  const document = await write('Wind für alle', 'Wärme auch')
  const before = contentOf(await currentState(w.db, document.id))
  await typed(document, 'gerd', 'Ganz anders')
  const restored = await restore(w.ports, document, swantje, { content: before, number: 3, reachedAt: null })
  expect(restored.isNew).toBe(true)
  expect(await said(document)).toBe('Wind für alle\nWärme auch')
  const [entry] = await entries(document)
  expect(entry).toMatchObject({ kind: 'before_restoring', by: w.people.swantje.name, restored: { number: 3 } })
  const back = await w.db.select().from(documentContents).where(eq(documentContents.documentId, document.id))
  expect(back.map(({ content }) => plainTextOf(content as Content))).toContain('Ganz anders\nWind für alle\nWärme auch')
  expect((await restore(w.ports, document, swantje, { content: before, number: 3, reachedAt: null })).isNew).toBe(false)
  expect(await w.db.$count(events, and(eq(events.subjectId, document.id), eq(events.kind, 'document.restored')))).toBe(
    1,
  )
})

test('two who restore at once end with one of the two states, and each of them is kept', async () => {
  const document = await write('Wind für alle')
  const [one, other] = ['Nur Wind im Westen', 'Nur Wärme im Osten'].map(
    (line): Content => ({ type: 'doc', content: [p(line)] }),
  )
  const wanted = (content: Content | undefined) => ({
    content: content as Content,
    number: null,
    reachedAt: new Date(),
  })
  await Promise.all([
    restore(w.ports, document, swantje, wanted(one)),
    restore(w.ports, document, tarek, wanted(other)),
  ])
  const last = await said(document)
  expect(['Nur Wind im Westen', 'Nur Wärme im Osten']).toContain(last)
  const kept = await w.db.select().from(documentContents).where(eq(documentContents.documentId, document.id))
  const first = last === 'Nur Wind im Westen' ? 'Nur Wärme im Osten' : 'Nur Wind im Westen'
  expect(kept.map(({ content }) => plainTextOf(content as Content)).sort()).toEqual([first, 'Wind für alle'].sort())
})

test('what two go on typing while a third restores stands in the text, or in a state that is kept', async () => {
  const document = await write('Der Absatz, der geht', 'Der Absatz, der bleibt')
  const wanted: Content = { type: 'doc', content: [p('Der Absatz, der bleibt')] }
  const meanwhile = new Y.Doc()
  Y.applyUpdate(meanwhile, await currentState(w.db, document.id))
  const changes: Uint8Array[] = []
  meanwhile.on('update', (update: Uint8Array) => changes.push(update))
  const lines = meanwhile.getXmlFragment(field)
  for (const [at, words] of [' und doch nicht', ' und noch wächst'].entries()) {
    const text = (lines.get(at) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(text.length, words)
  }
  const restored = await restore(w.ports, document, swantje, { content: wanted, number: null, reachedAt: new Date() })
  const of = { documentId: document.id, personId: w.people.gerd.id, binds: [meanwhile.clientID] }
  await appendChanges(
    w.db,
    changes.map((bytes) => ({ ...of, bytes })),
  )
  expect(await said(document)).toBe('Der Absatz, der bleibt und noch wächst')
  expect(await keepMeanwhile(w.ports, document, swantje, restored)).toBe(true)
  const kept = await w.db.select().from(documentContents).where(eq(documentContents.documentId, document.id))
  expect(kept.map(({ content }) => plainTextOf(content as Content))).toContain(
    'Der Absatz, der geht und doch nicht\nDer Absatz, der bleibt und noch wächst',
  )
})

test('a frozen version stands in the same line, and nothing is kept twice', async () => {
  const document = await write('Wind für alle')
  await typed(document, 'gerd', 'Eins')
  await change(w.ports, (tx, record) => freezeDraft(tx, record, document, tarek, 'für die Sitzung'))
  await compact(w.ports, document.id)
  expect(await entries(document)).toMatchObject([
    {
      kind: 'frozen',
      number: 1,
      note: 'für die Sitzung',
      writers: [w.people.gerd.name],
      words: { added: 4, removed: 0 },
    },
  ])
  const { entries: forGuests } = await timelineOf(w.db, document.id, { points: false })
  expect(forGuests).toHaveLength(1)
})

test('what was kept cannot be changed, and only what nobody named can be given up', async () => {
  const document = await write('Wind für alle')
  const point = await change(w.ports, (tx, record) => nameDraft(tx, record, document, swantje, 'vor der Sitzung'))
  const refusals = [
    w.db.update(documentPoints).set({ title: 'Anders' }).where(eq(documentPoints.id, point.id)),
    w.db.delete(documentPoints).where(eq(documentPoints.id, point.id)),
    w.db.update(documentContents).set({ content: {} }).where(eq(documentContents.documentId, document.id)),
    w.db.delete(documentContents).where(eq(documentContents.documentId, document.id)),
    w.db.update(documentPoints).set({ name: '' }).where(eq(documentPoints.id, point.id)),
  ]
  const outcomes = await Promise.allSettled(refusals)
  expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'))
})
