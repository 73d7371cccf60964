import { and, desc, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { mandates } from '../groups/schema.ts'
import { dayOf } from '../web/days.ts'
import { type Numbers, prefilled } from './prefilled.ts'
import { type Report, reports } from './schema.ts'

/** The three lines (`DOMAIN.md 3.9`). */
export type Lines = Pick<Report, 'achieved' | 'stuck' | 'needed'>

/** The first day that the circle has not heard about: of the mandate, or of the group where it has none. */
export async function toldUntil(db: Database, { group }: Pick<Actor, 'group'>): Promise<string> {
  const [last] = await db
    .select({ until: reports.until })
    .from(reports)
    .where(eq(reports.groupId, group.id))
    .orderBy(desc(reports.createdAt))
    .limit(1)
  if (last) return last.until
  const [mandate] = await db
    .select({ validFrom: mandates.validFrom })
    .from(mandates)
    .where(and(eq(mandates.groupId, group.id), isNull(mandates.supersededAt)))
  return mandate?.validFrom ?? dayOf(group.createdAt)
}

/** The numbers are kept as they stood. */
export async function giveReport(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  lines: Lines,
  now = new Date(),
): Promise<Report> {
  const { group, person } = actor
  const [since, until] = [await toldUntil(tx, actor), dayOf(now)]
  const { numbers }: { numbers: Numbers } = await prefilled(tx, group.id, since)
  const row = { groupId: group.id, since: since < until ? since : until, until, writtenById: person.id }
  const [report] = await tx
    .insert(reports)
    .values({ ...row, ...lines, numbers: { ...numbers } })
    .returning()
  if (!report) throw new Error('A report was not stored')
  const facts = { title: group.name }
  await record({ kind: 'report.given', groupId: group.id, actorId: person.id, subjectId: report.id, facts })
  return report
}
