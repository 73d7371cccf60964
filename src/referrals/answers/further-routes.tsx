import type { Context } from 'hono'
import { ChangesPage } from '#views/referrals/changes-page.tsx'
import { texts } from '#views/referrals/changing-texts.ts'
import { change } from '../../activity/model.ts'
import { withNames } from '../../documents/comparisons/naming.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import type { ReferralEntry } from '../entries.ts'
import { changedVersionForm, deferralForm, reservationForm, voiceForm } from '../forms.ts'
import { mayAnswerReferral, mayNoteVoices, mayReadChanges, mayReserve } from '../policy.ts'
import { beginChanges, changedTextOf, proposeChanges } from './changing.ts'
import { changesTo } from './comparing.ts'
import { deferReferral } from './deferring.ts'
import { hearVoice } from './hearing.ts'
import { reserve } from './reserving.ts'
import { facts, type Here, oneReferral, type Refusal, referralIn, refuseOn } from './showing.tsx'

const back = (c: Context, { actor }: Here, entry: ReferralEntry) => answer(c, paths.referral(actor.group, entry))

const refuseForm = (c: Context, here: Here, entry: ReferralEntry, form: Refusal['form'], input: Refused) =>
  refuseOn(c, here, entry, { form, input })

/** One whose answer this person may give. */
async function toAnswer(here: Here, id: string): Promise<ReferralEntry> {
  const entry = await referralIn(here, id)
  authorize(mayAnswerReferral(here.actor, entry))
  return entry
}

/** What happens on the way to an answer and after it: waiting, changing, hearing, and what the group has against changes. */
export const furtherRoutes = inGroup
  .createApp()
  .post(`${oneReferral}/deferrals`, form(deferralForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await toAnswer(c.var, c.req.param('id'))
    if (!input.ok) return refuseForm(c, c.var, entry, 'deferred', input)
    const done = await change(ports, (tx, record) => deferReferral(tx, record, actor, entry, input.value))
    if (done !== 'being_decided') return back(c, c.var, entry)
    return refuseForm(c, c.var, entry, 'deferred', refused(input.value, 'reason', 'being_decided'))
  })
  .post(`${oneReferral}/changes`, async (c) => {
    const { actor, ports } = c.var
    const entry = await toAnswer(c.var, c.req.param('id'))
    const begun = await change(ports, (tx, record) => beginChanges(tx, record, actor, entry))
    return typeof begun === 'string'
      ? back(c, c.var, entry)
      : answer(c, paths.document(actor.group, { id: begun.documentId }))
  })
  .get(`${oneReferral}/changes`, async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayReadChanges(actor, entry))
    const { content, changed } = found(await changesTo(ports.db, entry))
    const shown = { group: actor.group, entry, content: await withNames(ports.db, content), changed, locale }
    return c.render(<ChangesPage {...shown} />, facts(c.var, texts[locale.lang].changesTitle))
  })
  .post(`${oneReferral}/changed-version`, form(changedVersionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await toAnswer(c.var, c.req.param('id'))
    if (!input.ok) return refuseForm(c, c.var, entry, 'changed', input)
    const documentId = await changedTextOf(ports.db, entry)
    if (documentId) await ports.rooms.settle(documentId)
    const wording = input.value.changedWording
    const done = await change(ports, (tx, record) => proposeChanges(tx, record, actor, entry, wording))
    if (typeof done !== 'string') return answer(c, paths.proposal(actor.group, { id: done.proposalId }))
    if (done !== 'being_decided') return back(c, c.var, entry)
    return refuseForm(c, c.var, entry, 'changed', refused(input.value, 'changedWording', 'being_decided'))
  })
  .post(`${oneReferral}/voices`, form(voiceForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayNoteVoices(actor, entry))
    if (!input.ok) return refuseForm(c, c.var, entry, 'voices', input)
    await change(ports, (tx, record) => hearVoice(tx, record, actor, entry, input.value.voice))
    return back(c, c.var, entry)
  })
  .post(`${oneReferral}/reservation`, form(reservationForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayReserve(actor, entry))
    if (!input.ok) return refuseForm(c, c.var, entry, 'reservation', input)
    const done = await change(ports, (tx, record) => reserve(tx, record, actor, entry, input.value.reservation))
    if (done === 'reserved') return back(c, c.var, entry)
    return refuseForm(c, c.var, entry, 'reservation', refused(input.value, 'reservation', 'over'))
  })
