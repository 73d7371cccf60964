import { type DeadlineEntry, deadlinesAhead } from '../calendar/deadlines.ts'
import type { Database } from '../db/database.ts'
import { type DecisionEntry, latestDecisions } from '../decisions/register/log.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { allGroups } from '../groups/register.ts'
import type { Group } from '../groups/schema.ts'
import { type MeetingEntry, nextMeeting } from '../meetings/model.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { addDays, dayOf } from '../web/days.ts'
import { around, underWay } from './mine.ts'

/** The circle as somebody sees it who does not sit in it. */
export interface OutsideView {
  circle: Group
  aim: string
  /** Who links my groups with the circle. */
  speakers: { group: string; names: string[] }[]
  latest: DecisionEntry[]
  underWay: ReferralEntry[]
  deadlines: DeadlineEntry[]
  meeting: MeetingEntry | null
}

const decisionsShown = 8

/** Six weeks, as for the circle itself: dates belong to the whole alliance (`DOMAIN.md 5.5`). */
const daysAhead = 42

export async function outsideView(db: Database, actors: readonly Actor[], now: Date): Promise<OutsideView | null> {
  const groups = await allGroups(db, now)
  const circle = groups.find(({ group }) => group.kind === 'circle')
  if (!circle) return null
  const mine = groups.filter(({ group }) => actors.some((actor) => isMember(actor) && actor.group.id === group.id))
  const [latest, known, deadlines, meeting] = await Promise.all([
    latestDecisions(db, circle.group.id, decisionsShown),
    around(db, actors),
    deadlinesAhead(db, { until: addDays(dayOf(now), daysAhead) }),
    nextMeeting(db, circle.group.id, now),
  ])
  return {
    ...{ circle: circle.group, latest, deadlines, meeting },
    aim: circle.mandate?.aim ?? '',
    speakers: mine
      .map(({ group, leads, delegates }) => ({ group: group.name, names: [...leads, ...delegates] }))
      .filter(({ names }) => names.length > 0),
    underWay: underWay(known.matters, actors),
  }
}
