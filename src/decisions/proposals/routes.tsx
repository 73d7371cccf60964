import type { z } from 'zod'
import { DecidingPage } from '#views/decisions/deciding-page.tsx'
import { NewProposalPage } from '#views/decisions/new-proposal-page.tsx'
import { texts as proposalTexts } from '#views/decisions/proposal-texts.ts'
import { texts } from '#views/decisions/texts.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { type Accepted, form, type Refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import type { Sendings } from '../paper-stage.ts'
import { isMovable, leadsRounds, mayPropose, mayReadDeciding } from '../policy.ts'
import { openRecords } from '../records/reporting.ts'
import type { FateOf } from '../register/fate.ts'
import { latestDecisions } from '../register/log.ts'
import { openRounds } from '../rounds/entries.ts'
import { judgedOpening } from '../rounds/judging.ts'
import { openRound } from '../rounds/opening.ts'
import { roundDraftOf } from '../rounds/opening-forms.ts'
import { waysBy } from '../rounds/ways.ts'
import { unestablished } from '../waiting.ts'
import { draftIn, newProposalForm } from './forms.ts'
import { type JudgedProposal, judged } from './judging.ts'
import { openProposals } from './matters.ts'
import { createProposal } from './proposing.ts'
import { choicesFor, factsOf, type Here } from './showing.tsx'

const opensRounds = ({ actor }: Here) => leadsRounds(actor) && actor.group.state === 'active'

async function newPage(here: Here, { snapshotId, refusal }: { snapshotId?: string; refusal?: Refused } = {}) {
  const { actor, ports, locale } = here
  const { rules } = await currentRules(ports.db, actor.group.id)
  return (
    <NewProposalPage
      group={actor.group}
      {...(await choicesFor(here))}
      snapshotId={snapshotId}
      rules={rules}
      ways={waysBy(rules)}
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
        factsOf(c.var, texts[locale.lang].deciding),
      )
    })
    .get('/proposals/new', async (c) => {
      authorize(mayPropose(c.var.actor))
      const page = await newPage(c.var, { snapshotId: c.req.query('snapshot') })
      return c.render(page, factsOf(c.var, proposalTexts[c.var.locale.lang].make))
    })
    .post('/proposals', form(newProposalForm), async (c) => {
      const { actor, ports, locale } = c.var
      authorize(mayPropose(actor))
      const input = await judgedWhole(c.var, c.var.form)
      if (!input.ok) {
        const title = proposalTexts[locale.lang].make
        return refuse(c, await newPage(c.var, { refusal: input }), factsOf(c.var, title))
      }
      const { value, supersedes } = input
      const opens = value.method !== 'later'
      const how = () => ({ ...roundDraftOf(value, locale.now), openedById: actor.person.id })
      authorize(!opens || opensRounds(c.var))
      const by = { groupId: actor.group.id, authorId: actor.person.id }
      const to = await change(ports, async (tx, record) => {
        const proposal = await createProposal(tx, record, { ...draftIn(value, supersedes), ...by })
        const round = opens && (await openRound(tx, record, proposal, how(), sendings))
        return round ? paths.round(actor.group, round) : paths.proposal(actor.group, proposal)
      })
      return answer(c, to)
    })

type Input = Accepted<z.output<typeof newProposalForm>> | Refused

/** The words and, where it is asked at once, the way. */
async function judgedWhole(here: Here, input: Input): Promise<JudgedProposal<z.output<typeof newProposalForm>>> {
  const proposed = await judged(here, input)
  if (!proposed.ok) return proposed
  const opened = await judgedOpening(here, proposed, proposed.value.scope)
  return opened.ok ? proposed : opened
}
