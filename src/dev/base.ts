import type { Database } from '../db/database.ts'
import {
  affiliations,
  alliances,
  type Group,
  groups,
  guidingIdeas,
  mandates,
  memberships,
  organisations,
  roleTerms,
  ruleSets,
} from '../groups/schema.ts'
import { type Person, people } from '../identity/schema.ts'
import { shiftTo } from './anchor.ts'
import {
  allianceName,
  castGroups,
  type GroupKey,
  ideaTitles,
  mailOf,
  operator,
  organisationNames,
  type PersonKey,
  persons,
} from './cast.ts'
import { addStandingSeats } from './standing-seats.ts'

export interface Base {
  people: Record<PersonKey, Person>
  groups: Record<GroupKey, Group>
}

const keys = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as K[]

const only = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The database returned no row for an insert')
  return row
}

async function addOrganisations(db: Database) {
  const added = {} as Record<keyof typeof organisationNames, string>
  for (const key of keys(organisationNames)) {
    added[key] = only(await db.insert(organisations).values({ name: organisationNames[key] }).returning()).id
  }
  return added
}

async function addPeople(db: Database, organisationIds: Record<keyof typeof organisationNames, string>) {
  const added = {} as Record<PersonKey, Person>
  for (const key of keys(persons)) {
    const { name, organisation } = persons[key]
    const row = { name, email: mailOf(key), isOperator: key === operator }
    added[key] = only(await db.insert(people).values(row).returning())
    if (organisation) {
      await db.insert(affiliations).values({ personId: added[key].id, organisationId: organisationIds[organisation] })
    }
  }
  return added
}

async function addMembers(
  db: Database,
  key: GroupKey,
  group: Group,
  cast: Base['people'],
  shift: (day: string) => string,
) {
  const { members, roles, ...rest } = castGroups[key]
  const attending = 'attending' in rest ? rest.attending : []
  const guests = 'guests' in rest ? rest.guests : []
  const startedAt = new Date(`${shift('2025-03-03')}T18:00:00Z`)
  for (const person of [...members, ...attending, ...guests] as PersonKey[]) {
    const isGuest = (guests as readonly PersonKey[]).includes(person)
    const membership = only(
      await db
        .insert(memberships)
        .values({
          groupId: group.id,
          personId: cast[person].id,
          standing: isGuest ? 'guest' : 'member',
          votes: (members as readonly PersonKey[]).includes(person),
          endsOn: isGuest ? shift('2026-12-31') : null,
          startedAt,
        })
        .returning(),
    )
    for (const role of (roles as Partial<Record<PersonKey, (typeof roleTerms.$inferInsert)['role'][]>>)[person] ?? []) {
      await db.insert(roleTerms).values({
        membershipId: membership.id,
        groupId: group.id,
        role,
        startsOn: shift('2026-03-03'),
        endsOn: role === 'coordinator' ? shift('2027-12-31') : shift('2028-03-02'),
      })
    }
  }
}

async function addGroup(db: Database, key: GroupKey, shift: (day: string) => string): Promise<Group> {
  const { name, prefix, kind, aim, domain, mandateUntil, rules } = castGroups[key]
  const group = only(await db.insert(groups).values({ slug: key, name, prefix, kind }).returning())
  await db.insert(ruleSets).values({ groupId: group.id, version: 1, rules })
  await db.insert(mandates).values({
    groupId: group.id,
    aim,
    domain,
    validFrom: shift('2025-03-03'),
    validUntil: mandateUntil && shift(mandateUntil),
    givenBy: kind === 'circle' ? 'Gründungstreffen' : 'Koordinierungskreis',
  })
  return group
}

/** People, organisations, groups, roles, mandates and rules of the sample alliance: what every test stands on. */
export async function loadBase(db: Database, now = new Date()): Promise<Base> {
  const shift = shiftTo(now)
  await db.insert(alliances).values({ name: allianceName })
  const ideas = Object.entries(ideaTitles).map(([code, title], index) => ({ code, title, position: index + 1 }))
  await db.insert(guidingIdeas).values(ideas)
  const cast = await addPeople(db, await addOrganisations(db))
  const added = {} as Record<GroupKey, Group>
  for (const key of keys(castGroups)) {
    added[key] = await addGroup(db, key, shift)
    await addMembers(db, key, added[key], cast, shift)
  }
  const base = { people: cast, groups: added }
  await addStandingSeats(db, base, new Date(`${shift('2025-03-03')}T18:00:00Z`))
  return base
}
