import { inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { standingSeatHolders, standingSeats } from '../decisions/seats/schema.ts'
import { organisations } from '../groups/schema.ts'
import type { Base } from './base.ts'
import { type GroupKey, organisationNames, type PersonKey } from './cast.ts'

const sending: GroupKey[] = ['en', 'lw', 'bt', 'mo', 'gl', 'di']

/** Who sits for which organisation, the principal first. */
const holding = { o1: ['roswitha', 'bjarne'], o3: ['mirjam'], o6: ['kemal'] } as const satisfies Partial<
  Record<keyof typeof organisationNames, PersonKey[]>
>

/** The nine seats of the circle: six groups and three organisations (`DOMAIN.md 6.2`). */
export async function addStandingSeats(db: Database, { people, groups }: Base, startedAt: Date): Promise<void> {
  const given = { groupId: groups.kk.id, givenBy: 'Gründungstreffen', createdAt: startedAt }
  await db
    .insert(standingSeats)
    .values(sending.map((key) => ({ ...given, kind: 'group' as const, sendingGroupId: groups[key].id })))
  const keys = Object.keys(holding) as (keyof typeof holding)[]
  const names = keys.map((key) => organisationNames[key])
  const known = await db.select().from(organisations).where(inArray(organisations.name, names))
  for (const key of keys) {
    const organisationId = known.find(({ name }) => name === organisationNames[key])?.id
    const rows = await db
      .insert(standingSeats)
      .values({ ...given, kind: 'organisation', organisationId })
      .returning()
    const holders = rows.flatMap(({ id: seatId }) => holding[key].map((person, place) => ({ seatId, person, place })))
    await db.insert(standingSeatHolders).values(
      holders.map(({ seatId, person, place }) => ({
        ...{ seatId, personId: people[person].id, createdAt: startedAt },
        rank: place === 0 ? ('principal' as const) : ('deputy' as const),
      })),
    )
  }
}
