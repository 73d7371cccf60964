import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { events } from '#src/activity/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import { appendChanges, currentState, emptyState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { documentStates, documents } from '#src/documents/schema.ts'
import { connect } from '#src/runtime/postgres/database.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount, textOf, until } from './co-editing.ts'
import { inTheWay, somebodyWaits } from './in-the-way.ts'

let w: World

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

/** What a tab would send for these paragraphs, one update each. */
function typed(...paragraphs: string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const words of paragraphs) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(field).push([paragraph])
  }
  return updates
}

const log = (documentId: string, person: PersonKey, updates: Uint8Array[]) =>
  appendChanges(
    w.db,
    updates.map((bytes) => ({ documentId, personId: w.people[person].id, bytes, binds: [] })),
  )

async function storedLines(documentId: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, documentId))
  return textOf(doc.getXmlFragment(field)).split('\n').sort()
}

const find = async (id: string) => (await w.db.select().from(documents).where(eq(documents.id, id)))[0]

test('merging changes nothing of the text, and writes what lists and previews need', async () => {
  const { id } = await addText(w)
  await log(id, 'swantje', typed('Wer neben dem Windrad wohnt,'))
  await log(id, 'tarek', typed('soll daran verdienen.'))
  const before = await storedLines(id)
  await compact(w.ports, id)
  expect([await storedLines(id), await loggedCount(w, id)]).toEqual([before, 0])
  const document = await find(id)
  expect(document?.plainText.split('\n').sort()).toEqual(before)
  expect([document?.wordCount, document?.editedById]).toEqual([8, w.people.tarek.id])
})

test('a deleted word is not kept anywhere once it is merged', async () => {
  const { id } = await addText(w)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('x').insert(0, 'vertraulich')
  doc.getText('x').delete(0, 11)
  await log(id, 'swantje', updates)
  await compact(w.ports, id)
  const [state] = await w.db.select().from(documentStates).where(eq(documentStates.documentId, id))
  expect(Buffer.from(state?.bytes ?? []).toString('latin1')).not.toContain('vertraulich')
})

test('two processes may merge the same text at once, and nothing is lost or doubled', async () => {
  const { id } = await addText(w)
  const lines = Array.from({ length: 40 }, (_, n) => `Zeile ${n}`)
  const halves = [typed(...lines.slice(0, 20)), typed(...lines.slice(20))]
  const work = halves.flatMap((updates) => updates.map((update) => log(id, 'swantje', [update])))
  await Promise.all([...work, compact(w.ports, id), compact(w.ports, id), compact(w.ports, id)])
  await Promise.all([compact(w.ports, id), compact(w.ports, id)])
  expect([await storedLines(id), await loggedCount(w, id)]).toEqual([lines.sort(), 0])
})

test('a change whose transaction is slower than a merge is not lost, although its sequence is lower', async () => {
  const { id } = await addText(w)
  const [slow = new Uint8Array(), quick = new Uint8Array()] = [typed('langsam')[0], typed('schnell')[0]]
  const other = connect(w.place, { max: 1 })
  await other.begin(async (held) => {
    await held`insert into document_updates (document_id, bytes, person_id)
      values (${id}, ${Buffer.from(slow)}, ${w.people.tarek.id})`
    await log(id, 'swantje', [quick])
    await compact(w.ports, id)
    expect(await storedLines(id)).toEqual(['schnell'])
  })
  expect(await storedLines(id)).toEqual(['langsam', 'schnell'])
  await compact(w.ports, id)
  expect([await storedLines(id), await loggedCount(w, id)]).toEqual([['langsam', 'schnell'], 0])
  await other.end()
})

test('who writes on is named in what is new once in ten minutes', async () => {
  const { id } = await addText(w)
  for (const words of ['eins', 'zwei', 'drei']) {
    await log(id, 'swantje', typed(words))
    await log(id, 'tarek', typed(words))
    await compact(w.ports, id)
  }
  const named = await w.db
    .select()
    .from(events)
    .where(and(eq(events.kind, 'document.edited'), eq(events.subjectId, id)))
  expect(named.map((event) => event.actorId).sort()).toEqual([w.people.swantje.id, w.people.tarek.id].sort())
  expect(named[0]?.facts).toEqual({ title: 'Energie bleibt im Dorf' })
})

test('with nothing to merge nothing is written', async () => {
  const { id } = await addText(w)
  await compact(w.ports, id)
  expect((await find(id))?.editedById).toBeNull()
})

test('whoever merges a text while another one does waits for what that one writes', async () => {
  const { id } = await addText(w)
  await log(id, 'swantje', typed('eins'))
  await w.db.insert(documentStates).values({ documentId: id, bytes: emptyState, coveredSeq: 0 })
  const bytes = Buffer.from(await currentState(w.db, id)).toString('hex')
  const removing = `delete from document_updates where document_id = '${id}'`
  const writeState = await inTheWay(
    w,
    `select 1 from document_states where document_id = '${id}' for update; ${removing}`,
  )
  await log(id, 'tarek', typed('zwei'))
  const merging = compact(w.ports, id)
  await until(() => somebodyWaits(w), 'it waits')
  await writeState(
    `update document_states set bytes = decode('${bytes}', 'hex'), generation = 1 where document_id = '${id}'`,
  )
  await merging
  expect(await storedLines(id)).toEqual(['eins', 'zwei'])
})
