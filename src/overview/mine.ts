import type { Database } from '../db/database.ts'
import { openRounds } from '../decisions/rounds/entries.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import type { Group } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { inbox, returnedTo, sent } from '../referrals/model.ts'
import { groupTasks } from '../tasks/model.ts'
import { latestNews, type News, unseenIn } from './news.ts'

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

const isUnanswered = ({ answer }: ReferralEntry) => answer === null

const atCircle = async (db: Database, { id, kind }: Group) =>
  kind === 'circle' ? inbox(db, id) : (await sent(db, id)).filter(isUnanswered)

const quiet = { rounds: 0, underWay: 0, returned: 0, openTasks: 0, unseen: { count: 0, since: null }, latest: null }

async function lineOf(db: Database, actor: Actor): Promise<GroupLine> {
  const { group, person } = actor
  if (!isMember(actor)) return { group, isGuest: true, ...quiet }
  const [rounds, matters, returned, tasks] = await Promise.all([
    openRounds(db, group.id),
    atCircle(db, group),
    returnedTo(db, group.id),
    groupTasks(db, group.id),
  ])
  return {
    group,
    isGuest: false,
    rounds: rounds.length,
    underWay: matters.length,
    returned: returned.length,
    openTasks: tasks.filter(({ ending }) => !ending).length,
    unseen: await unseenIn(db, person.id, group.id),
    latest: await latestNews(db, group),
  }
}

export const myGroups = (db: Database, actors: readonly Actor[]): Promise<GroupLine[]> =>
  Promise.all(actors.map((actor) => lineOf(db, actor)))

/** Matters of my groups that lie with the circle, the latest first. */
export async function underWay(db: Database, actors: readonly Actor[]): Promise<ReferralEntry[]> {
  const groups = actors.filter((actor) => isMember(actor) && actor.group.kind === 'working_group')
  const matters = (await Promise.all(groups.map(({ group }) => sent(db, group.id)))).flat()
  return matters.filter(isUnanswered).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
}
