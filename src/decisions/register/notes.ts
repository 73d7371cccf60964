import { and, asc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { citation } from './citation.ts'
import { type RecusedLater, recusedLater } from './recused-later.ts'
import { type DecisionNote, decisionNotes, decisions } from './schema.ts'
import { isEffective } from './standing.ts'

/** Another decision, as a note names it. */
export interface Cited {
  cited: string
  title: string
}

/** A note with those who stand behind it, and the decision that it rests on, if there is one. */
export type NoteEntry = DecisionNote & {
  first: string
  second: string | null
  by: Cited | null
  /** Of a recount: how many seats had which conflict of interest. */
  recused: RecusedLater | null
}

const firsts = alias(people, 'first_signer')
const seconds = alias(people, 'second_signer')
const behind = alias(decisions, 'behind')
const theirs = alias(groups, 'theirs')

const rows = (db: Database) =>
  db
    .select({
      note: decisionNotes,
      first: firsts.name,
      second: seconds.name,
      by: { title: behind.title, year: behind.year, number: behind.number, prefix: theirs.prefix },
    })
    .from(decisionNotes)
    .innerJoin(firsts, eq(firsts.id, decisionNotes.firstPersonId))
    .leftJoin(seconds, eq(seconds.id, decisionNotes.secondPersonId))
    .leftJoin(behind, eq(behind.id, decisionNotes.byDecisionId))
    .leftJoin(theirs, eq(theirs.id, behind.groupId))
    .orderBy(asc(decisionNotes.createdAt))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const named = ({ title, year, number, prefix }: { [K in keyof Row['by']]: Row['by'][K] | null }): Cited | null =>
  title !== null && prefix !== null && year !== null && number !== null
    ? { title, cited: citation(prefix, year, number) }
    : null

const entry = ({ note, by, ...people }: Row): NoteEntry => ({
  ...{ ...note, ...people },
  by: by && named(by),
  recused: recusedLater(note),
})

const among = async (db: Database, which: SQL | undefined) => (await rows(db).where(which)).map(entry)

/** Decision id → everything that was added to it, discarded ones included, the first on top. */
export const notesOf = async (db: Database, decisionIds: string[]): Promise<Map<string, NoteEntry[]>> =>
  Map.groupBy(await among(db, inArray(decisionNotes.decisionId, decisionIds)), ({ decisionId }) => decisionId)

export async function findNote(db: Database, decisionId: string, id: string): Promise<NoteEntry | null> {
  const [note] = await among(db, and(eq(decisionNotes.decisionId, decisionId), eq(decisionNotes.id, id)))
  return note ?? null
}

/** Decision id → what two have signed about it. */
export async function signedNotes(db: Database, decisionIds: string[]): Promise<Map<string, NoteEntry[]>> {
  if (decisionIds.length === 0) return new Map()
  const signed = and(inArray(decisionNotes.decisionId, decisionIds), isNotNull(decisionNotes.signedAt))
  return Map.groupBy(await among(db, signed), ({ decisionId }) => decisionId)
}

/** An earlier decision that another one has superseded or annulled, or would have: see {@link isEffective}. */
export type Ended = Cited & Pick<DecisionNote, 'kind'> & { isEffective: boolean }

const later = alias(decisions, 'later')

/** Decision id → the decisions that it was taken to end, by signed notes. */
export async function endedBy(db: Database, decisionIds: string[]): Promise<Map<string, Ended[]>> {
  if (decisionIds.length === 0) return new Map()
  const found = await db
    .select({
      id: decisionNotes.byDecisionId,
      kind: decisionNotes.kind,
      isEffective,
      title: decisions.title,
      year: decisions.year,
      number: decisions.number,
      prefix: groups.prefix,
    })
    .from(decisionNotes)
    .innerJoin(decisions, eq(decisions.id, decisionNotes.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(later, eq(later.id, decisionNotes.byDecisionId))
    .where(and(inArray(decisionNotes.byDecisionId, decisionIds), isNotNull(decisionNotes.signedAt)))
    .orderBy(asc(decisions.decidedOn), asc(decisions.number))
  const ended = found.map(({ prefix, year, number, ...one }) => ({ ...one, cited: citation(prefix, year, number) }))
  return Map.groupBy(ended, ({ id }) => id ?? '')
}
