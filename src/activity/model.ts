import { and, asc, gt, inArray, max, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Ports, Signal } from '../ports.ts'
import { type Event, events } from './schema.ts'
import { signalNames } from './signals.ts'

export type EventDraft = Omit<typeof events.$inferInsert, 'seq' | 'createdAt'>
export type RecordEvent = (draft: EventDraft) => Promise<void>

type Happened = Pick<Event, 'seq' | 'kind' | 'groupId' | 'alsoForId' | 'subjectId'>

/** Can be told again to whoever has missed it. */
type RecordedSignal = Signal & { id: number }

const signalsOf = (event: Happened): RecordedSignal[] =>
  [event.groupId, event.alsoForId]
    .filter((groupId) => groupId !== null)
    .flatMap((groupId) => signalNames(event.kind, event.subjectId).map((name) => ({ id: event.seq, groupId, name })))

/** One verb: one transaction with its events, and only after COMMIT the signals. */
export async function change<T>(
  { db, bus }: Pick<Ports, 'db' | 'bus'>,
  write: (tx: Database, record: RecordEvent) => Promise<T>,
): Promise<T> {
  const recorded: Event[] = []
  const result = await db.transaction((tx) =>
    write(tx, async (draft) => {
      recorded.push(...(await tx.insert(events).values(draft).returning()))
    }),
  )
  await bus.publish(recorded.flatMap(signalsOf))
  return result
}

/** Up to where a page that is rendered now has seen everything. Read it before the page's own queries. */
export async function latestSeq(db: Database): Promise<number> {
  const [latest] = await db.select({ seq: max(events.seq) }).from(events)
  return latest?.seq ?? 0
}

/** Ids are given out before commit and may become visible out of order, so a few fresh ones are asked for again. */
const overlap = 50

const unseen = (seen: number) =>
  or(
    gt(events.seq, seen),
    and(gt(events.seq, seen - overlap), gt(events.createdAt, sql`now() - interval '15 seconds'`)),
  )

const limit = 200

/** What was missed, each event by itself; or null when that would be too much. */
async function eachMissed(db: Database, missed: SQL | undefined): Promise<Happened[] | null> {
  const each = await db
    .select()
    .from(events)
    .where(missed)
    .orderBy(asc(events.seq))
    .limit(limit + 1)
  return each.length > limit ? null : each
}

/** However often something happened to the same thing, its newest is enough to look again. */
const newestMissed = (db: Database, missed: SQL | undefined): Promise<Happened[]> => {
  const { kind, groupId, alsoForId, subjectId } = events
  const newest = sql<number>`max(${events.seq})`.mapWith(events.seq)
  return db
    .select({ seq: newest, kind, groupId, alsoForId, subjectId })
    .from(events)
    .where(missed)
    .groupBy(kind, groupId, alsoForId, subjectId)
    .orderBy(newest)
}

/** Each name once, at its newest; in the order of what happened, as a reader goes on from the last that arrived. */
const distinct = (signals: RecordedSignal[]): RecordedSignal[] =>
  [...new Map(signals.map((signal) => [`${signal.groupId} ${signal.name}`, signal])).values()].sort(
    (a, b) => a.id - b.id,
  )

export async function signalsSince(db: Database, groupIds: string[], seen: number): Promise<Signal[]> {
  const missed = and(unseen(seen), or(inArray(events.groupId, groupIds), inArray(events.alsoForId, groupIds)))
  const each = await eachMissed(db, missed)
  const heard = (each ?? (await newestMissed(db, missed)))
    .flatMap(signalsOf)
    .filter((signal) => groupIds.includes(signal.groupId))
  return each ? heard : distinct(heard)
}
