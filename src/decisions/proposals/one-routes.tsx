import type { Context } from 'hono'
import { ProposalPage, type ProposalPageProps } from '#views/decisions/proposal-page.tsx'
import { TextPage } from '#views/decisions/text-page.tsx'
import { change } from '../../activity/model.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { proposalForm, roundForm, withdrawalForm } from '../forms.ts'
import { officersOf } from '../officers.ts'
import type { OriginOf } from '../origin.ts'
import type { Sendings } from '../paper-stage.ts'
import { snapshotsToDecide } from '../papers.ts'
import {
  matterAbilities,
  mayOpenRound,
  mayReadDeciding,
  mayRework,
  mayWithdraw,
  objectionAbilities,
  roundLeaders,
} from '../policy.ts'
import { objectionsTo } from '../rounds/objecting.ts'
import { openRound, voters } from '../rounds/opening.ts'
import { judgedOpening, judgedPaper, roundDraft } from './judging.ts'
import { findMatter, type Matter } from './matters.ts'
import { rework, withdrawProposal } from './proposing.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneProposal = `/proposals/:id{${uuid}}` as const

const matterIn = async ({ actor, ports }: Here, id: string): Promise<Matter> => {
  authorize(mayReadDeciding(actor))
  return found(await findMatter(ports.db, actor.group.id, id))
}

const facts = ({ actor }: Here, title: string) =>
  ({ title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

type Refusal = ProposalPageProps['refused']
type Outdated = 'rework' | 'opening'

const pageFor = (originOf: OriginOf) => async (here: Here, matter: Matter, refusal?: Refusal) => {
  const { actor, ports, locale } = here
  const { group } = actor
  const { db } = ports
  const objections = await objectionsTo(db, matter.proposal.id)
  const { version } = matter.proposal
  return (
    <ProposalPage
      {...{ group, matter, locale, refused: refusal }}
      objections={objections.map((objection) => ({ objection, may: objectionAbilities(actor, objection, version) }))}
      snapshots={await snapshotsToDecide(db, group.id)}
      rules={(await currentRules(db, group.id)).rules}
      leaders={roundLeaders(await officersOf(db, group.id), group)}
      hasVoters={(await voters(db, group.id)).length > 0}
      origin={await originOf(db, group, { proposalId: matter.proposal.id })}
      may={matterAbilities(actor, matter, objections)}
    />
  )
}

/** One proposal, until everybody is asked about it. */
export const oneProposalRoutes = ({ originOf, sendings }: { originOf: OriginOf; sendings: Sendings }) => {
  const pageOf = pageFor(originOf)
  const refuseOn = async (c: Context, here: Here, matter: Matter, refusal: Refusal) =>
    refuse(c, await pageOf(here, matter, refusal), facts(here, matter.proposal.title))
  /** Shows the text that is there by now, with what was typed. */
  const refuseOutdated = async (c: Context, here: Here, id: string, which: Outdated, typed: Record<string, unknown>) =>
    refuseOn(c, here, await matterIn(here, id), { form: which, input: refused(typed, 'version', 'changed') })
  return inGroup
    .createApp()
    .get(oneProposal, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      return c.render(await pageOf(c.var, matter), facts(c.var, matter.proposal.title))
    })
    .get(`${oneProposal}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const { proposal } = await matterIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(proposal.snapshotId)))
      const back = { href: paths.proposal(actor.group, proposal), label: proposal.title }
      const pictures = (id: string) => paths.attachment(actor.group, { id })
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, locale }} />, facts(c.var, snapshot.title))
    })
    .post(`${oneProposal}/wording`, form(proposalForm), async (c) => {
      const { actor, ports } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayRework(actor, matter))
      const input = await judgedPaper(c.var, c.var.form, matter.proposal.snapshotId)
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'rework', input })
      const { version, ...draft } = input.value
      const read = { id: matter.proposal.id, version }
      const reworked = await change(ports, (tx, record) => rework(tx, record, read, draft, actor.person.id))
      if (!reworked) return refuseOutdated(c, c.var, read.id, 'rework', input.value)
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
    .post(`${oneProposal}/rounds`, form(roundForm), async (c) => {
      const { actor, ports } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayOpenRound(actor, matter, await objectionsTo(ports.db, matter.proposal.id)))
      const input = await judgedOpening(c.var, c.var.form)
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'opening', input })
      const draft = roundDraft(input.value, actor.person.id)
      const read = { id: matter.proposal.id, version: input.value.version }
      const round = await change(ports, (tx, record) => openRound(tx, record, read, draft, sendings))
      if (round) return answer(c, paths.round(actor.group, round))
      const now = await matterIn(c.var, read.id)
      if (now.proposal.version !== read.version) return refuseOutdated(c, c.var, read.id, 'opening', input.value)
      return answer(c, paths.proposal(actor.group, matter.proposal))
    })
}
