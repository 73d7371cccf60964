import { and, eq, type SQL } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { proposals } from '../decisions/proposals/schema.ts'
import { decisions } from '../decisions/register/schema.ts'
import { documents } from '../documents/schema.ts'
import { referrals } from '../referrals/schema.ts'
import { tasks } from '../tasks/schema.ts'
import type { Linked } from '../web/trail-paths.ts'
import type { ThingKind } from './schema.ts'

/** Something that can be about a guiding idea, and that can lean on something else. */
export interface Thing {
  kind: ThingKind
  id: string
  groupId: string
  title: string
}

export const kindOf: Record<Linked, ThingKind> = {
  documents: 'document',
  proposals: 'proposal',
  decisions: 'decision',
  tasks: 'task',
  referrals: 'referral',
}

const tables = {
  document: { table: documents, group: documents.groupId },
  proposal: { table: proposals, group: proposals.groupId },
  decision: { table: decisions, group: decisions.groupId },
  task: { table: tasks, group: tasks.groupId },
  referral: { table: referrals, group: referrals.fromId },
} as const

async function one(db: Database, kind: ThingKind, which: (of: (typeof tables)[ThingKind]) => SQL | undefined) {
  const of = tables[kind]
  const [found] = await db
    .select({ id: of.table.id, title: of.table.title, groupId: of.group })
    .from(of.table)
    .where(which(of))
    .limit(1)
  return found ? { kind, ...found } : null
}

/** Of this very group: its text, its proposal, its decision, its task, what it has sent. */
export const findThing = (db: Database, groupId: string, kind: ThingKind, id: string): Promise<Thing | null> =>
  one(db, kind, ({ table, group }) => and(eq(table.id, id), eq(group, groupId)))
