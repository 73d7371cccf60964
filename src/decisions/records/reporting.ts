import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { only } from '../only.ts'
import { citation } from '../register/citation.ts'
import { type Decision, decisions } from '../register/schema.ts'
import { type DecisionRecord, records } from './schema.ts'

type Stored = typeof records.$inferInsert

export type RecordDraft = Omit<Stored, 'title' | 'summary' | 'id' | 'createdAt' | 'discardedAt'> & {
  title?: string
  /** In one plain sentence (`DOMAIN.md 5.3`). */
  summary: string
}

/** A decision taken in a meeting, and what became of the report. */
export interface RecordEntry {
  record: DecisionRecord
  reporter: string
  decision: Decision | null
  /** The number of the decision that it became. */
  cited: string | null
}

const longest = 70

/** The beginning of the wording, cut between words. */
export function titleFrom(wording: string): string {
  const [line = ''] = wording.trim().split('\n')
  if (line.length <= longest) return line.replace(/[.!]$/, '')
  return `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`
}

/** Entered afterwards; it is in force once a second person has confirmed it. */
export async function reportDecision(tx: Database, record: RecordEvent, draft: RecordDraft): Promise<DecisionRecord> {
  const title = draft.title ?? titleFrom(draft.wording)
  const reported = only(
    await tx
      .insert(records)
      .values({ ...draft, title })
      .returning(),
  )
  await record({
    kind: 'record.reported',
    groupId: draft.groupId,
    actorId: draft.reportedById,
    subjectId: reported.id,
    facts: { title },
  })
  return reported
}

/** Confirming and discarding take turns on the row of the report. */
export async function holdRecord(tx: Database, id: string): Promise<RecordEntry['record'] & { decided: boolean }> {
  const held = only(await tx.select().from(records).where(eq(records.id, id)).for('no key update'))
  return { ...held, decided: (await tx.$count(decisions, eq(decisions.recordId, id))) > 0 }
}

/** The reporter takes it back before anybody has confirmed it. */
export async function discardRecord(tx: Database, record: RecordEvent, { id }: DecisionRecord): Promise<void> {
  const held = await holdRecord(tx, id)
  if (held.decided || held.discardedAt) return
  await tx.update(records).set({ discardedAt: sql`now()` }).where(eq(records.id, id))
  await record({
    kind: 'record.discarded',
    groupId: held.groupId,
    actorId: held.reportedById,
    subjectId: id,
    facts: { title: held.title },
  })
}

const rows = (db: Database) =>
  db
    .select({ record: records, reporter: people.name, decision: decisions, prefix: groups.prefix })
    .from(records)
    .innerJoin(people, eq(people.id, records.reportedById))
    .innerJoin(groups, eq(groups.id, records.groupId))
    .leftJoin(decisions, eq(decisions.recordId, records.id))
    .orderBy(asc(records.createdAt))
    .$dynamic()

const entries = (found: Awaited<ReturnType<typeof rows>>): RecordEntry[] =>
  found.map(({ prefix, ...entry }) => ({
    ...entry,
    cited: entry.decision && citation(prefix, entry.decision.year, entry.decision.number),
  }))

export async function findRecord(db: Database, groupId: string, id: string): Promise<RecordEntry | null> {
  const [entry] = entries(await rows(db).where(and(eq(records.groupId, groupId), eq(records.id, id))))
  return entry ?? null
}

/** Reported in these groups and not confirmed yet. */
export const openRecordsIn = async (db: Database, groupIds: string[]): Promise<RecordEntry[]> =>
  entries(
    await rows(db).where(and(inArray(records.groupId, groupIds), isNull(decisions.id), isNull(records.discardedAt))),
  )

export const openRecords = (db: Database, groupId: string): Promise<RecordEntry[]> => openRecordsIn(db, [groupId])
