import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { RoundEntry } from '../decisions/rounds/entries.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import type { Group } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { tasks } from '../tasks/schema.ts'
import { type Matters, mattersOf } from './matters.ts'
import { type News, pulsesOf } from './news.ts'
import { isIn, isOpen, runningRounds } from './running.ts'

/** One of my groups in three lines. */
export interface GroupLine {
  group: Group
  isGuest: boolean
  rounds: number
  /** In a group: with the circle. In the circle: waiting for its answer. */
  underWay: number
  returned: number
  openTasks: number
  unseen: { count: number; since: Date | null }
  latest: News | null
}

const quiet = { rounds: 0, underWay: 0, returned: 0, openTasks: 0, unseen: { count: 0, since: null }, latest: null }

/** What my groups' lines and my duties are made of, asked for once for all groups. */
export interface Around {
  rounds: RoundEntry[]
  matters: Matters
}

const idsOf = (actors: readonly Actor[]) => actors.filter(isMember).map(({ group }) => group.id)

export async function around(db: Database, actors: readonly Actor[]): Promise<Around> {
  const ids = idsOf(actors)
  const [rounds, matters] = await Promise.all([runningRounds(db, ids), mattersOf(db, ids)])
  return { rounds, matters }
}

async function openTasksIn(db: Database, groupIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ groupId: tasks.groupId, count: sql<number>`count(*)::int` })
    .from(tasks)
    .where(and(inArray(tasks.groupId, groupIds), eq(tasks.isOpen, true)))
    .groupBy(tasks.groupId)
  return new Map(rows.map(({ groupId, count }) => [groupId, count]))
}

export async function myGroups(
  db: Database,
  actors: readonly Actor[],
  personId: string,
  { rounds, matters }: Around,
): Promise<GroupLine[]> {
  const groups = actors.filter(isMember).map(({ group }) => group)
  const [tasksIn, pulses] = await Promise.all([openTasksIn(db, idsOf(actors)), pulsesOf(db, groups, personId)])
  return actors.map((actor) => {
    const { group } = actor
    if (!isMember(actor)) return { group, isGuest: true, ...quiet }
    return {
      group,
      isGuest: false,
      rounds: rounds.filter(isOpen).filter(isIn(group)).length,
      underWay: (group.kind === 'circle' ? matters.inbox(group.id) : matters.underWay([group.id])).length,
      returned: matters.returnedTo(group.id).length,
      openTasks: tasksIn.get(group.id) ?? 0,
      ...(pulses.get(group.id) ?? quiet),
    }
  })
}

/** Matters of my groups that lie with the circle, the latest first. */
export const underWay = (matters: Matters, actors: readonly Actor[]): ReferralEntry[] =>
  matters.underWay(idsOf(actors.filter(({ group }) => group.kind === 'working_group')))
