import type { Database } from '../db/database.ts'
import { nameFrom } from '../identity/address.ts'
import { addPerson } from '../identity/people.ts'
import type { Person } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import type { Lang } from '../web/locale.ts'
import type { RecordGroupEvent } from './recording.ts'
import { startTerm } from './roles.ts'
import { startingBasis, startingRules } from './rule-presets.ts'
import {
  alliances,
  type Group,
  groups,
  type LegalForm,
  type Mandate,
  mandates,
  memberships,
  ruleSets,
} from './schema.ts'

const only = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The database returned no row for an insert')
  return row
}

export interface NewGroup {
  name: string
  prefix: string
  legalForm: LegalForm
  mandate: Pick<Mandate, 'aim' | 'domain' | 'limits' | 'givenBy' | 'validUntil'>
}

/** Its address in the browser is the prefix of its decisions: short, and both are there once only. */
const slugOf = (prefix: string) => prefix.toLowerCase()

/** Null when there is a group with this prefix. */
async function addGroup(
  tx: Database,
  founded: Pick<Group, 'kind' | 'name' | 'prefix' | 'legalForm'>,
): Promise<Group | null> {
  const { legalForm } = founded
  const wanted = { ...founded, slug: slugOf(founded.prefix) }
  const [group] = await tx.insert(groups).values(wanted).onConflictDoNothing().returning()
  if (!group) return null
  const start = { rules: startingRules(legalForm), legalBasis: startingBasis(legalForm) }
  await tx.insert(ruleSets).values({ groupId: group.id, version: 1, ...start })
  return group
}

/** A working group with its mandate and the rules that a new one starts with; people join afterwards. Null when the prefix is taken. */
export async function foundGroup(
  tx: Database,
  record: RecordGroupEvent,
  { circle, founder, group: wanted }: { circle: Group; founder: Pick<Person, 'id'>; group: NewGroup },
): Promise<Group | null> {
  const { name, prefix, legalForm } = wanted
  const group = await addGroup(tx, { kind: 'working_group', name, prefix, legalForm })
  if (!group) return null
  await tx.insert(mandates).values({ ...wanted.mandate, groupId: group.id, validFrom: dayOf(new Date()) })
  await record({
    kind: 'group.created',
    groupId: group.id,
    alsoForId: circle.id,
    actorId: founder.id,
    subjectId: group.id,
    facts: { name: group.name },
  })
  return group
}

export interface NewAlliance {
  alliance: string
  circle: string
  legalForm?: LegalForm
  email: string
}

/** The very beginning: one alliance, its circle, and the person who coordinates it without a vote. */
export async function foundAlliance(tx: Database, wanted: NewAlliance, lang: Lang): Promise<Person> {
  await tx.insert(alliances).values({ name: wanted.alliance })
  const { legalForm = 'informal' } = wanted
  const circle = await addGroup(tx, { kind: 'circle', name: wanted.circle, prefix: 'KK', legalForm })
  const person = await addPerson(tx, { name: nameFrom(wanted.email), email: wanted.email, lang })
  if (!circle || !person) throw new Error('Somebody was there before the alliance')
  const seat = { groupId: circle.id, personId: person.id, votes: false }
  const membership = only(await tx.insert(memberships).values(seat).returning())
  await startTerm(tx, membership, { role: 'coordinator', startsOn: dayOf(new Date()), endsOn: null, givenBy: '' })
  return person
}
