import type { Context } from 'hono'
import { DecidingPage } from '#views/decisions/deciding-page.tsx'
import { NewProposalPage } from '#views/decisions/new-proposal-page.tsx'
import { ProposalPage, type ProposalPageProps } from '#views/decisions/proposal-page.tsx'
import { texts as proposalTexts } from '#views/decisions/proposal-texts.ts'
import { TextPage } from '#views/decisions/text-page.tsx'
import { texts } from '#views/decisions/texts.ts'
import { change } from '../activity/model.ts'
import { snapshotById } from '../documents/snapshots.ts'
import { type GroupEnv, inGroup } from '../groups/in-group.ts'
import { currentRules } from '../groups/rule-sets.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { endOfDay } from '../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import type { FateOf } from './fate.ts'
import { newProposalForm, openingProblem, proposalForm, roundForm, withdrawalForm } from './forms.ts'
import { latestDecisions } from './log.ts'
import { findMatter, type Matter, openProposals } from './model.ts'
import { objectionsTo } from './objecting.ts'
import { officersOf } from './officers.ts'
import { openRound, voters } from './opening.ts'
import { snapshotsToDecide } from './papers.ts'
import {
  isMovable,
  leadsRounds,
  matterAbilities,
  mayOpenRound,
  mayPropose,
  mayReadDeciding,
  mayRework,
  mayWithdraw,
  objectionAbilities,
  roundLeaders,
} from './policy.ts'
import { createProposal, rework, withdrawProposal } from './proposing.ts'
import { openRecords } from './recording.ts'
import { openRounds } from './rounds.ts'
import type { Round } from './schema.ts'
import { unestablished } from './waiting.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneProposal = `/proposals/:id{${uuid}}` as const

const matterIn = async ({ actor, ports }: Here, id: string): Promise<Matter> => {
  authorize(mayReadDeciding(actor))
  return found(await findMatter(ports.db, actor.group.id, id))
}

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

async function proposalPage(
  { actor, ports: { db }, locale }: Here,
  matter: Matter,
  refusal?: ProposalPageProps['refused'],
) {
  const { group } = actor
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
      may={matterAbilities(actor, matter, objections)}
    />
  )
}

const refuseOn = async (c: Context, here: Here, matter: Matter, refusal: ProposalPageProps['refused']) =>
  refuse(c, await proposalPage(here, matter, refusal), facts(here, matter.proposal.title))

type Judged<T> = Accepted<T> | Refused

/** A proposal is about a version of this group's own texts, or about the one that it came with. */
async function judgedPaper<T extends { snapshotId?: string }>(
  { actor, ports }: Here,
  input: Judged<T>,
  brought: string | null = null,
): Promise<Judged<T>> {
  if (!input.ok || !input.value.snapshotId || input.value.snapshotId === brought) return input
  const own = await snapshotsToDecide(ports.db, actor.group.id)
  const isOwn = own.some(({ id }) => id === input.value.snapshotId)
  return isOwn ? input : refused(input.value, 'snapshotId', 'not_there')
}

async function judgedOpening<T extends { method: string; closesOn?: string }>(
  { actor, ports, locale }: Here,
  input: Judged<T>,
): Promise<Judged<T>> {
  if (!input.ok || input.value.method === 'later') return input
  const { rules } = await currentRules(ports.db, actor.group.id)
  const problem = openingProblem(input.value, rules, locale.now)
  return problem ? refused(input.value, ...problem) : input
}

const draftOf = ({ method, closesOn }: { method: string; closesOn?: string }, openedById: string) => ({
  method: method as Round['method'],
  closesAt: endOfDay(closesOn ?? ''),
  openedById,
})

/** Proposals: what a group wants to decide, until it asks everybody. */
export const proposalRoutes = (fateOf: FateOf) =>
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
        const round = opens && (await openRound(tx, record, proposal, draftOf(value, actor.person.id)))
        return round ? paths.round(actor.group, round) : paths.proposal(actor.group, proposal)
      })
      return answer(c, to)
    })
    .get(oneProposal, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      return c.render(await proposalPage(c.var, matter), facts(c.var, matter.proposal.title))
    })
    .get(`${oneProposal}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const { proposal } = await matterIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(proposal.snapshotId)))
      const back = { href: paths.proposal(actor.group, proposal), label: proposal.title }
      return c.render(<TextPage snapshot={snapshot} back={back} locale={locale} />, facts(c.var, snapshot.title))
    })
    .post(`${oneProposal}/wording`, form(proposalForm), async (c) => {
      const { actor, ports } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayRework(actor, matter))
      const input = await judgedPaper(c.var, c.var.form, matter.proposal.snapshotId)
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'rework', input })
      await change(ports, (tx, record) => rework(tx, record, matter.proposal, input.value, actor.person.id))
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
      const draft = draftOf(input.value, actor.person.id)
      const round = await change(ports, (tx, record) => openRound(tx, record, matter.proposal, draft))
      return answer(c, round ? paths.round(actor.group, round) : paths.proposal(actor.group, matter.proposal))
    })
