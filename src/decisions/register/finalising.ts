import { and, eq, max, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import { dayOf, yearOf } from '../../web/days.ts'
import { only } from '../only.ts'
import { settlePaper } from '../paper-stage.ts'
import { proposals } from '../proposals/schema.ts'
import { holdRecord } from '../records/reporting.ts'
import type { DecisionRecord } from '../records/schema.ts'
import type { Count, Round } from '../rounds/schema.ts'
import { citation } from './citation.ts'
import { type Decision, decisions } from './schema.ts'

/** What else follows from a decision, in its transaction. Higher features bring theirs. */
export type Consequence = (tx: Database, record: RecordEvent, decision: Decision, actor: Actor) => Promise<void>

type Draft = Omit<typeof decisions.$inferInsert, 'year' | 'number' | 'secondPersonId' | 'groupId'>

/** Only what has ended with a result can be established. */
export type CountedRound = Round & { count: Count & { outcome: Decision['outcome'] } }

/** Numbers have no gaps and no twins: whoever comes next waits here until the one before is stored. */
async function nextNumber(tx: Database, groupId: string) {
  const group = only(
    await tx
      .select({ prefix: groups.prefix, today: sql<string>`to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM-DD')` })
      .from(groups)
      .where(eq(groups.id, groupId))
      .for('no key update'),
  )
  const year = yearOf(group.today)
  const [last] = await tx
    .select({ number: max(decisions.number) })
    .from(decisions)
    .where(and(eq(decisions.groupId, groupId), eq(decisions.year, year)))
  return { prefix: group.prefix, year, number: (last?.number ?? 0) + 1 }
}

const earlier = async (tx: Database, { roundId, recordId }: Draft): Promise<Decision | undefined> => {
  const origin = roundId ? eq(decisions.roundId, roundId) : eq(decisions.recordId, recordId ?? '')
  const [decision] = await tx.select().from(decisions).where(origin)
  return decision
}

/** Whoever comes second gets the decision of whoever came first; no number is used up, nothing is recorded twice. */
async function establish(
  tx: Database,
  record: RecordEvent,
  draft: Draft,
  actor: Actor,
  consequences: Consequence[],
): Promise<Decision> {
  const groupId = actor.group.id
  const { prefix, year, number } = await nextNumber(tx, groupId)
  const first = await earlier(tx, draft)
  if (first) return first
  const numbered = { ...draft, groupId, year, number, secondPersonId: actor.person.id }
  const decision = only(await tx.insert(decisions).values(numbered).returning())
  await settlePaper(tx, decision)
  await record({
    kind: draft.roundId ? 'round.decided' : 'record.confirmed',
    groupId,
    actorId: actor.person.id,
    subjectId: draft.roundId ?? draft.recordId ?? decision.id,
    facts: { title: decision.title, number: citation(prefix, year, number), outcome: decision.outcome },
  })
  for (const follow of consequences) await follow(tx, record, decision, actor)
  return decision
}

/** A second person establishes what was counted (`DOMAIN.md 3.3`). */
export async function finalise(
  tx: Database,
  record: RecordEvent,
  round: CountedRound,
  actor: Actor,
  consequences: Consequence[] = [],
): Promise<Decision> {
  const { title, wording, rationale, snapshotId, method, count } = round
  const origin = only(await tx.select().from(proposals).where(eq(proposals.id, round.proposalId)))
  const { outcome, reason, tally, flags } = count
  const draft: Draft = {
    ...{ roundId: round.id, method, title, wording, rationale, snapshotId, scope: origin.scope },
    ...{ summary: origin.summary || title, legalEntity: origin.legalEntity, channel: round.channel },
    ...{ inForceFrom: origin.inForceFrom, inForceUntil: origin.inForceUntil, reviewOn: origin.reviewOn },
    editorialMandate: origin.editorialMandate,
    ...{ outcome, reason, tally, flags },
    decidedOn: dayOf(count.createdAt),
    firstPersonId: count.countedById ?? round.openedById,
  }
  return establish(tx, record, draft, actor, consequences)
}

/** A second person confirms what was decided in a meeting; null when the report was taken back meanwhile. */
export async function confirmRecord(
  tx: Database,
  record: RecordEvent,
  { id }: Pick<DecisionRecord, 'id'>,
  actor: Actor,
  consequences: Consequence[] = [],
): Promise<Decision | null> {
  const { title, wording, summary, snapshotId, decidedOn, outcome, reportedById, discardedAt } = await holdRecord(tx, id)
  if (discardedAt) return null
  const draft: Draft = {
    ...{ recordId: id, method: 'recorded', title, wording, summary: summary || title, snapshotId, decidedOn },
    ...{ outcome, reason: 'recorded', firstPersonId: reportedById },
  }
  return establish(tx, record, draft, actor, consequences)
}
