import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { findActor } from '../../groups/membership.ts'
import { type Group, groups } from '../../groups/schema.ts'
import type { Person } from '../../identity/schema.ts'
import { type WordPart, wordsBetween } from '../comparisons/wording.ts'
import { currentState } from '../editing/log.ts'
import type { Content } from '../markup.ts'
import { findDocument } from '../model.ts'
import { mayReadDocument } from '../policy.ts'
import { type Document, documents } from '../schema.ts'
import { quotationsIn } from './excerpts.ts'
import { wordsAt } from './passages.ts'
import { type Quotation, quotations } from './schema.ts'

/** What has become of a quotation, for one reader. */
export interface QuotationStanding {
  id: string
  /** The words that were quoted; they stand in this text anyway. */
  words: string
  is: 'fixed' | 'same' | 'changed' | 'left' | 'gone' | 'hidden'
  /** Where it comes from; null for somebody who may not read that text. */
  source: { id: string; title: string; group: Pick<Group, 'slug' | 'name'>; snapshotNumber: number | null } | null
  /** How the paragraph reads now, against the words that were quoted. */
  parts: WordPart[]
}

type Reader = Pick<Person, 'id' | 'name'>
type Source = Document & { group: Group }

async function sourcesOf(db: Database, quoted: Quotation[]): Promise<Map<string, Source>> {
  const ids = [...new Set(quoted.map(({ sourceId }) => sourceId))]
  const found = await db
    .select({ document: documents, group: groups })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(inArray(documents.id, ids))
  return new Map(found.map(({ document, group }) => [document.id, { ...document, group }]))
}

/** The rights at the source are those of this reader, today. */
async function mayRead(db: Database, reader: Reader, { id, groupId, group }: Source): Promise<boolean> {
  const actor = await findActor(db, reader, group.slug)
  const paper = actor && (await findDocument(db, groupId, id))
  return paper ? mayReadDocument(actor, paper) : false
}

async function wordsNow(db: Database, { sourceId, position }: Quotation): Promise<string | null> {
  return position ? wordsAt(await currentState(db, sourceId), position) : null
}

const hidden = ({ id, words }: Quotation): QuotationStanding => ({ id, words, is: 'hidden', source: null, parts: [] })

function judged({ words, leftAt, snapshotNumber }: Quotation, now: string | null): QuotationStanding['is'] {
  if (snapshotNumber !== null) return 'fixed'
  if (now === null) return 'gone'
  if (now === words) return 'same'
  return now === leftAt ? 'left' : 'changed'
}

async function standingOf(db: Database, reader: Reader, quotation: Quotation, source: Source | undefined) {
  if (!source || !(await mayRead(db, reader, source))) return hidden(quotation)
  const { id, words, snapshotNumber } = quotation
  const now = await wordsNow(db, quotation)
  const is = judged(quotation, now)
  const { slug, name } = source.group
  const from = { id: source.id, title: source.title, group: { slug, name }, snapshotNumber }
  return { id, words, is, source: from, parts: is === 'changed' || is === 'left' ? wordsBetween(words, now ?? '') : [] }
}

/** The quotations that stand in this text, in reading order. */
export async function quotationsFor(
  db: Database,
  reader: Reader,
  documentId: string,
  content: Content,
): Promise<QuotationStanding[]> {
  const ids = [...new Set(quotationsIn(content))]
  if (ids.length === 0) return []
  const here = and(eq(quotations.documentId, documentId), inArray(quotations.id, ids))
  const found = new Map((await db.select().from(quotations).where(here)).map((one) => [one.id, one]))
  const sources = await sourcesOf(db, [...found.values()])
  const standings: QuotationStanding[] = []
  for (const id of ids) {
    const one = found.get(id)
    if (one) standings.push(await standingOf(db, reader, one, sources.get(one.sourceId)))
  }
  return standings
}
