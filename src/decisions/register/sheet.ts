import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type TaskEntry, tasksOf } from '../../tasks/model.ts'
import { type SnapshotNote, snapshotNote } from '../papers.ts'
import { type DecisionRecord, records } from '../records/schema.ts'
import { answersOf, type NamedAnswer, type RoundEntry, roundEntries } from '../rounds/entries.ts'
import { type ObjectionEntry, objectionsTo } from '../objections/entries.ts'
import { rounds } from '../rounds/schema.ts'
import { type Corrected, correctedSince } from './corrected.ts'
import type { DecisionEntry } from './log.ts'

/** Everything that stands on a decision's page for good (`DOMAIN.md 5.3`). */
export interface DecisionSheet {
  decision: DecisionEntry
  snapshot: SnapshotNote | null
  /** Versions of it in which typing errors were put right since. */
  corrected: Corrected[]
  /** The one that decided. */
  round: RoundEntry | null
  /** All rounds on the way, the first one on top. */
  rounds: RoundEntry[]
  objections: ObjectionEntry[]
  /** Who answered how in the round that decided. */
  answers: NamedAnswer[]
  report: DecisionRecord | null
  tasks: TaskEntry[]
}

async function roundsBehind(db: Database, { roundId }: DecisionEntry): Promise<RoundEntry[]> {
  if (!roundId) return []
  const [deciding] = await db.select({ proposalId: rounds.proposalId }).from(rounds).where(eq(rounds.id, roundId))
  return deciding ? roundEntries(db, eq(rounds.proposalId, deciding.proposalId), asc(rounds.number)) : []
}

async function reportBehind(db: Database, { recordId }: DecisionEntry): Promise<DecisionRecord | null> {
  if (!recordId) return null
  const [report] = await db.select().from(records).where(eq(records.id, recordId))
  return report ?? null
}

/** Only with answers by name when they are for the eyes of a member of the group that decided. */
export async function sheetOf(db: Database, decision: DecisionEntry, isInside: boolean): Promise<DecisionSheet> {
  const all = await roundsBehind(db, decision)
  const round = all.find((entry) => entry.round.id === decision.roundId) ?? null
  return {
    decision,
    snapshot: await snapshotNote(db, decision.snapshotId),
    corrected: (await correctedSince(db, [decision])).get(decision.id) ?? [],
    round,
    rounds: all,
    objections: round ? await objectionsTo(db, round.round.proposalId) : [],
    answers: round && isInside ? await answersOf(db, round.round.id) : [],
    report: await reportBehind(db, decision),
    tasks: await tasksOf(db, [decision.id]),
  }
}
