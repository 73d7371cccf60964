import { eq } from 'drizzle-orm'
import type { Round } from '../../decisions/rounds/schema.ts'
import { electorateOf } from '../../decisions/seats/electorate.ts'
import { fixRoll, type RollSeat } from '../../decisions/seats/roll-call.ts'
import { seatHolders, standingSeatHolders, standingSeats } from '../../decisions/seats/schema.ts'
import type { Role } from '../../groups/schema.ts'
import { castGroups, type GroupKey, type PersonKey } from '../cast.ts'
import type { Scene } from './scene.ts'

type Holders = RollSeat['holders']

const personal = (personId: string): RollSeat => ({
  ...{ key: personId, kind: 'person', organisationId: null, sendingGroupId: null, weight: 1 },
  holders: [{ personId, rank: 'principal' }],
})

/** Lead and delegates, as equals. */
function sittingFor({ group, person }: Scene, sendingGroupId: string): Holders {
  const key = (Object.keys(castGroups) as GroupKey[]).find((one) => group(one) === sendingGroupId)
  const roles = Object.entries(key ? castGroups[key].roles : {}) as [PersonKey, Role[]][]
  return roles
    .filter(([, held]) => held.some((role) => role === 'lead' || role === 'delegate'))
    .map(([one]) => ({ personId: person(one), rank: 'principal' }))
}

/** Whoever belongs to the circle; a deputy who does not cannot answer there. */
async function sittingOn({ db, person }: Scene, seatId: string): Promise<Holders> {
  const known = await db.select().from(standingSeatHolders).where(eq(standingSeatHolders.seatId, seatId))
  const here = castGroups.kk.members.map(person)
  return known.filter(({ personId }) => here.includes(personId)).map(({ personId, rank }) => ({ personId, rank }))
}

async function givenBy(scene: Scene, group: GroupKey): Promise<RollSeat[]> {
  const given = await scene.db
    .select()
    .from(standingSeats)
    .where(eq(standingSeats.groupId, scene.group(group)))
  return Promise.all(
    given.map(async ({ id, kind, organisationId, sendingGroupId, weight }) => ({
      ...{ key: id, kind, organisationId, sendingGroupId, weight },
      holders: sendingGroupId ? sittingFor(scene, sendingGroupId) : await sittingOn(scene, id),
    })),
  )
}

/** Person → seat: everybody who has a vote, by the roles of the sample and not by those of today. */
export async function takeRoll(
  scene: Scene,
  group: GroupKey,
  { id: roundId, rules, method }: Round,
): Promise<ReadonlyMap<string, string>> {
  const isByPersons = electorateOf(rules, method) === 'persons'
  const members = castGroups[group].members.map((key) => personal(scene.person(key)))
  await fixRoll(scene.db, roundId, { seats: isByPersons ? members : await givenBy(scene, group) })
  const roll = await scene.db.select().from(seatHolders).where(eq(seatHolders.roundId, roundId))
  return new Map(roll.map(({ personId, seatId }) => [personId, seatId]))
}
