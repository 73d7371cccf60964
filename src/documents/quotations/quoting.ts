import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { findActor, groupsOf } from '../../groups/membership.ts'
import type { Group } from '../../groups/schema.ts'
import type { Person } from '../../identity/schema.ts'
import type { Ports } from '../../ports.ts'
import { currentState } from '../editing/log.ts'
import type { Content } from '../markup.ts'
import { recentDocuments } from '../model.ts'
import { mayEditDocument } from '../policy.ts'
import type { Document } from '../schema.ts'
import { excerptOf, excerptUpdate, renewalUpdate } from './excerpts.ts'
import { type Passage, passageAt, positionOf, wordsAt } from './passages.ts'
import { type Quotation, quotations } from './schema.ts'

type Writer = Pick<Person, 'id' | 'name'>
type Target = Pick<Document, 'id' | 'groupId'>

export interface QuotableInto {
  group: Pick<Group, 'id' | 'slug' | 'name'>
  id: string
  title: string
}

const mostPerGroup = 40

/** The texts in which this person may write, group by group. */
export async function targetsOf(db: Database, person: Writer): Promise<QuotableInto[]> {
  const targets: QuotableInto[] = []
  for (const group of await groupsOf(db, person.id)) {
    const actor = await findActor(db, person, group.slug)
    const entries = actor ? await recentDocuments(db, actor, mostPerGroup) : []
    const open = entries.filter((entry) => actor && mayEditDocument(actor, entry))
    targets.push(...open.map(({ id, title }) => ({ id, title, group })))
  }
  return targets
}

/** The texts that this person may read and quote, group by group. */
export async function sourcesFor(db: Database, person: Writer): Promise<QuotableInto[]> {
  const sources: QuotableInto[] = []
  for (const group of await groupsOf(db, person.id)) {
    const actor = await findActor(db, person, group.slug)
    const entries = actor ? await recentDocuments(db, actor, mostPerGroup) : []
    sources.push(...entries.map(({ id, title }) => ({ id, title, group })))
  }
  return sources
}

interface Quoting {
  target: Target
  source: Pick<Document, 'id'>
  snapshotNumber: number | null
  passage: Passage
  /** The part of the other text at whose end it shall stand; otherwise at the end of all. */
  section?: string | null
}

async function keep(
  tx: Database,
  { id }: Writer,
  { target, source, snapshotNumber, passage }: Quoting,
): Promise<string> {
  const position = snapshotNumber === null ? positionOf(passage.key) : null
  const facts = { documentId: target.id, sourceId: source.id, snapshotNumber, position, words: passage.words }
  const [quotation] = await tx
    .insert(quotations)
    .values({ ...facts, quotedById: id })
    .returning({ id: quotations.id })
  if (!quotation) throw new Error('a quotation was not stored')
  return quotation.id
}

/** For somebody who is writing: what to put where the cursor is. */
export const quoteForWriter = async (db: Database, person: Writer, quoting: Quoting): Promise<Content> =>
  excerptOf(await keep(db, person, quoting), quoting.passage.content)

const contributing = (target: Target, person: Writer, update: Uint8Array) => ({
  ...{ documentId: target.id, groupId: target.groupId, update },
  ...{ personId: person.id, personName: person.name },
})

/** The row and the words in the text are one thing. False when the text did not take them. */
export const quote = ({ db, rooms }: Pick<Ports, 'db' | 'rooms'>, person: Writer, quoting: Quoting): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { target, passage, section } = quoting
    const id = await keep(tx, person, quoting)
    await rooms.settle(target.id)
    const update = excerptUpdate(await currentState(tx, target.id), id, passage.content, section)
    const outcome = update && (await rooms.contribute(contributing(target, person, update)))
    if (outcome !== 'stored') await tx.delete(quotations).where(eq(quotations.id, id))
    return outcome === 'stored'
  })

export const findQuotation = async (db: Database, documentId: string, id: string): Promise<Quotation | null> => {
  const [found] = await db
    .select()
    .from(quotations)
    .where(and(eq(quotations.documentId, documentId), eq(quotations.id, id)))
  return found ?? null
}

/** As the source reads now; null when the paragraph is gone or can never change. */
const wordsNow = async (db: Database, { sourceId, position }: Quotation): Promise<string | null> =>
  position ? wordsAt(await currentState(db, sourceId), position) : null

const passageNow = async (db: Database, { sourceId, position }: Quotation): Promise<Passage | null> =>
  position ? passageAt(await currentState(db, sourceId), position) : null

/** The words of the source take the place of those that were quoted. */
export const renew = (
  { db, rooms }: Pick<Ports, 'db' | 'rooms'>,
  person: Writer,
  target: Target,
  { id }: Quotation,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [quotation] = await tx.select().from(quotations).where(eq(quotations.id, id)).for('update')
    await rooms.settle(quotation?.sourceId ?? '')
    const now = quotation ? await passageNow(tx, quotation) : null
    if (!quotation || now === null || now.words === quotation.words) return true
    await rooms.settle(target.id)
    const update = renewalUpdate(await currentState(tx, target.id), id, now.content)
    if (update && (await rooms.contribute(contributing(target, person, update))) !== 'stored') return false
    await tx.update(quotations).set({ words: now.words, leftAt: null }).where(eq(quotations.id, id))
    return true
  })

/** The quotation stays as it is; it is marked again when the source changes once more. */
export async function leave(db: Database, quotation: Quotation): Promise<void> {
  const now = await wordsNow(db, quotation)
  if (now !== null) await db.update(quotations).set({ leftAt: now }).where(eq(quotations.id, quotation.id))
}
