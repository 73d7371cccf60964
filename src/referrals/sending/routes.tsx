import { texts } from '#views/referrals/ending-texts.ts'
import { ReplacementPage } from '#views/referrals/replacement-page.tsx'
import { WithdrawalPage } from '#views/referrals/withdrawal-page.tsx'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { facts, type Here, oneReferral, referralIn, refuseOn } from '../answers/showing.tsx'
import type { ReferralEntry } from '../entries.ts'
import { mayAnswerReferral, mayEndOwnReferral } from '../policy.ts'
import { withdraw } from './ending.ts'
import { refusalForm, replacementForm, withdrawalForm } from './forms.ts'
import { reasonRoutes } from './reason-routes.tsx'
import {
  agreeToReplacement,
  possibleSuccessors,
  proposeReplacement,
  refuseReplacement,
  replacementsOf,
} from './replacing.ts'

const withdrawalPage = ({ actor, locale }: Here, entry: ReferralEntry, refusal?: Refused) => (
  <WithdrawalPage group={actor.group} entry={entry} refused={refusal} locale={locale} />
)

const replacementPage = async ({ actor, ports, locale }: Here, entry: ReferralEntry, refusal?: Refused) => (
  <ReplacementPage
    group={actor.group}
    entry={entry}
    successors={await possibleSuccessors(ports.db, entry)}
    refused={refusal}
    locale={locale}
  />
)

const titles = ({ locale }: Here) => texts[locale.lang]

/** One that is there for whoever may end it. */
async function ours(here: Here, id: string): Promise<ReferralEntry> {
  const entry = await referralIn(here, id)
  authorize(mayEndOwnReferral(here.actor, entry))
  return entry
}

async function theirs(here: Here, id: string): Promise<ReferralEntry> {
  const entry = await referralIn(here, id)
  authorize(mayAnswerReferral(here.actor, entry))
  return entry
}

async function proposedFor({ ports }: Here, entry: ReferralEntry, id: string) {
  return (await replacementsOf(ports.db, entry)).find((one) => one.id === id)
}

const oneReplacement = `${oneReferral}/replacements/:replacement{${uuid}}`

/** What ends a referral besides an answer: the group takes it back, or agrees that a newer one takes its place. */
export const sendingRoutes = inGroup
  .createApp()
  .get(`${oneReferral}/withdrawal`, async (c) => {
    const entry = await ours(c.var, c.req.param('id'))
    if (entry.answer) return c.redirect(paths.referral(c.var.actor.group, entry))
    return c.render(withdrawalPage(c.var, entry), facts(c.var, titles(c.var).withdraw))
  })
  .post(`${oneReferral}/withdrawal`, form(withdrawalForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await ours(c.var, c.req.param('id'))
    const title = facts(c.var, titles(c.var).withdraw)
    if (!input.ok) return refuse(c, withdrawalPage(c.var, entry, input), title)
    const ended = await change(ports, (tx, record) => withdraw(tx, record, actor, entry, input.value.words))
    if (ended !== 'being_decided') return answer(c, paths.referral(actor.group, entry))
    return refuse(c, withdrawalPage(c.var, entry, refused(input.value, 'words', 'being_decided')), title)
  })
  .get(`${oneReferral}/replacements`, async (c) => {
    const entry = await theirs(c.var, c.req.param('id'))
    if (entry.answer) return c.redirect(paths.referral(c.var.actor.group, entry))
    return c.render(await replacementPage(c.var, entry), facts(c.var, titles(c.var).replace))
  })
  .post(`${oneReferral}/replacements`, form(replacementForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await theirs(c.var, c.req.param('id'))
    const title = facts(c.var, titles(c.var).replace)
    if (!input.ok) return refuse(c, await replacementPage(c.var, entry, input), title)
    const { successorId, words = '' } = input.value
    if (!(await possibleSuccessors(ports.db, entry)).some(({ id }) => id === successorId)) {
      return refuse(c, await replacementPage(c.var, entry, refused(input.value, 'successorId', 'missing')), title)
    }
    await change(ports, (tx, record) => proposeReplacement(tx, record, actor, entry, { successorId, words }))
    return answer(c, paths.referral(actor.group, entry))
  })
  .post(`${oneReplacement}/agreement`, async (c) => {
    const { actor, ports } = c.var
    const entry = await ours(c.var, c.req.param('id'))
    const proposed = await proposedFor(c.var, entry, c.req.param('replacement'))
    if (proposed) await change(ports, (tx, record) => agreeToReplacement(tx, record, actor, entry, proposed))
    return answer(c, paths.referral(actor.group, entry))
  })
  .post(`${oneReplacement}/refusal`, form(refusalForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await ours(c.var, c.req.param('id'))
    const proposed = await proposedFor(c.var, entry, c.req.param('replacement'))
    if (!input.ok) return refuseOn(c, c.var, entry, { form: 'kept', input })
    const words = input.value.words ?? ''
    if (proposed) await change(ports, (tx, record) => refuseReplacement(tx, record, actor, entry, proposed, words))
    return answer(c, paths.referral(actor.group, entry))
  })
  .route('/', reasonRoutes)
