import type { Database } from '../../db/database.ts'
import { seatsOf } from '../../decisions/seats/roll-call.ts'
import { membersOf, standingSeatsOf } from '../../decisions/seats/standing.ts'
import type { Rules } from '../../groups/rules.ts'
import type { Electorate } from './quorum.ts'

/**
 * Whose presence counts for the quorum of a group: its voting members, or the seats that it has given; now, or as they were
 * at an instant that has passed.
 */
export async function electorateOf(
  db: Database,
  groupId: string,
  rules: Rules,
  at: Date | null = null,
): Promise<Electorate> {
  const voters = (await membersOf(db, groupId, at)).filter(({ votes }) => votes)
  if (rules.electorate === 'persons')
    return { unit: 'persons', voices: voters.map(({ personId }) => ({ holders: [personId] })) }
  const seats = seatsOf(await standingSeatsOf(db, groupId, at), voters, rules)
  return { unit: 'seats', voices: seats.map(({ holders }) => ({ holders: holders.map(({ personId }) => personId) })) }
}
