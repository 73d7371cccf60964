import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce, termInForce } from '../../groups/membership.ts'
import { type RuleSet, ruleHistory } from '../../groups/rule-sets.ts'
import { type Group, groups, memberships, type Role, roleTerms } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { standingSeatsOf } from '../seats/standing.ts'
import type { Period } from './period.ts'

/** A rule set that held at some time of the year, and from when. */
export interface BookRules extends Pick<RuleSet, 'version' | 'rules' | 'legalBasis' | 'givenBy'> {
  since: string
}

/** A body without anybody's name: seats by organisation and group, offices by their number (`DOMAIN.md 5.4`). */
export interface BookGroup extends Pick<Group, 'prefix' | 'name' | 'kind' | 'legalForm' | 'state'> {
  voters: number
  offices: { role: Role; count: number }[]
  seats: { kind: 'organisation' | 'group' | 'person'; name: string }[]
  rules: BookRules[]
}

/** The one that held when the year began, and those that came in it. */
function heldIn(history: RuleSet[], { from, until }: Period): BookRules[] {
  const known = history.filter(({ createdAt }) => createdAt < until)
  const before = known.findIndex(({ createdAt }) => createdAt <= from)
  const held = before < 0 ? known : known.slice(0, before + 1)
  return held.map(({ version, rules, legalBasis, givenBy, createdAt }) => ({
    ...{ version, rules, legalBasis, givenBy },
    since: dayOf(createdAt),
  }))
}

const votersIn = (db: Database, today: string) =>
  db
    .select({ groupId: memberships.groupId, count: count() })
    .from(memberships)
    .where(and(eq(memberships.standing, 'member'), memberships.votes, inForce(today)))
    .groupBy(memberships.groupId)

const officesIn = (db: Database, today: string) =>
  db
    .select({ groupId: roleTerms.groupId, role: roleTerms.role, count: count() })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(and(termInForce(today), inForce(today)))
    .groupBy(roleTerms.groupId, roleTerms.role)
    .orderBy(roleTerms.role)

/** Every body that was there before the year was over, the circle first. */
export async function bodiesOf(db: Database, period: Period, today: string): Promise<BookGroup[]> {
  const found = await db
    .select()
    .from(groups)
    .where(sql`${groups.createdAt} < ${period.until.toISOString()}`)
    .orderBy(sql`${ne(groups.kind, 'circle')}`, byName(groups.name))
  const [voters, offices] = [await votersIn(db, today), await officesIn(db, today)]
  return Promise.all(
    found.map(async ({ id, prefix, name, kind, legalForm, state }) => ({
      ...{ prefix, name, kind, legalForm, state },
      voters: voters.find(({ groupId }) => groupId === id)?.count ?? 0,
      offices: offices.filter(({ groupId }) => groupId === id).map(({ role, count }) => ({ role, count })),
      seats: (await standingSeatsOf(db, id)).map(({ kind, name }) => ({ kind, name })),
      rules: heldIn(await ruleHistory(db, id), period),
    })),
  )
}
