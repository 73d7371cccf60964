import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { peopleIn } from '../../groups/people.ts'
import type { Role } from '../../groups/schema.ts'
import { addDays, dayOf, daysAfter, instantOn } from '../../web/days.ts'
import type { MeetingEntry } from '../model.ts'
import { meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'
import type { MeetingPlan } from './planning.ts'

const day = 86_400_000

/** Where a group has met once or never, it meets again after four weeks. */
const usualDays = 28

type Met = Pick<MeetingEntry, 'startsAt' | 'endsAt' | 'state'>

/** How many days lay between the last two, in whole weeks where it was about that. */
function rhythmOf([last, before]: Met[]): number {
  if (!last || !before) return usualDays
  const days = Math.round((last.startsAt.getTime() - before.startsAt.getTime()) / day)
  const weeks = Math.round(days / 7)
  return weeks > 0 && Math.abs(days - weeks * 7) <= 1 ? weeks * 7 : Math.max(1, days)
}

/** The next date in the rhythm that has not passed, at the same time of day. */
function after(last: Date, rhythm: number, now: Date): Date {
  let next = daysAfter(last, rhythm)
  while (next <= now) next = daysAfter(next, rhythm)
  return next
}

const usualPlan = (now: Date): MeetingPlan => {
  const on = addDays(dayOf(now), 14)
  return {
    ...{ startsAt: instantOn(on, '19:00'), endsAt: instantOn(on, '21:00'), form: 'on_site', place: '', accessLink: '' },
    ...{ facilitatorId: null, minuteTakerId: null, leadDays: 7 },
  }
}

const inRhythm = (last: MeetingEntry, rhythm: number, now: Date): MeetingPlan => {
  const { startsAt, endsAt, form, place, accessLink, facilitatorId, minuteTakerId, leadDays } = last
  const next = after(startsAt, rhythm, now)
  const until = new Date(next.getTime() + endsAt.getTime() - startsAt.getTime())
  return { startsAt: next, endsAt: until, form, place, accessLink, facilitatorId, minuteTakerId, leadDays }
}

/** Whoever did it the last time and still belongs to the group, or whoever has the office. */
async function withOffices(db: Database, groupId: string, plan: MeetingPlan): Promise<MeetingPlan> {
  const members = (await peopleIn(db, groupId)).filter(({ membership }) => membership.standing === 'member')
  const holder = (role: Role) => members.find(({ roles }) => roles.includes(role))?.person.id ?? null
  const still = (id: string | null) => (members.some(({ person }) => person.id === id) ? id : null)
  return {
    ...plan,
    facilitatorId: still(plan.facilitatorId) ?? holder('facilitator') ?? holder('lead'),
    minuteTakerId: still(plan.minuteTakerId) ?? holder('minute_taker'),
  }
}

/** A next meeting for which nothing has to be typed: in the rhythm of the last ones, at the same place. */
export async function suggestedPlan(db: Database, groupId: string, now: Date): Promise<MeetingPlan> {
  const all = await meetingEntries(db, eq(meetings.groupId, groupId), { order: [desc(meetings.startsAt)], limit: 12 })
  const held = all.filter(({ state }) => state !== 'cancelled')
  const [last] = held
  return withOffices(db, groupId, last ? inRhythm(last, rhythmOf(held), now) : usualPlan(now))
}
