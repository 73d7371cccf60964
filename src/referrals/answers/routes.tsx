import { texts } from '#views/referrals/answering-texts.ts'
import { change } from '../../activity/model.ts'
import { recordProblem, reportIn } from '../../decisions/records/forms.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { membersAmong } from '../../tasks/adding.ts'
import { answer } from '../../web/answer.ts'
import { type Accepted, form, type Refused, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import type { ReferralEntry } from '../entries.ts'
import {
  type AnswerInput,
  answerForm,
  answerRecordForm,
  questionsIn,
  reasonsIn,
  takeUpForm,
  usualReturn,
} from '../forms.ts'
import { mayAnswerReferral, mayReadReferral } from '../policy.ts'
import { changedTextOf } from './changing.ts'
import { furtherRoutes } from './further-routes.tsx'
import { type Answered, giveBack, note } from './giving.ts'
import { facts, type Here, oneReferral, type Refusal, referralIn, referralPage, refuseOn } from './showing.tsx'
import { reportAnswer, takeUp } from './taking-up.ts'

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
    const asked = { reasons: reasonsIn(input), questions: questionsIn(input) }
    return giveBack(tx, record, actor, entry, { ...asked, statement, wishedBy, contactId, taskTitle })
  })

/** What is being typed in the changed version at this moment is in it when it is frozen. */
async function settleChanges({ ports }: Here, entry: ReferralEntry): Promise<void> {
  const documentId = await changedTextOf(ports.db, entry)
  if (documentId) await ports.rooms.settle(documentId)
}

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
    await settleChanges(c.var, entry)
    const words = { ...input.value, isChanged: input.value.isChanged === 'on' }
    const taken = await change(ports, (tx, record) => takeUp(tx, record, actor, entry, words))
    if (taken === 'answered') return answer(c, paths.referral(actor.group, entry))
    if (taken === 'being_decided') return refuseOn(c, c.var, entry, beingDecided('takeUp', input.value))
    return answer(c, paths.proposal(actor.group, { id: taken.proposalId }))
  })
  .post(`${oneReferral}/record`, form(answerRecordForm), async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayAnswerReferral(actor, entry))
    const input = judged(c.var, c.var.form)
    if (!input.ok) return refuseOn(c, c.var, entry, { form: 'recorded', input })
    await settleChanges(c.var, entry)
    const { isChanged, ...value } = input.value
    const report = { ...reportIn(value), isChanged: isChanged === 'on', why: texts[locale.lang].decidedInMeeting }
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
  .route('/', furtherRoutes)
