import { and, asc, between, eq } from 'drizzle-orm'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { fillAgenda } from '../../meetings/agenda/filling.ts'
import { type AgendaItem, agendaItems, itemEndings } from '../../meetings/agenda/schema.ts'
import { meetingEntries } from '../../meetings/model.ts'
import { type Meeting, meetingEndings, meetingInvitations, meetingOpenings, meetings } from '../../meetings/schema.ts'
import { referrals } from '../../referrals/schema.ts'
import { first } from './first.ts'
import { satTogether } from './minutes.ts'
import type { Scene } from './scene.ts'

const hall = 'Dorfgemeinschaftshaus Altenlarn'

type Talked = Pick<AgendaItem, 'source' | 'type' | 'title' | 'minutes'> &
  Partial<Pick<AgendaItem, 'referralId' | 'proposalId' | 'goal'>> & { isLeft?: boolean }

async function aMeeting(scene: Scene, number: number, on: string, until: string): Promise<Meeting> {
  const row = {
    ...{ groupId: scene.group('kk'), number, place: hall, form: 'hybrid' as const },
    startsAt: scene.at(on, '19:00'),
    endsAt: scene.at(on, until),
    accessLink: 'https://treffen.example.org/koordinierungskreis',
    facilitatorId: scene.person('ayla'),
    minuteTakerId: scene.person('mirjam'),
    createdById: scene.person('henrike'),
    createdAt: scene.at('2026-08-18', '09:00'),
  }
  return first(await scene.db.insert(meetings).values(row).returning())
}

async function referralNumbered(scene: Scene, number: number): Promise<string | null> {
  const all = await scene.db.select().from(referrals).where(eq(referrals.number, number))
  return all.find(({ year }) => year === scene.year)?.id ?? null
}

/** The five decisions of that evening, each with the proposal that its round was about. */
async function decidedThen(scene: Scene): Promise<Talked[]> {
  const rows = await scene.db
    .select({ decision: decisions, proposalId: rounds.proposalId })
    .from(decisions)
    .leftJoin(rounds, eq(rounds.id, decisions.roundId))
    .where(
      and(eq(decisions.groupId, scene.group('kk')), eq(decisions.year, scene.year), between(decisions.number, 9, 13)),
    )
    .orderBy(asc(decisions.number))
  return rows.map(({ decision: { title }, proposalId }) => ({
    ...{ source: proposalId ? 'proposal' : 'free', type: 'decision', title, minutes: 15, proposalId },
  }))
}

/** What KK-06 talked about, in its order: five decisions, a referral that went back, and one that it did not get to. */
async function talkedAbout(scene: Scene): Promise<Talked[]> {
  return [
    { source: 'opening', type: 'information', title: '', minutes: 10 },
    ...(await decidedThen(scene)),
    {
      ...{ source: 'referral', type: 'decision', title: 'Bürgerrat Larnrevier', minutes: 20 },
      goal: 'Bitte tragt die Forderung nach einem Bürgerrat mit.',
      referralId: await referralNumbered(scene, 5),
    },
    {
      ...{ source: 'referral', type: 'decision', title: 'Mitzeichnung „Energie bleibt im Dorf“', minutes: 15 },
      goal: 'Bitte klärt, wie Organisationen einen veröffentlichten Text mitzeichnen können.',
      ...{ referralId: await referralNumbered(scene, 4), isLeft: true },
    },
    { source: 'miscellaneous', type: 'discussion', title: '', minutes: 10 },
    { source: 'next_date', type: 'information', title: '', minutes: 5 },
  ]
}

async function holdLast(scene: Scene): Promise<Meeting> {
  const meeting = await aMeeting(scene, 6, '2026-09-08', '21:30')
  const [meetingId, by] = [meeting.id, scene.person('henrike')]
  const invitedAt = scene.at('2026-09-01', '08:00')
  await scene.db.insert(meetingInvitations).values({ meetingId, sentById: by, createdAt: invitedAt })
  const endedAt = scene.at('2026-09-08', '21:40')
  for (const [place, { isLeft, ...item }] of (await talkedAbout(scene)).entries()) {
    const row = { ...item, meetingId, groupId: meeting.groupId, position: place + 1, createdAt: invitedAt }
    const { id: itemId } = first(await scene.db.insert(agendaItems).values(row).returning())
    const kind = isLeft ? ('carried_over' as const) : ('done' as const)
    await scene.db.insert(itemEndings).values({ itemId, kind, endedById: by, createdAt: endedAt })
  }
  const ayla = scene.person('ayla')
  await scene.db
    .insert(meetingOpenings)
    .values({ meetingId, openedById: ayla, createdAt: scene.at('2026-09-08', '19:02') })
  await satTogether(scene, meeting)
  await scene.db.insert(meetingEndings).values({ meetingId, endedById: ayla, createdAt: endedAt })
  return meeting
}

/** The circle wanted to look at its word mark again in autumn. */
async function wantReview(scene: Scene): Promise<void> {
  const [mark] = await scene.db.select().from(decisions).where(eq(decisions.title, 'Wortzeichen statt Logo'))
  if (!mark) return
  const { groupId, title, id: decisionId } = mark
  const createdAt = scene.at('2026-09-28', '03:00')
  await scene.db.insert(agendaWishes).values({ groupId, title, decisionId, why: 'review', createdAt })
}

/** KK-06 is over; KK-07 is planned for next week, its agenda has filled itself, and nobody is invited yet. */
export async function meetingsStory(scene: Scene): Promise<{ last: Meeting; next: Meeting }> {
  const last = await holdLast(scene)
  await wantReview(scene)
  const next = await aMeeting(scene, 7, '2026-10-13', '21:30')
  const entry = first(await meetingEntries(scene.db, eq(meetings.id, next.id)))
  await fillAgenda(scene.db, async () => undefined, entry, scene.person('henrike'))
  return { last, next }
}
