import { and, asc, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { proposals } from '../../decisions/proposals/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { type DepartureConsequence, depart } from '../../groups/departure.ts'
import { isKeptWithout } from '../../groups/keeping.ts'
import { type PersonIn, peopleIn } from '../../groups/people.ts'
import { lockGroup, startTerm } from '../../groups/roles.ts'
import { taskPeople } from '../../tasks/schema.ts'
import { dayOf } from '../../web/days.ts'
import { mayPassRolesOn } from '../policy.ts'
import { type HeldFate, handoverItems, handovers } from '../schema.ts'
import { giveMeetingsOn } from './future-meetings.ts'
import { type Held, holdingsOf } from './holdings.ts'
import { isProblem, type LeaveProblem, type Succession, succession, type Wish } from './successor.ts'

/** Nothing of it has happened: whoever begins the transaction catches it outside. */
export class NotLeft extends Error {
  readonly problem: LeaveProblem

  constructor(problem: LeaveProblem) {
    super(problem.code)
    this.problem = problem
  }
}

interface Leaving {
  /** Whoever sees to it: the person, or who looks after the group. */
  actor: Actor
  target: PersonIn
  wish: Wish
  consequences: DepartureConsequence<RecordEvent>[]
}

/** Held until the end, so that no round opens about one of them meanwhile. */
const lockProposalsOf = (tx: Database, groupId: string, personId: string) =>
  tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.groupId, groupId), eq(proposals.authorId, personId)))
    .orderBy(asc(proposals.id))
    .for('no key update')

async function giveRolesOn(tx: Database, record: RecordEvent, leaving: Leaving, { successor, roles }: Succession) {
  const { actor, wish } = leaving
  if (!successor) return
  const { id: subjectId, name } = successor.person
  for (const { role, endsOn } of roles) {
    const term = { role, endsOn, givenBy: wish.givenBy, startsOn: dayOf(new Date()) }
    await startTerm(tx, successor.membership, term)
    const facts = { name, role, givenBy: wish.givenBy }
    await record({ kind: 'role.given', groupId: actor.group.id, actorId: actor.person.id, subjectId, facts })
  }
}

const idsOf = (held: Held[], kind: Held['kind']) =>
  held.filter((one) => one.kind === kind && one.fates.withSuccessor === 'handed_over').map((one) => one.subjectId)

async function giveWorkOn(tx: Database, held: Held[], { successor }: Succession): Promise<void> {
  if (!successor) return
  const personId = successor.person.id
  const [taskIds, proposalIds] = [idsOf(held, 'task'), idsOf(held, 'proposal')]
  const rows = taskIds.map((taskId) => ({ taskId, personId }))
  if (rows.length > 0) await tx.insert(taskPeople).values(rows).onConflictDoNothing()
  await tx.update(proposals).set({ authorId: personId }).where(inArray(proposals.id, proposalIds))
}

/** A role that the successor could not have, or has already, is not theirs by this. */
function fateOf({ kind, subjectId, fates }: Held, { successor, roles }: Succession): HeldFate {
  if (!successor) return fates.alone
  return kind === 'role' && !roles.some(({ id }) => id === subjectId) ? fates.alone : fates.withSuccessor
}

async function keep(tx: Database, { actor, target, wish }: Leaving, held: Held[], given: Succession) {
  const row = { groupId: actor.group.id, personId: target.person.id, actorId: actor.person.id, givenBy: wish.givenBy }
  const successorId = given.successor?.person.id ?? null
  const handover = only(
    await tx
      .insert(handovers)
      .values({ ...row, successorId })
      .returning(),
  )
  const items = held.map((one) => ({
    ...{ handoverId: handover.id, kind: one.kind, subjectId: one.subjectId, title: one.title },
    fate: fateOf(one, given),
  }))
  if (items.length > 0) await tx.insert(handoverItems).values(items)
  return handover
}

async function tell(record: RecordEvent, { actor, target }: Leaving, { successor }: Succession, subjectId: string) {
  if (!successor) return
  const facts = { name: successor.person.name, from: target.person.name }
  await record({ kind: 'handover.made', groupId: actor.group.id, actorId: actor.person.id, subjectId, facts })
}

/** By what whoever sees to it is in this group now, also where they do it for the whole alliance. */
export function passesRoles({ person, group }: Pick<Actor, 'person' | 'group'>, people: PersonIn[], target: PersonIn) {
  const here = people.find((one) => one.person.id === person.id)
  const { standing, votes } = here?.membership ?? { standing: 'guest' as const, votes: false }
  const actor: Actor = { person, group, standing, votes, roles: here?.roles ?? [] }
  return mayPassRolesOn(actor, !isKeptWithout(group, people, target.membership.id))
}

/**
 * Somebody leaves a group, and in the same transaction everything they held goes to whoever takes over, or to nobody
 * (`DOMAIN.md 3.8`). Whoever comes second finds it done. Throws `NotLeft`, and then nothing has changed.
 */
export async function leave(tx: Database, record: RecordEvent, leaving: Leaving): Promise<void> {
  const { actor, target, wish, consequences } = leaving
  const { id: groupId } = actor.group
  await lockGroup(tx, groupId)
  const people = await peopleIn(tx, groupId)
  const now = people.find(({ membership }) => membership.id === target.membership.id)
  if (!now) return
  const given = succession(people, now, wish, passesRoles(actor, people, now))
  if (isProblem(given)) throw new NotLeft(given)
  await lockProposalsOf(tx, groupId, now.person.id)
  const held = await holdingsOf(tx, { groupId, personId: now.person.id, membershipId: now.membership.id })
  await giveRolesOn(tx, record, leaving, given)
  await giveWorkOn(tx, held, given)
  const successorId = given.successor?.person.id ?? null
  await giveMeetingsOn(tx, record, { groupId, personId: now.person.id, successorId, actorId: actor.person.id })
  const hasLeft = await depart(tx, record, actor, now, consequences)
  if (!hasLeft) throw new NotLeft({ field: 'successor', code: 'last_keeper' })
  const { id } = await keep(tx, leaving, held, given)
  await tell(record, leaving, given, id)
}
