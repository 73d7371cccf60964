import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { type Group, groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { type Citation, citation, readCitation } from './citation.ts'
import { type Decision, decisions } from './schema.ts'

/** A decision with the group that took it and the number under which it is cited. */
export type DecisionEntry = Decision & { group: Group; cited: string; firstPerson: string; secondPerson: string }

export interface LogFilter {
  /** Its slug. */
  group?: string
  year?: number
  outcome?: Decision['outcome']
}

const first = alias(people, 'first_person')
const second = alias(people, 'second_person')

const rows = (db: Database) =>
  db
    .select({ decision: decisions, group: groups, firstPerson: first.name, secondPerson: second.name })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(first, eq(first.id, decisions.firstPersonId))
    .innerJoin(second, eq(second.id, decisions.secondPersonId))
    .orderBy(desc(decisions.createdAt), desc(decisions.number))
    .$dynamic()

const entries = (found: Awaited<ReturnType<typeof rows>>): DecisionEntry[] =>
  found.map(({ decision, ...rest }) => ({
    ...decision,
    ...rest,
    cited: citation(rest.group.prefix, decision.year, decision.number),
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
export const decisionLog = async (db: Database, { group, year, outcome }: LogFilter): Promise<DecisionEntry[]> =>
  entries(
    await rows(db).where(
      and(
        group === undefined ? undefined : eq(groups.slug, group),
        year === undefined ? undefined : eq(decisions.year, year),
        outcome === undefined ? undefined : eq(decisions.outcome, outcome),
      ),
    ),
  )

/** These and no others, the latest on top. */
export const decisionsAmong = async (db: Database, ids: string[]): Promise<DecisionEntry[]> =>
  entries(await rows(db).where(inArray(decisions.id, ids)))

export const latestDecisions = async (db: Database, groupId: string, limit: number): Promise<DecisionEntry[]> =>
  entries(await rows(db).where(eq(decisions.groupId, groupId)).limit(limit))

export interface LogChoices {
  groups: Pick<Group, 'slug' | 'name'>[]
  years: number[]
}

/** What the register can be filtered by: the groups and years that have decided something. */
export async function logChoices(db: Database): Promise<LogChoices> {
  const deciding = await db
    .select({ slug: groups.slug, name: groups.name, year: decisions.year })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .groupBy(groups.slug, groups.name, decisions.year)
    .orderBy(byName(groups.name), desc(decisions.year))
  return {
    groups: [...new Map(deciding.map(({ slug, name }) => [slug, { slug, name }])).values()],
    years: [...new Set(deciding.map(({ year }) => year))].sort((a, b) => b - a),
  }
}
