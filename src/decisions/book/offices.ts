import { and, asc, eq, gt, gte, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups, memberships, type Role, roleTerms } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { addDays, dayOf } from '../../web/days.ts'
import type { Period } from './period.ts'
import { bookNames } from './schema.ts'

/** As of the end of a day: who belonged then, whatever has become of them. */
export const belongedOn = (day: string, at: Date): SQL | undefined =>
  and(
    lte(memberships.startedAt, at),
    or(isNull(memberships.endedAt), gt(memberships.endedAt, at)),
    or(isNull(memberships.endsOn), gte(memberships.endsOn, day)),
  )

const heldOn = (day: string, at: Date): SQL | undefined =>
  and(
    lte(roleTerms.startsOn, day),
    or(isNull(roleTerms.endsOn), gte(roleTerms.endsOn, day)),
    or(isNull(roleTerms.endedAt), gt(roleTerms.endedAt, at)),
  )

const terms = (db: Database) =>
  db
    .select({ term: roleTerms, group: groups.name, name: people.name, agreed: bookNames.personId })
    .from(roleTerms)
    .innerJoin(groups, eq(groups.id, roleTerms.groupId))
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(bookNames, eq(bookNames.personId, people.id))
    .$dynamic()

/** An office with the name of whoever holds it, if they agreed. */
export interface OfficeHeld {
  groupId: string
  role: Role
  name: string | null
}

export async function officesOn(db: Database, day: string, at: Date): Promise<OfficeHeld[]> {
  const found = await terms(db)
    .where(and(heldOn(day, at), belongedOn(day, at)))
    .orderBy(asc(roleTerms.role), asc(people.name))
  return found.map(({ term: { groupId, role }, name, agreed }) => ({ groupId, role, name: agreed && name }))
}

/** An office that somebody took up or laid down. */
export interface HandOver {
  group: string
  role: Role
  on: string
  kind: 'taken' | 'laid_down'
  name: string | null
}

const lastDay = ({ endsOn, endedAt }: typeof roleTerms.$inferSelect): string | null => {
  const ended = endedAt && dayOf(endedAt)
  return ended && endsOn ? (ended < endsOn ? ended : endsOn) : (ended ?? endsOn)
}

/** Who handed what over in a year, in the order in which it happened. */
export async function handOversIn(db: Database, { from, until }: Period, groupId?: string): Promise<HandOver[]> {
  const [first, last] = [dayOf(from), addDays(dayOf(until), -1)]
  const [today, now] = [dayOf(new Date()), (day: string) => day >= first && day <= last]
  const found = await terms(db).where(groupId === undefined ? undefined : eq(roleTerms.groupId, groupId))
  return found
    .flatMap(({ term, group, name, agreed }): HandOver[] => {
      const said = { group, role: term.role, name: agreed && name }
      const end = lastDay(term)
      return [
        ...(now(term.startsOn) ? [{ ...said, on: term.startsOn, kind: 'taken' as const }] : []),
        ...(end && end <= today && now(end) ? [{ ...said, on: end, kind: 'laid_down' as const }] : []),
      ]
    })
    .sort((one, other) => one.on.localeCompare(other.on) || one.group.localeCompare(other.group, 'de'))
}
