import { DecidingPage } from '#views/decisions/deciding-page.tsx'
import { NewProposalPage } from '#views/decisions/new-proposal-page.tsx'
import { texts as proposalTexts } from '#views/decisions/proposal-texts.ts'
import { texts } from '#views/decisions/texts.ts'
import { change } from '../../activity/model.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { newProposalForm } from '../forms.ts'
import type { Sendings } from '../paper-stage.ts'
import { snapshotsToDecide } from '../papers.ts'
import { isMovable, leadsRounds, mayPropose, mayReadDeciding } from '../policy.ts'
import { openRecords } from '../records/reporting.ts'
import type { FateOf } from '../register/fate.ts'
import { latestDecisions } from '../register/log.ts'
import { openRounds } from '../rounds/entries.ts'
import { openRound } from '../rounds/opening.ts'
import { unestablished } from '../waiting.ts'
import { judgedOpening, judgedPaper, roundDraft } from './judging.ts'
import { openProposals } from './matters.ts'
import { createProposal } from './proposing.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const facts = ({ actor }: Here, title: string) =>
  ({ title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

const opensRounds = ({ actor }: Here) => leadsRounds(actor) && actor.group.state === 'active'

async function newPage(here: Here, { snapshotId, refusal }: { snapshotId?: string; refusal?: Refused } = {}) {
  const { actor, ports, locale } = here
  return (
    <NewProposalPage
      group={actor.group}
      snapshots={await snapshotsToDecide(ports.db, actor.group.id)}
      snapshotId={snapshotId}
      rules={(await currentRules(ports.db, actor.group.id)).rules}
      mayOpen={opensRounds(here)}
      refused={refusal}
      locale={locale}
    />
  )
}

/** Proposals: what a group wants to decide, until it asks everybody. */
export const proposalRoutes = ({ fateOf, sendings }: { fateOf: FateOf; sendings: Sendings }) =>
  inGroup
    .createApp()
    .get('/proposals', async (c) => {
      const { actor, ports, locale } = c.var
      authorize(mayReadDeciding(actor))
      const { id } = actor.group
      const latest = await latestDecisions(ports.db, id, 5)
      const waiting = (await openProposals(ports.db, id)).filter(isMovable)
      return c.render(
        <DecidingPage
          group={actor.group}
          open={await openRounds(ports.db, id)}
          unestablished={await unestablished(ports.db, id)}
          proposals={waiting}
          records={await openRecords(ports.db, id)}
          latest={latest}
          fates={
            await fateOf(
              ports.db,
              latest.map((decision) => decision.id),
            )
          }
          mayPropose={mayPropose(actor)}
          locale={locale}
        />,
        facts(c.var, texts[locale.lang].deciding),
      )
    })
    .get('/proposals/new', async (c) => {
      authorize(mayPropose(c.var.actor))
      const page = await newPage(c.var, { snapshotId: c.req.query('snapshot') })
      return c.render(page, facts(c.var, proposalTexts[c.var.locale.lang].make))
    })
    .post('/proposals', form(newProposalForm), async (c) => {
      const { actor, ports } = c.var
      authorize(mayPropose(actor))
      const input = await judgedOpening(c.var, await judgedPaper(c.var, c.var.form))
      if (!input.ok) {
        return refuse(c, await newPage(c.var, { refusal: input }), facts(c.var, proposalTexts[c.var.locale.lang].make))
      }
      const { value } = input
      const opens = value.method !== 'later'
      authorize(!opens || opensRounds(c.var))
      const by = { groupId: actor.group.id, authorId: actor.person.id }
      const to = await change(ports, async (tx, record) => {
        const proposal = await createProposal(tx, record, { ...value, ...by })
        const round = opens && (await openRound(tx, record, proposal, roundDraft(value, actor.person.id), sendings))
        return round ? paths.round(actor.group, round) : paths.proposal(actor.group, proposal)
      })
      return answer(c, to)
    })
