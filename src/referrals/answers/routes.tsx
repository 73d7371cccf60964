import type { Context } from 'hono'
import type { Answering } from '#views/referrals/answer-forms.tsx'
import { texts } from '#views/referrals/answering-texts.ts'
import { ReferralPage } from '#views/referrals/referral-page.tsx'
import { change } from '../../activity/model.ts'
import { recordForm, recordProblem, reportIn } from '../../decisions/records/forms.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { roleHolders } from '../../groups/people.ts'
import { paths } from '../../paths.ts'
import { membersAmong, membersOf } from '../../tasks/adding.ts'
import { findTask } from '../../tasks/model.ts'
import { answer, refuse } from '../../web/answer.ts'
import { dayOf } from '../../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import type { ReferralEntry } from '../entries.ts'
import { type AnswerInput, answerForm, reasonsIn, takeUpForm, usualReturn } from '../forms.ts'
import { findReferral, sameMatter } from '../model.ts'
import { mayAnswerReferral, mayReadReferral } from '../policy.ts'
import { type Answered, giveBack, note } from './giving.ts'
import { reportAnswer, takeUp } from './taking-up.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

export const oneReferral = `/referrals/:id{${uuid}}`

/** Seen from one of its two groups; for everybody else it is not there. */
export const referralIn = async ({ actor, ports }: Here, id: string): Promise<ReferralEntry> =>
  found(await findReferral(ports.db, actor.group.id, id))

export const facts = ({ actor }: Here, title: string) => ({
  title,
  section: actor.group.kind === 'circle' ? ('circle' as const) : ('groups' as const),
})

type Refusal = NonNullable<Answering['refused']>

async function answering({ actor, ports, locale }: Here, refusal: Answering['refused']): Promise<Answering> {
  return {
    members: await membersOf(ports.db, actor.group.id),
    me: actor.person.id,
    today: dayOf(locale.now),
    usualReturn: usualReturn(locale.now),
    refused: refusal,
  }
}

async function referralPage(here: Here, entry: ReferralEntry, refusal: Answering['refused'] = null) {
  const { actor, ports, locale } = here
  const mayAnswer = mayAnswerReferral(actor, entry) && !entry.answer
  return (
    <ReferralPage
      group={actor.group}
      entry={entry}
      task={entry.answer?.taskId ? await findTask(ports.db, entry.fromId, entry.answer.taskId) : null}
      sameMatter={await sameMatter(ports.db, entry)}
      answering={mayAnswer ? await answering(here, refusal) : null}
      answerers={await roleHolders(ports.db, entry.toId, ['coordinator', 'facilitator', 'lead'])}
      locale={locale}
    />
  )
}

/** Shows what is true by now, which may be why it was refused. */
const refuseOn = async (c: Context, here: Here, { id, title }: ReferralEntry, refusal: Refusal) =>
  refuse(c, await referralPage(here, await referralIn(here, id), refusal), facts(here, title))

const beingDecided = (form: Refusal['form'], typed: Record<string, unknown>): Refusal => ({
  form,
  input: refused(typed, 'kind', 'being_decided'),
})

function judged<T extends { decidedOn: string; wording: string }>({ locale }: Here, input: Accepted<T> | Refused) {
  const problem = input.ok && recordProblem(input.value, locale.now)
  return problem ? refused(input.value, ...problem) : input
}

/** Which of the two forms was sent, even when it was not filled in well. */
const formIn = (input: Refused) => (input.typed.kind === 'noted' ? 'noted' : 'returned')

/** Well-formed is not enough: whom the group may ask sits in the circle. */
async function isContactHere({ actor, ports }: Here, input: AnswerInput): Promise<boolean> {
  if (input.kind === 'noted') return true
  return (await membersAmong(ports.db, actor.group.id, [input.contactId])).length > 0
}

const enter = ({ actor, ports, locale }: Here, entry: ReferralEntry, input: AnswerInput): Promise<Answered> =>
  change(ports, (tx, record) => {
    if (input.kind === 'noted') return note(tx, record, actor, entry, input.statement)
    const { contactId, statement = '', wishedBy = usualReturn(locale.now) } = input
    const taskTitle = texts[locale.lang].reworkTask(entry)
    return giveBack(tx, record, actor, entry, { reasons: reasonsIn(input), statement, wishedBy, contactId, taskTitle })
  })

/** One referral on both sides, and where the circle answers it (`DOMAIN.md 3.4`). */
export const answeringRoutes = inGroup
  .createApp()
  .get(oneReferral, async (c) => {
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayReadReferral(c.var.actor, entry))
    return c.render(await referralPage(c.var, entry), facts(c.var, entry.title))
  })
  .post(`${oneReferral}/proposal`, form(takeUpForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayAnswerReferral(actor, entry))
    if (!input.ok) return refuseOn(c, c.var, entry, { form: 'takeUp', input })
    const taken = await change(ports, (tx, record) => takeUp(tx, record, actor, entry, input.value))
    if (taken === 'answered') return answer(c, paths.referral(actor.group, entry))
    if (taken === 'being_decided') return refuseOn(c, c.var, entry, beingDecided('takeUp', input.value))
    return answer(c, paths.proposal(actor.group, { id: taken.proposalId }))
  })
  .post(`${oneReferral}/record`, form(recordForm), async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayAnswerReferral(actor, entry))
    const input = judged(c.var, c.var.form)
    if (!input.ok) return refuseOn(c, c.var, entry, { form: 'recorded', input })
    const report = { ...reportIn(input.value), why: texts[locale.lang].decidedInMeeting }
    const reported = await change(ports, (tx, record) => reportAnswer(tx, record, actor, entry, report))
    if (reported === 'answered') return answer(c, paths.referral(actor.group, entry))
    if (reported === 'being_decided') return refuseOn(c, c.var, entry, beingDecided('recorded', input.value))
    return answer(c, paths.record(actor.group, { id: reported.recordId }))
  })
  .post(`${oneReferral}/answer`, form(answerForm), async (c) => {
    const { actor, form: input } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayAnswerReferral(actor, entry))
    if (!input.ok) return refuseOn(c, c.var, entry, { form: formIn(input), input })
    const { kind } = input.value
    if (!(await isContactHere(c.var, input.value))) {
      return refuseOn(c, c.var, entry, { form: kind, input: refused(input.value, 'contactId', 'not_a_member') })
    }
    if ((await enter(c.var, entry, input.value)) === 'being_decided') {
      return refuseOn(c, c.var, entry, beingDecided(kind, input.value))
    }
    return answer(c, paths.referral(actor.group, entry))
  })
