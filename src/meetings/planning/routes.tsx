import type { Context } from 'hono'
import { agendaScript } from '#views/meetings/agenda-script.ts'
import { MeetingsPage } from '#views/meetings/meetings-page.tsx'
import { PlanPage, type PlanPageProps } from '#views/meetings/plan-page.tsx'
import { planTexts } from '#views/meetings/plan-texts.ts'
import { texts } from '#views/meetings/texts.ts'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { findReferral } from '../../referrals/model.ts'
import { membersAmong, membersOf } from '../../tasks/adding.ts'
import { answer, refuse } from '../../web/answer.ts'
import { type Accepted, form, type Refused, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { scheduleReferral } from '../agenda/scheduling.ts'
import { type MeetingHere, meetingHere, oneMeeting } from '../here.ts'
import { comingMeetings, type MeetingEntry, pastMeetings } from '../model.ts'
import { mayPlanMeetings, mayReadMeetings } from '../policy.ts'
import { meetingPage } from '../showing.tsx'
import { isToCome } from '../standing.ts'
import { cancelMeeting } from './ending.ts'
import { cancellationForm, type PlanInput, planForm, planIn, typedPlan } from './forms.ts'
import { changeMeeting, planMeeting } from './planning.ts'
import { suggestedPlan } from './suggesting.ts'

const facts = ({ actor }: MeetingHere, title: string) => ({ title, section: placeOf(actor) })

async function listPage({ actor, ports, locale }: MeetingHere) {
  const { group } = actor
  return (
    <MeetingsPage
      group={group}
      coming={await comingMeetings(ports.db, group.id)}
      past={await pastMeetings(ports.db, group.id)}
      mayPlan={mayPlanMeetings(actor)}
      locale={locale}
    />
  )
}

/** What shall come onto the agenda at once: of this group, and without an answer. */
async function wantedReferral({ actor, ports }: MeetingHere, id: unknown) {
  const entry =
    typeof id === 'string' && new RegExp(`^${uuid}$`).test(id) ? await findReferral(ports.db, actor.group.id, id) : null
  return entry && entry.toId === actor.group.id && !entry.answer ? entry : null
}

interface Shown {
  meeting?: MeetingEntry
  referral?: unknown
  refusal?: PlanPageProps['refused']
}

async function planPage(here: MeetingHere, { meeting, referral, refusal = null }: Shown) {
  const { actor, ports, locale } = here
  const plan = meeting ?? (await suggestedPlan(ports.db, actor.group.id, locale.now))
  return (
    <PlanPage
      group={actor.group}
      meeting={meeting ?? null}
      plan={typedPlan(plan)}
      members={await membersOf(ports.db, actor.group.id)}
      referral={await wantedReferral(here, referral)}
      refused={refusal}
      locale={locale}
    />
  )
}

/** Well-formed is not enough: members lead and write minutes, and nobody plans into the past. */
async function judged(
  { actor, ports, locale }: MeetingHere,
  input: Accepted<PlanInput> | Refused,
  before?: MeetingEntry,
) {
  if (!input.ok) return input
  const { facilitatorId, minuteTakerId } = input.value
  const members = await membersAmong(
    ports.db,
    actor.group.id,
    [facilitatorId, minuteTakerId].flatMap((id) => id ?? []),
  )
  if (facilitatorId && !members.includes(facilitatorId)) return refused(input.value, 'facilitatorId', 'not_a_member')
  if (minuteTakerId && !members.includes(minuteTakerId)) return refused(input.value, 'minuteTakerId', 'not_a_member')
  const { startsAt } = planIn(input.value)
  const isSame = before?.startsAt.getTime() === startsAt.getTime()
  return startsAt <= locale.now && !isSame ? refused(input.value, 'on', 'past') : input
}

async function plan(here: MeetingHere, input: PlanInput): Promise<MeetingEntry> {
  const { actor, ports } = here
  const referral = await wantedReferral(here, input.referral)
  return change(ports, async (tx, record) => {
    const meeting = await planMeeting(tx, record, actor, planIn(input))
    if (referral) await scheduleReferral(tx, record, actor, meeting, referral)
    return meeting
  })
}

const titleOf = ({ locale }: MeetingHere) => planTexts[locale.lang].newTitle

const refuseOn = async (c: Context, here: MeetingHere, shown: Shown) =>
  refuse(c, await planPage(here, shown), facts(here, shown.meeting?.cited ?? titleOf(here)))

/** When and where a group meets (`DOMAIN.md 3.7`). */
export const planningRoutes = inGroup
  .createApp()
  .get('/meetings', async (c) => {
    authorize(mayReadMeetings(c.var.actor))
    return c.render(await listPage(c.var), facts(c.var, texts[c.var.locale.lang].title))
  })
  .get('/meetings/new', async (c) => {
    authorize(mayPlanMeetings(c.var.actor))
    return c.render(await planPage(c.var, { referral: c.req.query('referral') }), facts(c.var, titleOf(c.var)))
  })
  .post('/meetings', form(planForm), async (c) => {
    authorize(mayPlanMeetings(c.var.actor))
    const input = await judged(c.var, c.var.form)
    if (!input.ok) {
      return refuseOn(c, c.var, { referral: input.typed.referral, refusal: { form: 'plan', input } })
    }
    return answer(c, paths.meeting(c.var.actor.group, await plan(c.var, input.value)))
  })
  .get(oneMeeting, async (c) => {
    authorize(mayReadMeetings(c.var.actor))
    const meeting = await meetingHere(c.var, c.req.param('id'))
    return c.render(await meetingPage(c.var, meeting), { ...facts(c.var, meeting.cited), scripts: [agendaScript] })
  })
  .get(`${oneMeeting}/details`, async (c) => {
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayPlanMeetings(c.var.actor))
    if (!isToCome(meeting)) return answer(c, paths.meeting(c.var.actor.group, meeting))
    return c.render(await planPage(c.var, { meeting }), facts(c.var, meeting.cited))
  })
  .post(`${oneMeeting}/details`, form(planForm), async (c) => {
    const { actor, ports } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayPlanMeetings(actor))
    const input = await judged(c.var, c.var.form, meeting)
    if (!input.ok) return refuseOn(c, c.var, { meeting, refusal: { form: 'plan', input } })
    await change(ports, (tx, record) => changeMeeting(tx, record, actor, meeting, planIn(input.value)))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .post(`${oneMeeting}/cancellation`, form(cancellationForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayPlanMeetings(actor))
    if (!input.ok) return refuseOn(c, c.var, { meeting, refusal: { form: 'cancel', input } })
    await change(ports, (tx, record) => cancelMeeting(tx, record, actor, meeting, input.value.reason))
    return answer(c, paths.meeting(actor.group, meeting))
  })
