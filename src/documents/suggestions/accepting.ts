import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import type { Ports } from '../../ports.ts'
import { appendChanges, type Change, merge, partsOf, type Receipt, readStored, type Stored } from '../editing/log.ts'
import { type Document, documentAuthors } from '../schema.ts'
import { doubledBy, textOf } from './doubling.ts'
import { guardOf, newIn } from './judging.ts'
import { type Suggestion, suggestionClients, suggestions } from './schema.ts'
import { type Standing, standingOf } from './standing.ts'

type Subject = Pick<Document, 'id' | 'groupId' | 'title'>
type By = Pick<Actor, 'person'>
type Place = Pick<Ports, 'db' | 'bus' | 'rooms'>

export interface Accepted {
  /** Which of them are in the text now. */
  accepted: string[]
  /** What these hung on is not there any more, or somebody has to look at them first. */
  gone: string[]
  seqs: number[]
}

/**
 * Brings suggestions into the text, each under the ids of its author, so that the words are theirs for good. The rows of
 * the text and what became of the suggestion are one transaction; who has the text open gets them afterwards. Of two who
 * decide at once the second waits for the first, and finds it decided.
 */
export async function acceptSuggestions(ports: Place, paper: Subject, by: By, which: string[]): Promise<Accepted> {
  const outcome = await change(ports, (tx, record) => accept(tx, record, paper, by, which))
  if (outcome.seqs.length > 0) await ports.rooms.adopt(paper.id, outcome.seqs)
  return outcome
}

async function accept(tx: Database, record: RecordEvent, paper: Subject, by: By, which: string[]): Promise<Accepted> {
  const open = await lockOpen(tx, paper.id, which)
  if (open.length === 0) return { accepted: [], gone: [], seqs: [] }
  const stored = await readStored(tx, paper.id)
  const { taken, gone, changes } = sorted(paper.id, open, stored)
  const seqs = seqsOf(await appendChanges(tx, changes))
  await settle(tx, taken, by, 'accepted')
  await dateWords(tx, paper.id, taken)
  await recordSettled(tx, record, { paper, by, kind: 'suggestion.accepted', settled: taken })
  return { accepted: taken.map(({ id }) => id), gone, seqs }
}

/** In one order, so that two who accept everything wait for each other once. */
export const lockOpen = (tx: Database, documentId: string, which: string[]): Promise<Suggestion[]> =>
  tx
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.documentId, documentId), inArray(suggestions.id, which), eq(suggestions.state, 'open')))
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
    .for('update')

interface Sorted {
  taken: Suggestion[]
  gone: string[]
  changes: Change[]
}

/** One after the other, as one may lie on what another takes out. What is in the text already changes nothing. */
function sorted(documentId: string, open: Suggestion[], stored: Stored): Sorted {
  const state = merge(partsOf(stored))
  const standing = standingOf(state, open)
  const careful = open.length > 1 ? doublingIn(state, open, standing) : new Set<string>()
  const guard = guardOf(stored)
  const all: Sorted = { taken: [], gone: [], changes: [] }
  for (const one of open) {
    const { id, update, authorId: personId } = one
    const fresh = standing.get(id)?.gone || careful.has(id) ? null : newIn(guard, update, personId)
    if (fresh) all.taken.push(one)
    else all.gone.push(id)
    for (const part of fresh ?? []) all.changes.push({ ...part, documentId, personId })
  }
  return all
}

/** Of several at once nobody reads what each would double. */
function doublingIn(state: Uint8Array, open: Suggestion[], standing: Map<string, Standing>): Set<string> {
  const text = textOf(state)
  const doubling = open.filter((one) => standing.get(one.id)?.collision && doubledBy(text, one) !== '')
  return new Set(doubling.map(({ id }) => id))
}

const seqsOf = (receipts: Receipt[]): number[] =>
  receipts.map((receipt) => {
    if ('seq' in receipt) return receipt.seq
    throw new Error('the ids of a suggestion are not its author’s')
  })

export type Outcome = 'accepted' | 'rejected' | 'withdrawn'

export async function settle(tx: Database, settled: Suggestion[], { person }: By, state: Outcome): Promise<void> {
  if (settled.length === 0) return
  const ids = settled.map(({ id }) => id)
  await tx
    .update(suggestions)
    .set({ state, settledById: person.id, settledAt: sql`now()` })
    .where(inArray(suggestions.id, ids))
}

/** Their words are in the text from now on. */
async function dateWords(tx: Database, documentId: string, taken: Suggestion[]): Promise<void> {
  const ids = taken.map(({ id }) => id)
  const ofThese = tx
    .select({ id: suggestionClients.clientId })
    .from(suggestionClients)
    .where(and(eq(suggestionClients.documentId, documentId), inArray(suggestionClients.suggestionId, ids)))
  if (ids.length === 0) return
  await tx
    .update(documentAuthors)
    .set({ boundAt: sql`now()` })
    .where(and(eq(documentAuthors.documentId, documentId), inArray(documentAuthors.clientId, ofThese)))
}

interface Settled {
  paper: Subject
  by: By
  kind: 'suggestion.accepted' | 'suggestion.rejected'
  settled: Suggestion[]
}

/** One line for each author, who thereby learns what became of it. */
export async function recordSettled(tx: Database, record: RecordEvent, { paper, by, kind, settled }: Settled) {
  const authors = [...new Set(settled.map(({ authorId }) => authorId))]
  if (authors.length === 0) return
  const names = await tx.select({ name: people.name }).from(people).where(inArray(people.id, authors))
  const { id: subjectId, groupId, title } = paper
  for (const { name } of names)
    await record({ kind, groupId, actorId: by.person.id, subjectId, facts: { title, name } })
}
