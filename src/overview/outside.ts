import type { Database } from '../db/database.ts'
import { type DecisionEntry, latestDecisions } from '../decisions/register/log.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { allGroups } from '../groups/register.ts'
import type { Group } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { around, underWay } from './mine.ts'

/** The circle as somebody sees it who does not sit in it. */
export interface OutsideView {
  circle: Group
  aim: string
  /** Who links my groups with the circle. */
  speakers: { group: string; names: string[] }[]
  latest: DecisionEntry[]
  underWay: ReferralEntry[]
}

const decisionsShown = 8

export async function outsideView(db: Database, actors: readonly Actor[], now: Date): Promise<OutsideView | null> {
  const groups = await allGroups(db, now)
  const circle = groups.find(({ group }) => group.kind === 'circle')
  if (!circle) return null
  const mine = groups.filter(({ group }) => actors.some((actor) => isMember(actor) && actor.group.id === group.id))
  return {
    circle: circle.group,
    aim: circle.mandate?.aim ?? '',
    speakers: mine
      .map(({ group, leads, delegates }) => ({ group: group.name, names: [...leads, ...delegates] }))
      .filter(({ names }) => names.length > 0),
    latest: await latestDecisions(db, circle.group.id, decisionsShown),
    underWay: underWay((await around(db, actors)).matters, actors),
  }
}
