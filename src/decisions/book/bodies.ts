import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { type RuleSet, ruleHistory } from '../../groups/rule-sets.ts'
import { type Group, groups, memberships, organisations, type Role } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { standingSeats } from '../seats/schema.ts'
import { belongedOn, type OfficeHeld, officesOn } from './offices.ts'
import type { Period } from './period.ts'
import { bookNames } from './schema.ts'

/** A rule set that held at some time of the year, and from when. */
export interface BookRules extends Pick<RuleSet, 'version' | 'rules' | 'legalBasis' | 'givenBy'> {
  since: string
  /** They came back because the decision in `givenBy`, which had changed them, was annulled. */
  isReturned: boolean
}

/** A body as it was when the year ended; people are named only if they agreed (`DOMAIN.md 5.4`). */
export interface BookGroup extends Pick<Group, 'prefix' | 'name' | 'kind' | 'legalForm' | 'state'> {
  voters: number
  /** Of its members those who agreed. */
  named: string[]
  offices: { role: Role; count: number; named: string[] }[]
  seats: { kind: 'organisation' | 'group' | 'person'; name: string }[]
  rules: BookRules[]
}

/** The end of the year, or now while it is not over. */
interface Moment {
  at: Date
  day: string
}

const endOf = ({ until }: Period, now: Date): Moment =>
  until <= now ? { at: until, day: addDays(dayOf(until), -1) } : { at: now, day: dayOf(now) }

/** The one that held when the year began, and those that came in it. */
function heldIn(history: RuleSet[], { from, until }: Period): BookRules[] {
  const known = history.filter(({ createdAt }) => createdAt < until)
  const before = known.findIndex(({ createdAt }) => createdAt <= from)
  const held = before < 0 ? known : known.slice(0, before + 1)
  return held.map(({ version, rules, legalBasis, givenBy, annulled, createdAt }) => ({
    ...{ version, rules, legalBasis, givenBy: annulled ?? givenBy, isReturned: annulled !== null },
    since: dayOf(createdAt),
  }))
}

const votersIn = (db: Database, { day, at }: Moment) =>
  db
    .select({ groupId: memberships.groupId, count: count() })
    .from(memberships)
    .where(and(eq(memberships.standing, 'member'), memberships.votes, belongedOn(day, at)))
    .groupBy(memberships.groupId)

const namedIn = (db: Database, { day, at }: Moment) =>
  db
    .select({ groupId: memberships.groupId, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(bookNames, eq(bookNames.personId, people.id))
    .where(and(eq(memberships.standing, 'member'), isNotNull(bookNames.personId), belongedOn(day, at)))
    .orderBy(byName(people.name))

async function seatsIn(db: Database, { at }: Moment) {
  const found = await db
    .select({
      ...{ groupId: standingSeats.groupId, kind: standingSeats.kind },
      ...{ organisation: organisations.name, group: groups.name },
    })
    .from(standingSeats)
    .leftJoin(organisations, eq(organisations.id, standingSeats.organisationId))
    .leftJoin(groups, eq(groups.id, standingSeats.sendingGroupId))
    .where(and(lte(standingSeats.createdAt, at), or(isNull(standingSeats.endedAt), gt(standingSeats.endedAt, at))))
    .orderBy(asc(standingSeats.kind), byName(organisations.name), byName(groups.name))
  return found.map(({ groupId, kind, organisation, group }) => ({ groupId, kind, name: organisation ?? group ?? '' }))
}

function officesOf(held: OfficeHeld[]): BookGroup['offices'] {
  const byRole = Map.groupBy(held, ({ role }) => role)
  return [...byRole].map(([role, holders]) => ({
    ...{ role, count: holders.length },
    named: holders.flatMap(({ name }) => name ?? []),
  }))
}

/** Every body that was there before the year was over, the circle first; or one of them. */
export async function bodiesOf(db: Database, period: Period, now: Date, groupId?: string): Promise<BookGroup[]> {
  const moment = endOf(period, now)
  const found = await db
    .select()
    .from(groups)
    .where(and(lt(groups.createdAt, period.until), groupId === undefined ? undefined : eq(groups.id, groupId)))
    .orderBy(desc(groups.kind), byName(groups.name))
  const [voters, named] = [await votersIn(db, moment), await namedIn(db, moment)]
  const [offices, seats] = [await officesOn(db, moment.day, moment.at), await seatsIn(db, moment)]
  return Promise.all(
    found.map(async ({ id, prefix, name, kind, legalForm, state }) => ({
      ...{ prefix, name, kind, legalForm, state },
      voters: voters.find((of) => of.groupId === id)?.count ?? 0,
      named: named.filter((of) => of.groupId === id).map((of) => of.name),
      offices: officesOf(offices.filter((of) => of.groupId === id)),
      seats: seats.filter((of) => of.groupId === id).map((seat) => ({ kind: seat.kind, name: seat.name })),
      rules: heldIn(await ruleHistory(db, id), period),
    })),
  )
}
