import { and, asc, eq, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { DecisionEntry } from '../../decisions/register/log.ts'
import { loseSeatsOf } from '../../decisions/rounds/leaving.ts'
import { standingSeats } from '../../decisions/seats/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { lockGroup } from '../../groups/roles.ts'
import { groups, invitations, mandates, roleTerms } from '../../groups/schema.ts'
import { answers, referrals } from '../../referrals/schema.ts'
import { tasks } from '../../tasks/schema.ts'
import { dissolutionCompletions, dissolutionItems } from '../schema.ts'
import { closePolls } from './gatherings.ts'
import { carrying, type Ending } from './moving.ts'
import { isPlaced, type OpenItem, openIn } from './open.ts'
import { listOf, type Plan, planFor } from './planning.ts'
import { endSitting, sittingFor } from './sitting.ts'

/** Something has no destination yet, came in meanwhile, or would not go: then nothing has happened at all. */
export class StillOpen extends Error {
  readonly items: OpenItem[]

  constructor(items: OpenItem[]) {
    super('still open')
    this.items = items
  }
}

/** Another group was chosen to take over, or it is not at work any more: then nothing has happened at all. */
export class NoHeir extends Error {}

export interface Dissolving {
  plan: Plan
  actor: Actor
  decision: DecisionEntry
  goesTo: string
  /** What is put in order when somebody leaves the circle with their group. */
  consequences: DepartureConsequence<RecordEvent>[]
}

/** Whoever answers one of these referrals or ends one of these tasks is done with it, or finds it gone. */
async function lockOpen(tx: Database, groupId: string): Promise<void> {
  const answered = tx.select({ id: answers.referralId }).from(answers).where(eq(answers.referralId, referrals.id))
  await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(or(eq(referrals.fromId, groupId), eq(referrals.toId, groupId)), notExists(answered)))
    .orderBy(asc(referrals.id))
    .for('no key update')
  await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.groupId, groupId), eq(tasks.isOpen, true)))
    .orderBy(asc(tasks.id))
    .for('no key update')
}

/**
 * In the order of everybody else, so that two never wait for each other: whoever ends a meeting holds its group and then
 * what was sent to it; whoever answers that holds it and then no more than the key of a group. The heir stays what it is
 * meanwhile, and so does the circle, in which seats end. At last the whole row of the group: whoever is putting something
 * into it at this moment has either done so, and it is on the list, or waits and finds the group gone.
 */
async function lockWhole(tx: Database, { groupId, heirId }: Pick<Plan, 'groupId' | 'heirId'>): Promise<void> {
  const [circle] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.kind, 'circle'))
  for (const id of new Set([groupId, heirId, circle?.id ?? heirId].sort())) await lockGroup(tx, id)
  await lockOpen(tx, groupId)
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update')
}

/** The plan as it stands now that nobody else can change it. */
async function planNow(tx: Database, { groupId, heirId }: Plan): Promise<Plan> {
  const plan = await planFor(tx, groupId)
  if (plan?.heirId !== heirId || plan.heir.state !== 'active') throw new NoHeir()
  return plan
}

async function endPosts(tx: Database, groupId: string): Promise<void> {
  const now = sql`now()`
  await tx
    .update(roleTerms)
    .set({ endedAt: now })
    .where(and(eq(roleTerms.groupId, groupId), isNull(roleTerms.endedAt)))
  await tx
    .update(mandates)
    .set({ supersededAt: now })
    .where(and(eq(mandates.groupId, groupId), isNull(mandates.supersededAt)))
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.groupId, groupId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
}

/** Its seats in other bodies end with it, also on the rolls that are open there. */
async function endSeats(tx: Database, groupId: string, endedBy: string): Promise<void> {
  const ended = await tx
    .update(standingSeats)
    .set({ endedAt: sql`now()`, endedBy })
    .where(and(eq(standingSeats.sendingGroupId, groupId), isNull(standingSeats.endedAt)))
    .returning({ groupId: standingSeats.groupId })
  for (const seat of ended) await loseSeatsOf(tx, seat.groupId, { organisationId: null, sendingGroupId: groupId })
}

async function carryOut(ending: Ending, plan: Plan): Promise<void> {
  for (const { id, ...one } of await listOf(ending.tx, plan.id)) {
    const became = await carrying[one.kind][one.destination]?.(ending, one)
    if (became) await ending.tx.update(dissolutionItems).set({ becameId: became }).where(eq(dissolutionItems.id, id))
  }
}

/** What was settled before its turn came, such as a task that is done, has no need to go anywhere. */
async function forgetSettled(tx: Database, plan: Plan, open: OpenItem[]): Promise<void> {
  const ids = open.map(({ subjectId }) => subjectId)
  const all = await listOf(tx, plan.id)
  for (const { id, subjectId } of all)
    if (!ids.includes(subjectId)) await tx.delete(dissolutionItems).where(eq(dissolutionItems.id, id))
}

const isLeft = (item: OpenItem) => item.kind !== 'document'

async function tell(record: RecordEvent, { plan, actor, decision }: Dissolving, circleId: string) {
  const { group, person } = actor
  const facts = { title: group.name, number: decision.cited, of: group.slug }
  const event = { kind: 'group.dissolved', actorId: person.id, subjectId: group.id, facts } as const
  await record({ ...event, groupId: group.id, alsoForId: plan.heir.id })
  if (circleId !== plan.heir.id) await record({ ...event, groupId: circleId })
}

/**
 * By a decision of the circle the group ends: everything that is open goes where the list says, roles, mandate and seats end,
 * and nothing begins there any more (`DOMAIN.md 3.8`). All of it or nothing; whoever comes second finds it done.
 */
export async function dissolve(tx: Database, record: RecordEvent, dissolving: Dissolving): Promise<void> {
  const { actor, decision, goesTo } = dissolving
  await lockWhole(tx, dissolving.plan)
  const group = only(await tx.select().from(groups).where(eq(groups.id, dissolving.plan.groupId)))
  if (group.state === 'dissolved') return
  const plan = await planNow(tx, dissolving.plan)
  const open = await openIn(tx, group.id)
  const homeless = open.filter((item) => !isPlaced(item))
  if (homeless.length > 0) throw new StillOpen(homeless)
  await forgetSettled(tx, plan, open)
  await carryOut({ tx, record, actor, heir: plan.heir, goesTo }, plan)
  await closePolls(tx, record, actor)
  const left = (await openIn(tx, group.id)).filter(isLeft)
  if (left.length > 0) throw new StillOpen(left)
  const sitting = await sittingFor(tx, group.id)
  await endPosts(tx, group.id)
  await endSeats(tx, group.id, decision.cited)
  await endSitting(tx, record, sitting, dissolving)
  const completion = { dissolutionId: plan.id, decisionId: decision.id, completedById: actor.person.id }
  await tx.insert(dissolutionCompletions).values(completion)
  await tx
    .update(groups)
    .set({ state: 'dissolved' })
    .where(and(eq(groups.id, group.id), ne(groups.state, 'dissolved')))
  await tell(record, dissolving, decision.groupId)
}
