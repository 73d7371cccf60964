import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { isKeptWithout } from '../../groups/keeping.ts'
import { findPersonIn, type PersonIn, peopleIn } from '../../groups/people.ts'
import { type Group, groups, memberships } from '../../groups/schema.ts'
import { closeAccount } from '../../identity/closing.ts'
import { leave, NotLeft, passesRoles } from './handing-over.ts'
import { type Held, holdingsOf } from './holdings.ts'
import type { LeaveProblem, Wish } from './successor.ts'

/** What somebody holds in one of their groups, and who could go on with it. */
export interface Part {
  group: Group
  membershipId: string
  held: Held[]
  others: PersonIn[]
  needsKeeper: boolean
  /** Whether roles go on as well, or become vacant. */
  passesRoles: boolean
}

/** Everywhere that this person belongs, always in the same order, so that two who do this wait for each other. */
const belonging = (db: Database, personId: string) =>
  db
    .select({ group: groups, membershipId: memberships.id })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(groups.id))

async function partOf(
  db: Database,
  personId: string,
  by: Actor['person'],
  one: { group: Group; membershipId: string },
): Promise<Part> {
  const { group, membershipId } = one
  const all = await peopleIn(db, group.id)
  const members = all.filter(({ membership }) => membership.standing === 'member')
  const target = all.find(({ membership }) => membership.id === membershipId)
  // A guest has nothing that somebody could take over, and does not read who belongs to the group.
  const isMember = members.some(({ person }) => person.id === personId)
  return {
    ...one,
    held: await holdingsOf(db, { groupId: group.id, personId, membershipId }),
    others: isMember ? members.filter(({ person }) => person.id !== personId) : [],
    passesRoles: target !== undefined && passesRoles({ person: by, group }, all, target),
    needsKeeper: !isKeptWithout(group, all, membershipId),
  }
}

/** Everything that somebody has in their hands in the whole alliance. */
export async function partsOf(db: Database, personId: string, by: Actor['person']): Promise<Part[]> {
  const all = await belonging(db, personId)
  return Promise.all(all.map((one) => partOf(db, personId, by, one)))
}

/** In which group something stands in the way. */
export class NotLeftIn extends Error {
  readonly group: Group
  readonly problem: LeaveProblem

  constructor(group: Group, problem: LeaveProblem) {
    super(problem.code)
    this.group = group
    this.problem = problem
  }
}

interface LeavingAlliance {
  personId: string
  /** Whoever sees to it. */
  by: Actor['person']
  /** By the id of the group. */
  wishes: Map<string, Wish>
  consequences: DepartureConsequence<RecordEvent>[]
}

const nobody: Wish = { successorId: null, givenBy: '' }

async function leaveOne(tx: Database, record: RecordEvent, group: Group, target: PersonIn, all: LeavingAlliance) {
  const { by, wishes, consequences } = all
  const actor: Actor = { person: by, group, standing: 'member', votes: false, roles: [] }
  const leaving = { actor, target, wish: wishes.get(group.id) ?? nobody, consequences }
  await leave(tx, record, leaving).catch((error) => {
    throw error instanceof NotLeft ? new NotLeftIn(group, error.problem) : error
  })
}

/** All groups, and the account, in one transaction (`DOMAIN.md 3.8`). Tells which groups it was. */
export async function leaveAlliance(tx: Database, record: RecordEvent, leaving: LeavingAlliance): Promise<Group[]> {
  const { personId, by } = leaving
  const all = await belonging(tx, personId)
  for (const { group, membershipId } of all) {
    const target = await findPersonIn(tx, group.id, membershipId)
    if (target) await leaveOne(tx, record, group, target, leaving)
  }
  await closeAccount(tx, personId, by.id)
  return all.map(({ group }) => group)
}
