import type { Database } from '../../db/database.ts'
import { seatsOf } from '../../decisions/seats/roll-call.ts'
import { membersOf, standingSeatsOf } from '../../decisions/seats/standing.ts'
import type { Rules } from '../../groups/rules.ts'
import { dayOf } from '../../web/days.ts'
import type { Electorate } from './quorum.ts'

/** Whose presence counts for the quorum of a group today: its voting members, or the seats that it has given. */
export async function electorateOf(db: Database, groupId: string, rules: Rules, now = new Date()): Promise<Electorate> {
  const voters = (await membersOf(db, groupId, dayOf(now))).filter(({ votes }) => votes)
  if (rules.electorate === 'persons')
    return { unit: 'persons', voices: voters.map(({ personId }) => ({ holders: [personId] })) }
  const seats = seatsOf(await standingSeatsOf(db, groupId, now), voters, rules)
  return { unit: 'seats', voices: seats.map(({ holders }) => ({ holders: holders.map(({ personId }) => personId) })) }
}
