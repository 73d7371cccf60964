import type { Context } from 'hono'
import { z } from 'zod'
import { texts } from '#views/decisions/follow-up-texts.ts'
import { RoundPage } from '#views/decisions/round-page.tsx'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, optional, type Refused, refused, text } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import type { Sendings } from '../paper-stage.ts'
import { placesOf } from '../seats/places.ts'
import { isReadyAgain, isStillOpen } from './asking-again.ts'
import { cancelRound } from './cancelling.ts'
import { extendRound, extensionsOf } from './extending.ts'
import { chooseFollowUp } from './following-up.ts'
import type { LeadingShown } from './leading.ts'
import { confirmReach } from './notices/reach.ts'
import { extensionForm, reasonForm } from './opening-forms.ts'
import { endOf } from './period.ts'
import { mayCancel, mayChoose, mayConfirmReach, mayDemandMeeting, mayExtend, mayFollowUp } from './policy.ts'
import { followUp } from './schema.ts'
import { factsOf, type Here, propsOf, roundIn } from './showing.tsx'
import { demandMeeting, placesToObject } from './stopping.ts'
import type { Undecided } from './undecided.ts'

const oneRound = `/rounds/:id{${uuid}}` as const

const stopForm = z.object({ reason: optional(text(1000)) })
const followUpForm = z.object({ kind: z.enum(followUp.enumValues, 'missing'), note: optional(text(1000)) })

type Entry = Awaited<ReturnType<typeof roundIn>>
type Form = NonNullable<LeadingShown['refused']>['form']

/** The page of the round, with this form open as it was typed. */
async function refuseForm(c: Context, here: Here, entry: Entry, name: Form, input: Refused) {
  const props = await propsOf(here, entry)
  const leading = { ...props.leading, refused: { form: name, input } }
  return refuse(c, <RoundPage {...props} leading={leading} />, factsOf(here, entry))
}

/** Ending later, stopping, going on: what is done with a round besides answering and counting it. */
export const leadingRoutes = ({ sendings, undecided }: { sendings: Sendings; undecided: Undecided }) =>
  inGroup
    .createApp()
    .post(`${oneRound}/extensions`, form(extensionForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayExtend(actor, entry, (await extensionsOf(ports.db, entry.round.id)).length))
      if (!input.ok) return refuseForm(c, c.var, entry, 'extension', input)
      const { value } = input
      const draft = { closesAt: endOf(value), reason: value.reason, actorId: actor.person.id }
      const done = await change(ports, (tx, record) => extendRound(tx, record, entry.round, draft))
      if (done === 'not_later' || done === 'too_far')
        return refuseForm(c, c.var, entry, 'extension', refused({ ...value }, 'closesOn', done))
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/procedure-objection`, form(stopForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayDemandMeeting(actor, entry, await placesToObject(ports.db, entry.round.id, actor.person.id)))
      if (!input.ok) return refuseForm(c, c.var, entry, 'procedure-objection', input)
      const by = { personId: actor.person.id, reason: input.value.reason ?? '' }
      await change(ports, (tx, record) => demandMeeting(tx, record, entry.round, by, sendings, undecided))
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/cancellation`, form(reasonForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayCancel(actor, entry))
      if (!input.ok) return refuseForm(c, c.var, entry, 'cancellation', input)
      const by = { reason: input.value.reason, actorId: actor.person.id }
      await change(ports, (tx, record) => cancelRound(tx, record, entry.round, by, sendings))
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/confirmation`, async (c) => {
      const { actor, ports } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayConfirmReach(actor, entry, await placesOf(ports.db, entry.round.id, actor.person.id)))
      await confirmReach(ports.db, entry.round, actor.person.id)
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/follow-up`, form(followUpForm), async (c) => {
      const { actor, ports, form: input, locale } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayFollowUp(actor, entry))
      if (!(await isStillOpen(ports.db, entry.round))) return answer(c, paths.round(actor.group, entry.round))
      if (!input.ok) return refuseForm(c, c.var, entry, 'follow-up', input)
      const { kind, note = '' } = input.value
      authorize(mayChoose(actor, kind) && (kind !== 'new_round' || (await isReadyAgain(ports.db, entry))))
      const taskTitle = texts[locale.lang].smallGroupTask({ title: entry.round.title })
      const choice = { kind, note, taskTitle, actorId: actor.person.id }
      await change(ports, (tx, record) => chooseFollowUp(tx, record, entry.round, choice))
      return answer(c, nextPlace(kind, actor.group, entry))
    })

/** Where the chosen way begins. */
function nextPlace(
  kind: (typeof followUp.enumValues)[number],
  group: Parameters<typeof paths.round>[0],
  { round }: Entry,
): string {
  if (kind === 'circle') return paths.newReferralOf(group, round)
  const isAboutProposal = kind === 'new_round' || kind === 'rework'
  return isAboutProposal ? paths.proposal(group, { id: round.proposalId }) : paths.round(group, round)
}
