import { change } from '#src/activity/model.ts'
import { createProposal } from '#src/decisions/proposals/proposing.ts'
import { type RecordDraft, reportDecision } from '#src/decisions/records/reporting.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { openRound, type RoundDraft } from '#src/decisions/rounds/opening.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { placesOf } from '#src/decisions/seats/places.ts'
import { rollOf, type SeatEntry } from '#src/decisions/seats/roll.ts'
import { type StandingEntry, standingSeatsOf } from '#src/decisions/seats/standing.ts'
import { organisationNames, type PersonKey } from '#src/dev/cast.ts'
import type { Rules } from '#src/groups/rules.ts'
import { enacted } from '../../support/enacted.ts'
import type { GroupKey, World } from '../../support/world.ts'
import { deciding, heat, inDays } from '../setting.ts'

/** The group decides to decide differently. */
export const ruled = enacted

/** How the circle votes by seats: six groups and three organisations. */
export const bySeats: Partial<Rules> = { electorate: 'seats', seatPolicy: 'all_equal', proxiesPerHolder: 0 }

const somethingDecided = {
  wording: 'Wir treffen uns ab Januar jeden ersten Dienstag im Monat.',
  summary: 'Wir treffen uns am ersten Dienstag im Monat.',
  ...{ decidedOn: '2026-10-01', place: 'Altenlarn', manner: 'einstimmig' },
}

/** Something that the group has decided; its number. */
export async function decided(
  w: World,
  group: GroupKey,
  [one, other]: [PersonKey, PersonKey],
  fields: Partial<RecordDraft> = {},
): Promise<string> {
  const draft = { ...somethingDecided, groupId: w.groups[group].id, reportedById: w.people[one].id, ...fields }
  const report = await change(w.ports, (tx, record) => reportDecision(tx, record, draft))
  const decision = await deciding(w, group).confirm(other, report)
  if (!decision) throw new Error('Nothing was decided')
  return citation(w.groups[group].prefix, decision.year, decision.number)
}

export const inCircle = (w: World) => decided(w, 'kk', ['mirjam', 'swantje'])

export async function opened(w: World, group: GroupKey, draft: Partial<RoundDraft> = {}): Promise<Round> {
  const by = w.people.henrike.id
  const round = await change(w.ports, async (tx, record) => {
    const proposal = await createProposal(tx, record, { ...heat, groupId: w.groups[group].id, authorId: by })
    return openRound(tx, record, proposal, { method: 'majority', closesAt: inDays(14), openedById: by, ...draft })
  })
  if (!round) throw new Error('Nothing was opened')
  return round
}

export async function standing(w: World, name: keyof typeof organisationNames, group: GroupKey = 'kk') {
  const seats: StandingEntry[] = await standingSeatsOf(w.db, w.groups[group].id)
  const found = seats.find((seat) => seat.name === organisationNames[name])
  if (!found) throw new Error(`${name} has no seat`)
  return found
}

export async function seatOf(w: World, round: Round, name: keyof typeof organisationNames): Promise<SeatEntry> {
  const found = (await rollOf(w.db, round.id)).find((seat) => seat.name === organisationNames[name])
  if (!found) throw new Error(`${name} is not on the roll`)
  return found
}

export async function placeOf(w: World, round: Round, person: PersonKey) {
  const [place] = await placesOf(w.db, round.id, w.people[person].id)
  if (!place) throw new Error(`${person} has no seat`)
  return place
}
