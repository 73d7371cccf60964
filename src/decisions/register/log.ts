import { and, count, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { type Group, groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { type Citation, citation, readCitation } from './citation.ts'
import { type LogFilter, matching } from './log-filter.ts'
import { needsCircle } from './reach.ts'
import { type Decision, decisions } from './schema.ts'
import { type Standing, standing } from './standing.ts'

/** A decision with the group that took it, the number under which it is cited, and whether it holds today. */
export type DecisionEntry = Decision & {
  group: Group
  cited: string
  standing: Standing
  /** The circle has to answer before it is carried out. */
  needsCircle: boolean
  firstPerson: string
  secondPerson: string
}

const first = alias(people, 'first_person')
const second = alias(people, 'second_person')

const latestFirst = [desc(decisions.createdAt), desc(decisions.number)]

const rows = (db: Database) =>
  db
    .select({ decision: decisions, group: groups, standing, firstPerson: first.name, secondPerson: second.name })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(first, eq(first.id, decisions.firstPersonId))
    .innerJoin(second, eq(second.id, decisions.secondPersonId))
    .orderBy(...latestFirst)
    .$dynamic()

const entries = (found: Awaited<ReturnType<typeof rows>>): DecisionEntry[] =>
  found.map(({ decision, ...rest }) => ({
    ...decision,
    ...rest,
    cited: citation(rest.group.prefix, decision.year, decision.number),
    needsCircle: needsCircle({ ...decision, ...rest }),
  }))

const one = async (db: Database, which: SQL | undefined): Promise<DecisionEntry | null> =>
  entries(await rows(db).where(which).limit(1))[0] ?? null

export const findDecision = (db: Database, groupId: string, id: string): Promise<DecisionEntry | null> =>
  one(db, and(eq(decisions.groupId, groupId), eq(decisions.id, id)))

const numbered = ({ prefix, year, number }: Citation) =>
  and(eq(groups.prefix, prefix), eq(decisions.year, year), eq(decisions.number, number))

/** By its number, as in EN-2026-005. Open to the whole alliance, so it needs no group (`DOMAIN.md 5.5`). */
export async function decisionByCitation(db: Database, cited: string): Promise<DecisionEntry | null> {
  const read = readCitation(cited)
  return read && one(db, numbered(read))
}

/** The register over all groups, the latest on top. */
export const decisionLog = async (db: Database, filter: LogFilter): Promise<DecisionEntry[]> =>
  entries(await rows(db).where(matching(db, filter)))

export interface LogSlice {
  decisions: DecisionEntry[]
  /** How many there are on all pages. */
  count: number
  page: number
  pages: number
}

const perPage = 25

/** Found first, and only then joined with everything else: to sort all of them with it takes ten times as long. */
const idsOf = (db: Database, which: SQL | undefined, { limit, offset }: { limit: number; offset: number }) =>
  db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(which)
    .orderBy(...latestFirst)
    .limit(limit)
    .offset(offset)

/** The same, one page of it; a page beyond the last is the last. */
export async function logSlice(db: Database, filter: LogFilter, asked: number): Promise<LogSlice> {
  const which = matching(db, filter)
  const [found] = await db
    .select({ count: count() })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(which)
  const total = found?.count ?? 0
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const place = { limit: perPage, offset: (page - 1) * perPage }
  return {
    decisions: entries(await rows(db).where(inArray(decisions.id, idsOf(db, which, place)))),
    count: total,
    page,
    pages,
  }
}

/** Adopted under these numbers, the latest on top; what is no number is nothing. */
export async function adoptedAs(db: Database, numbers: string[]): Promise<DecisionEntry[]> {
  const read = numbers.map(readCitation).filter((one) => one !== null)
  if (read.length === 0) return []
  return entries(await rows(db).where(and(eq(decisions.outcome, 'adopted'), or(...read.map(numbered)))))
}

/** Adopted about versions of these texts, the latest on top. */
export async function adoptedAbout(db: Database, documentIds: string[]): Promise<DecisionEntry[]> {
  if (documentIds.length === 0) return []
  const versions = db.select({ id: snapshots.id }).from(snapshots).where(inArray(snapshots.documentId, documentIds))
  return entries(await rows(db).where(and(eq(decisions.outcome, 'adopted'), inArray(decisions.snapshotId, versions))))
}

/** These and no others, the latest on top. */
export const decisionsAmong = async (db: Database, ids: string[]): Promise<DecisionEntry[]> =>
  entries(await rows(db).where(inArray(decisions.id, ids)))

export const latestDecisions = async (db: Database, groupId: string, limit: number): Promise<DecisionEntry[]> =>
  entries(await rows(db).where(eq(decisions.groupId, groupId)).limit(limit))
