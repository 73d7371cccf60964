import { inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { CitedDecision, CitedDecisions } from '../../documents/comparisons/cited.ts'
import { snapshots } from '../../documents/schema.ts'
import { groupsOf } from '../../groups/membership.ts'
import { paths } from '../../paths.ts'
import { mayReadDecisions } from '../policy.ts'
import { type DecisionEntry, decisionLog } from './log.ts'

/** Decision id → the text that it is about. */
async function textsOf(db: Database, decisions: DecisionEntry[]): Promise<Map<string, string>> {
  const ids = decisions.map(({ snapshotId }) => snapshotId).filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: snapshots.id, documentId: snapshots.documentId })
    .from(snapshots)
    .where(inArray(snapshots.id, ids))
  const documentOf = new Map(found.map(({ id, documentId }) => [id, documentId]))
  return new Map(decisions.map(({ id, snapshotId }) => [id, documentOf.get(snapshotId ?? '') ?? '']))
}

/** A later decision of the same group about the same text takes the place of the earlier one. */
function successorOf(decision: DecisionEntry, newestFirst: DecisionEntry[], texts: Map<string, string>): string | null {
  const text = texts.get(decision.id)
  if (!text) return null
  const later = newestFirst.slice(0, newestFirst.indexOf(decision))
  return later.find((one) => one.groupId === decision.groupId && texts.get(one.id) === text)?.cited ?? null
}

/** What texts quote from the register, for whoever may read it (`DOMAIN.md 5.5`). */
export const citedDecisions: CitedDecisions = async (db, personId, numbers) => {
  if (!mayReadDecisions(await groupsOf(db, personId))) return []
  const adopted = await decisionLog(db, { outcome: 'adopted' })
  const texts = await textsOf(db, adopted)
  const asked = numbers ? adopted.filter(({ cited }) => numbers.includes(cited)) : adopted
  return asked.map(
    (decision): CitedDecision => ({
      number: decision.cited,
      title: decision.title,
      wording: decision.wording,
      href: paths.decision(decision.cited),
      replacedBy: successorOf(decision, adopted, texts),
    }),
  )
}
