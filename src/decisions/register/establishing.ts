import { and, eq, max, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import { yearOf } from '../../web/days.ts'
import { append } from '../chain/appending.ts'
import { only } from '../only.ts'
import { neverSent, type Sendings, settleAnnulled, settlePaper } from '../paper-stage.ts'
import { adoptRules } from '../rules/adopting.ts'
import { returnRules } from '../rules/returning.ts'
import { citation } from './citation.ts'
import { type Decision, type DecisionNote, decisions } from './schema.ts'
import { endEarlier, keepSubjects } from './superseding.ts'

/** What else follows from a decision, in its transaction. Higher features bring theirs. */
export type Consequence = (tx: Database, record: RecordEvent, decision: Decision, actor: Actor) => Promise<void>

export type DecisionDraft = Omit<typeof decisions.$inferInsert, 'year' | 'number' | 'secondPersonId' | 'groupId'>

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

const earlier = async (tx: Database, { roundId, recordId }: DecisionDraft): Promise<Decision | undefined> => {
  const origin = roundId ? eq(decisions.roundId, roundId) : eq(decisions.recordId, recordId ?? '')
  const [decision] = await tx.select().from(decisions).where(origin)
  return decision
}

/** What only higher floors know: what else follows from a decision, and what was sent of its text. */
export interface Following {
  consequences?: Consequence[]
  sendings?: Sendings
}

/** By whom something is entered, and what follows from it. */
interface Entering extends Following {
  actor: Actor
  /** What was asked, if a proposal was: it says what loses its force, and under which words it is found. */
  proposalId?: string
}

const tell = (record: RecordEvent, decision: Decision, cited: string) =>
  record({
    kind: decision.roundId ? 'round.decided' : 'record.confirmed',
    groupId: decision.groupId,
    actorId: decision.secondPersonId,
    subjectId: decision.roundId ?? decision.recordId ?? decision.id,
    facts: { title: decision.title, number: cited, outcome: decision.outcome },
  })

const annulledBy = (notes: DecisionNote[]) =>
  notes.flatMap(({ kind, decisionId }) => (kind === 'annulment' ? decisionId : []))

/** Whoever comes second gets the decision of whoever came first; no number is used up, nothing is recorded twice. */
export async function establish(
  tx: Database,
  record: RecordEvent,
  draft: DecisionDraft,
  { actor, consequences = [], sendings = neverSent, proposalId }: Entering,
): Promise<Decision> {
  const groupId = actor.group.id
  const { prefix, year, number } = await nextNumber(tx, groupId)
  const first = await earlier(tx, draft)
  if (first) return first
  const numbered = { ...draft, groupId, year, number, secondPersonId: actor.person.id }
  const decision = only(await tx.insert(decisions).values(numbered).returning())
  const cited = citation(prefix, year, number)
  await settlePaper(tx, decision, sendings)
  await tell(record, decision, cited)
  if (proposalId) await keepSubjects(tx, decision, proposalId)
  const notes = proposalId ? await endEarlier(tx, decision, cited, proposalId) : []
  await settleAnnulled(tx, annulledBy(notes), sendings)
  await adoptRules(tx, record, decision, cited)
  for (const note of notes) await returnRules(tx, record, note, decision.secondPersonId)
  for (const follow of consequences) await follow(tx, record, decision, actor)
  await append(tx, [{ kind: 'decision', id: decision.id }, ...notes.map(({ id }) => ({ kind: 'note' as const, id }))])
  return decision
}
