import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import { documentReviews } from '../reviews/schema.ts'
import type { Document } from '../schema.ts'
import type { MatterOf } from '../stages/matter.ts'
import { isArchivable } from '../stages/policy.ts'
import { holdPaper, settleStage } from '../stages/settling.ts'
import { type Archiving, documentArchivings } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

export type ArchivingEntry = Archiving & { archivedBy: string }

const inArchive = ({ id }: Pick<Document, 'id'>) =>
  and(eq(documentArchivings.documentId, id), isNull(documentArchivings.takenOutAt))

/** As long as it is laid aside. */
export async function archivingOf(db: Database, paper: Pick<Document, 'id'>): Promise<ArchivingEntry | null> {
  const [found] = await db
    .select({ archiving: documentArchivings, archivedBy: people.name })
    .from(documentArchivings)
    .innerJoin(people, eq(people.id, documentArchivings.archivedById))
    .where(inArchive(paper))
  return found ? { ...found.archiving, archivedBy: found.archivedBy } : null
}

/** Lays a text aside. False when meanwhile something began about it, or somebody else did it. */
export async function archive(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  reason: string,
  matterOf: MatterOf,
): Promise<boolean> {
  const held = await holdPaper(tx, paper)
  if (!held || !isArchivable(held, await matterOf(tx, paper))) return false
  const facts = { documentId: paper.id, groupId: paper.groupId, reason, archivedById: actor.person.id }
  await tx.insert(documentArchivings).values(facts)
  await tx
    .update(documentReviews)
    .set({ endedAt: sql`now()`, endedById: actor.person.id })
    .where(and(eq(documentReviews.documentId, paper.id), isNull(documentReviews.endedAt)))
  await settleStage(tx, paper, matterOf)
  await tell(record, 'document.archived', paper, actor)
  return true
}

/** It is written on again. Whoever comes second finds it done. */
export async function takeOut(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  matterOf: MatterOf,
): Promise<void> {
  await holdPaper(tx, paper)
  const takenOut = await tx
    .update(documentArchivings)
    .set({ takenOutAt: sql`now()`, takenOutById: actor.person.id })
    .where(inArchive(paper))
    .returning({ id: documentArchivings.id })
  if (takenOut.length === 0) return
  await settleStage(tx, paper, matterOf)
  await tell(record, 'document.takenOut', paper, actor)
}

const tell = (
  record: RecordEvent,
  kind: 'document.archived' | 'document.takenOut',
  { id, groupId, title }: Paper,
  { person }: Actor,
) => record({ kind, groupId, actorId: person.id, subjectId: id, facts: { title } })
