import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { dayOf } from '../../web/days.ts'
import { only } from '../only.ts'
import { type Proposal, proposals } from '../proposals/schema.ts'
import { holdRecord } from '../records/reporting.ts'
import type { DecisionRecord } from '../records/schema.ts'
import { type Count, type Round, roundOptions } from '../rounds/schema.ts'
import { type DecisionDraft, establish, type Following } from './establishing.ts'
import type { Decision } from './schema.ts'
import { summaryOf } from './summary.ts'

/** Only what has ended with a result can be established. */
export type CountedRound = Round & { count: Count & { outcome: Decision['outcome'] } }

/** What the second person still says: the rest was decided and stays as it is. */
export interface LastWords {
  /** In one plain sentence: nothing gets its number without one (`DOMAIN.md 5.3`). */
  summary: string
  /** Only where none was decided. */
  reviewOn?: string
}

type Chosen = Pick<Decision, 'title' | 'wording'>

/** A possibility without a sentence of its own only says something together with what was asked. */
const wordingOf = (asked: string, { title, wording, isPassive }: typeof roundOptions.$inferSelect): string =>
  isPassive || (wording && wording !== title) ? wording || title : `${asked}\n\n${title}`

/** Of several that were rated the one with the least resistance is what holds; or that nothing changes. */
export async function chosenWords(tx: Database, { id, title, wording, method, count }: CountedRound): Promise<Chosen> {
  if (method !== 'systemic_consensing') return { title, wording }
  const options = await tx.select().from(roundOptions).where(eq(roundOptions.roundId, id))
  const chosen = options.find((option) => option.id === count.chosenId) ?? options.find(({ isPassive }) => isPassive)
  if (!chosen) return { title, wording }
  return {
    title: chosen.title === title ? title : `${title}: ${chosen.title}`,
    wording: wordingOf(wording, chosen),
  }
}

const fromProposal = ({ scope, legalEntity, inForceFrom, inForceUntil, reviewOn, editorialMandate }: Proposal) => ({
  ...{ scope, legalEntity, inForceFrom, inForceUntil, reviewOn, editorialMandate },
})

async function draftOf(tx: Database, round: CountedRound, last: LastWords): Promise<DecisionDraft> {
  const { id: roundId, method, channel, rationale, snapshotId, count } = round
  const { outcome, reason, tally, flags } = count
  const origin = only(await tx.select().from(proposals).where(eq(proposals.id, round.proposalId)))
  const words = await chosenWords(tx, round)
  return {
    ...fromProposal(origin),
    ...words,
    ...{ roundId, method, channel, rationale, snapshotId, outcome, reason, tally, flags },
    summary: last.summary,
    reviewOn: origin.reviewOn ?? last.reviewOn ?? null,
    decidedOn: dayOf(count.createdAt),
    firstPersonId: firstPersonOf(round),
  }
}

/** Where the server has counted by itself, whoever opened the round. */
export const firstPersonOf = ({
  openedById,
  count,
}: Pick<Round, 'openedById'> & { count: Pick<Count, 'countedById'> }) => count.countedById ?? openedById

/** A second person establishes what was counted (`DOMAIN.md 3.3`). */
export async function finalise(
  tx: Database,
  record: RecordEvent,
  round: CountedRound,
  actor: Actor,
  last: LastWords,
  following: Following = {},
): Promise<Decision> {
  const draft = await draftOf(tx, round, last)
  return establish(tx, record, draft, { ...following, actor, proposalId: round.proposalId })
}

/** A second person confirms what was decided in a meeting; null when the report was taken back meanwhile. */
export async function confirmRecord(
  tx: Database,
  record: RecordEvent,
  { id }: Pick<DecisionRecord, 'id'>,
  actor: Actor,
  following: Following = {},
): Promise<Decision | null> {
  const { title, wording, summary, discardedAt, ...held } = await holdRecord(tx, id)
  if (discardedAt) return null
  const draft: DecisionDraft = {
    ...{ recordId: id, method: 'recorded', title, wording, reason: 'recorded' },
    // Reports that were entered before a sentence was asked for may have none.
    summary: summaryOf({ title, wording, summary }) ?? title,
    ...{ snapshotId: held.snapshotId, decidedOn: held.decidedOn, outcome: held.outcome, tally: held.tally },
    ...{ scope: held.scope, legalEntity: held.legalEntity, reviewOn: held.reviewOn },
    ...{ inForceFrom: held.inForceFrom, inForceUntil: held.inForceUntil, firstPersonId: held.reportedById },
  }
  return establish(tx, record, draft, { ...following, actor })
}
