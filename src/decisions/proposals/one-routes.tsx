import type { Context } from 'hono'
import { TextPage } from '#views/decisions/text-page.tsx'
import { change } from '../../activity/model.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { inGroup } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { objectionsTo } from '../objections/entries.ts'
import { mayOpenRound, mayWithdraw } from '../policy.ts'
import { judgedOpening } from '../rounds/judging.ts'
import { tryToOpen } from '../rounds/opening.ts'
import { openingForm, roundDraftOf } from '../rounds/opening-forms.ts'
import { rulesProposedBy } from '../rules/proposed.ts'
import { draftIn, reworkForm, withdrawalForm } from './forms.ts'
import { judged } from './judging.ts'
import { consentIsUsedUp, mayRework } from './policy.ts'
import { withdrawProposal } from './proposing.ts'
import { type Reworked, rework } from './reworking.ts'
import { factsOf, type Here, matterIn, type Outside, oneProposal, showing } from './showing.tsx'

/** Why the wording stays as it is, as field and code of the form. */
const notReworked: Partial<Record<Reworked, [field: string, code: string]>> = {
  outdated: ['version', 'changed'],
  running: ['endsRound', 'missing'],
}

/** One proposal: its words, what it is about, asking everybody, taking it back. */
export const oneProposalRoutes = ({ originOf, sendings }: Outside) => {
  const { pageOf, refuseOn } = showing(originOf)
  /** Shows what is there by now, with what was typed. */
  const refuseNow = async (c: Context, here: Here, id: string, ...[which, input]: Parameters<typeof refuseNowWith>) =>
    refuseOn(c, here, await matterIn(here, id), refuseNowWith(which, input))
  return inGroup
    .createApp()
    .get(oneProposal, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      return c.render(await pageOf(c.var, matter), factsOf(c.var, matter.proposal.title))
    })
    .get(`${oneProposal}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const { proposal } = await matterIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(proposal.snapshotId)))
      const back = { href: paths.proposal(actor.group, proposal), label: proposal.title }
      const pictures = (id: string) => paths.attachment(actor.group, { id })
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, locale }} />, factsOf(c.var, snapshot.title))
    })
    .post(`${oneProposal}/wording`, form(reworkForm), async (c) => {
      const { actor, ports } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayRework(actor, matter))
      if (await rulesProposedBy(ports.db, matter.proposal))
        return answer(c, paths.proposedRules(actor.group, matter.proposal))
      const input = await judged(c.var, c.var.form, matter.proposal.snapshotId)
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'rework', input })
      const { version, endsRound } = input.value
      const read = { id: matter.proposal.id, version }
      const wish = { actorId: actor.person.id, endsRound: endsRound === 'on', sendings }
      const draft = draftIn(input.value, input.supersedes)
      const problem = notReworked[await change(ports, (tx, record) => rework(tx, record, read, draft, wish))]
      if (problem) return refuseNow(c, c.var, read.id, 'rework', refused(input.value, ...problem))
      return answer(c, paths.proposal(actor.group, matter.proposal))
    })
    .post(`${oneProposal}/withdrawal`, form(withdrawalForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayWithdraw(actor, matter))
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'withdrawal', input })
      const { reason } = input.value
      await change(ports, (tx, record) => withdrawProposal(tx, record, matter.proposal, reason, actor.person.id))
      return answer(c, paths.proposal(actor.group, matter.proposal))
    })
    .post(`${oneProposal}/rounds`, form(openingForm), async (c) => {
      const { actor, ports, locale } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayOpenRound(actor, matter, await objectionsTo(ports.db, matter.proposal.id)))
      const input = await judgedOpening(c.var, c.var.form, matter.proposal.scope)
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'opening', input })
      const { value } = input
      const { rules } = await currentRules(ports.db, actor.group.id)
      if (value.method === 'consent' && consentIsUsedUp(matter, rules))
        return refuseOn(c, c.var, matter, { form: 'opening', input: refused(value, 'method', 'used_up') })
      const draft = { ...roundDraftOf(value, locale.now), openedById: actor.person.id, chosen: value.chosen }
      const read = { id: matter.proposal.id, version: value.version }
      const opened = await change(ports, (tx, record) => tryToOpen(tx, record, read, draft, sendings))
      if (opened.round) return answer(c, paths.round(actor.group, opened.round))
      if (opened.why === 'doubles')
        return refuseOn(c, c.var, matter, {
          form: 'opening',
          input: refused(value, 'seats', 'double'),
          doubles: opened.doubles,
        })
      if (opened.why === 'old_rules' || opened.why === 'other_rules' || opened.why === 'unchanged')
        return refuseNow(c, c.var, read.id, 'opening', refused(value, 'method', opened.why))
      const now = await matterIn(c.var, read.id)
      if (now.proposal.version === read.version) return answer(c, paths.proposal(actor.group, matter.proposal))
      return refuseNow(c, c.var, read.id, 'opening', refused(value, 'version', 'changed'))
    })
}

const refuseNowWith = (form: 'rework' | 'opening', input: ReturnType<typeof refused>) => ({ form, input })
