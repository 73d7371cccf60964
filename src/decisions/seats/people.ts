import { and, asc, eq, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { peopleIn } from '../../groups/people.ts'
import { affiliations, groups, organisations } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import type { StandingEntry } from './standing.ts'

export interface Somebody {
  id: string
  name: string
}

/** Who may have a seat: every organisation that is known, and every group but this one. */
export const candidates = async (db: Database, groupId: string) => ({
  organisations: await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(byName(organisations.name)),
  groups: await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(ne(groups.id, groupId), ne(groups.state, 'dissolved')))
    .orderBy(byName(groups.name)),
})

const speakingFor = (db: Database, organisationId: string): Promise<Somebody[]> =>
  db
    .select({ id: people.id, name: people.name })
    .from(affiliations)
    .innerJoin(people, eq(people.id, affiliations.personId))
    .where(eq(affiliations.organisationId, organisationId))
    .orderBy(byName(people.name), asc(people.id))

const members = async (db: Database, groupId: string): Promise<Somebody[]> =>
  (await peopleIn(db, groupId)).filter(({ membership }) => membership.standing === 'member').map(({ person }) => person)

/** Who may sit for an organisation: those who speak for it, and the members of the group. */
export async function eligible(db: Database, seat: Pick<StandingEntry, 'groupId' | 'organisationId'>) {
  const own = seat.organisationId ? await speakingFor(db, seat.organisationId) : []
  const others = await members(db, seat.groupId)
  return [...own, ...others.filter(({ id }) => !own.some((one) => one.id === id))]
}

/** Members with a vote of their own. */
export const individuals = async (db: Database, groupId: string): Promise<Somebody[]> =>
  (await peopleIn(db, groupId))
    .filter(({ membership }) => membership.standing === 'member' && membership.votes)
    .map(({ person }) => person)
