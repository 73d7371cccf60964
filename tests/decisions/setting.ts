import { change } from '#src/activity/model.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { createProposal, type ProposalDraft } from '#src/decisions/proposals/proposing.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { confirmRecord, finalise } from '#src/decisions/register/finalising.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { sentenceIn } from '#src/decisions/register/summary.ts'
import { type Answer, cast } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import type { Count, Round } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documents, snapshots } from '#src/documents/schema.ts'
import type { GroupKey, World } from '../support/world.ts'

const day = 86_400_000

export const inDays = (days: number) => new Date(Date.now() + days * day)
export const inMoments = (milliseconds: number) => new Date(Date.now() + milliseconds)
export const until = (instant: Date) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, instant.getTime() - Date.now() + 50)))

export const heat: ProposalDraft = {
  title: 'Wärmenetz Tannrode prüfen lassen',
  wording: 'Die AG Energie lässt prüfen, ob ein Wärmenetz in Tannrode möglich ist.',
  rationale: 'Viele Häuser brauchen bald eine neue Heizung.',
}

/** What AG Energie says and does, in short. */
export const deciding = (w: World, group: GroupKey = 'en') => ({
  propose: (by: PersonKey, draft: ProposalDraft = heat): Promise<Proposal> =>
    change(w.ports, (tx, record) =>
      createProposal(tx, record, { ...draft, groupId: w.groups[group].id, authorId: w.people[by].id }),
    ),

  async open(proposal: Proposal, method: Round['method'] = 'consent', closesAt = inDays(14)): Promise<Round> {
    const draft = { method, closesAt, openedById: w.people.swantje.id }
    const round = await change(w.ports, (tx, record) => openRound(tx, record, proposal, draft))
    if (!round) throw new Error('Nobody has a vote')
    return round
  },

  answer: (by: PersonKey, round: Round, choice: Choice, reason = choice === 'objection' ? 'Schadet uns.' : '') =>
    change(w.ports, (tx, record) => cast(tx, record, round, w.people[by].id, { choice, reason } satisfies Answer)),

  async answers(round: Round, answers: Partial<Record<PersonKey, Choice>>): Promise<void> {
    for (const [by, choice] of Object.entries(answers)) await this.answer(by as PersonKey, round, choice)
  },

  count: (by: PersonKey, round: Round): Promise<Count | null> =>
    change(w.ports, (tx, record) => countRound(tx, record, round, w.people[by].id)),

  finalise: async (by: PersonKey, round: Round, count: Count): Promise<Decision> => {
    const actor = await w.actor(by, group)
    if (count.outcome !== 'adopted' && count.outcome !== 'rejected') throw new Error('Nothing was decided')
    const counted = { ...round, count: { ...count, outcome: count.outcome } }
    return change(w.ports, (tx, record) =>
      finalise(tx, record, counted, actor, { summary: sentenceIn(round.wording) ?? round.title }),
    )
  },

  report: (by: PersonKey) =>
    change(w.ports, (tx, record) =>
      reportDecision(tx, record, {
        groupId: w.groups[group].id,
        reportedById: w.people[by].id,
        wording: 'Wir treffen uns ab Januar jeden ersten Dienstag im Monat.',
        summary: 'Wir treffen uns am ersten Dienstag im Monat.',
        decidedOn: '2026-10-01',
        place: 'Altenlarn',
        manner: 'einstimmig',
      }),
    ),

  confirm: async (by: PersonKey, report: { id: string }) => {
    const actor = await w.actor(by, group)
    return change(w.ports, (tx, record) => confirmRecord(tx, record, report, actor))
  },
})

export type Deciding = ReturnType<typeof deciding>

export const everybody: PersonKey[] = ['gerd', 'swantje', 'tarek', 'bjarne', 'fritjof']

/** A round about which all five members of AG Energie have said the same. */
export async function answered(en: Deciding, choice: Choice = 'consent', draft: ProposalDraft = heat): Promise<Round> {
  const method = choice === 'yes' || choice === 'no' || choice === 'abstain' ? 'majority' : 'consent'
  const round = await en.open(await en.propose('swantje', draft), method)
  for (const by of everybody) await en.answer(by, round, choice)
  return round
}

/** A frozen version of a text, without the way of its draft. */
export async function frozenText(w: World, group: GroupKey = 'en', title = 'RPL 2.0 und wir: Energie') {
  const by = { groupId: w.groups[group].id, createdById: w.people.swantje.id }
  const [document] = await w.db
    .insert(documents)
    .values({ ...by, kind: 'position', title })
    .returning()
  if (!document) throw new Error('No document')
  const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wärme fehlt.' }] }] }
  const [snapshot] = await w.db
    .insert(snapshots)
    .values({
      ...by,
      documentId: document.id,
      number: 3,
      title,
      content,
      plainText: 'Wärme fehlt.',
      checksum: 'ab'.repeat(32),
    })
    .returning()
  if (!snapshot) throw new Error('No snapshot')
  return { document, snapshot }
}
