import { aliasedTable, and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { lockGroup } from '../../groups/roles.ts'
import { type Document, type DocumentStage, documents } from '../schema.ts'
import type { AdoptionsOf, MatterOf } from '../stages/matter.ts'
import { isReplaceable, isReplacing } from '../stages/policy.ts'
import { holdPaper, settleStage } from '../stages/settling.ts'
import { documentReplacements, type Replacement } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

export interface ReplacementEntry {
  replacement: Replacement
  older: { id: string; title: string; stage: DocumentStage }
  newer: { id: string; title: string; stage: DocumentStage } | null
}

const [olders, newers] = [aliasedTable(documents, 'olders'), aliasedTable(documents, 'newers')]

/** What a text takes the place of, and what takes its own. */
export const replacementsAround = (db: Database, { id }: Pick<Document, 'id'>): Promise<ReplacementEntry[]> =>
  db
    .select({
      replacement: documentReplacements,
      older: { id: olders.id, title: olders.title, stage: olders.stage },
      newer: { id: newers.id, title: newers.title, stage: newers.stage },
    })
    .from(documentReplacements)
    .innerJoin(olders, eq(olders.id, documentReplacements.olderId))
    .leftJoin(newers, eq(newers.id, documentReplacements.newerId))
    .where(
      and(
        isNull(documentReplacements.takenBackAt),
        or(eq(documentReplacements.olderId, id), eq(documentReplacements.newerId, id)),
      ),
    )

/** Texts of the same group that were adopted and that nothing takes the place of. */
export async function replaceable(
  db: Database,
  { id, groupId }: Pick<Document, 'id' | 'groupId'>,
  adoptionsOf: AdoptionsOf,
): Promise<Pick<Document, 'id' | 'title'>[]> {
  const others = await db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .leftJoin(
      documentReplacements,
      and(eq(documentReplacements.olderId, documents.id), isNull(documentReplacements.takenBackAt)),
    )
    .where(and(eq(documents.groupId, groupId), ne(documents.id, id), isNull(documentReplacements.id)))
    .orderBy(documents.title)
  const adopted = await adoptionsOf(
    db,
    others.map((other) => other.id),
  )
  return others.filter((other) => adopted.some(({ documentId }) => documentId === other.id))
}

/** Following the newer ones from this text on never leads back to it. */
async function leadsTo(db: Database, from: string, to: string): Promise<boolean> {
  const [next] = await db
    .select({ newerId: documentReplacements.newerId })
    .from(documentReplacements)
    .where(and(eq(documentReplacements.olderId, from), isNull(documentReplacements.takenBackAt)))
  if (!next?.newerId) return false
  return next.newerId === to || leadsTo(db, next.newerId, to)
}

export interface Naming {
  older: Paper
  /** A text, or the number of a decision that has none. */
  newer: Paper | null
  decision: string
}

/** Says what takes whose place. False when something does already, or they would take each other's. */
export async function nameReplacement(
  tx: Database,
  record: RecordEvent,
  { older, newer, decision }: Naming,
  actor: Actor,
  matterOf: MatterOf,
): Promise<boolean> {
  // What takes whose place is a chain over the whole group: two who lengthen it at once could close it to a ring. And
  // whoever settles goes along it from newer to older, so a ring is refused before anything of it is held.
  await lockGroup(tx, older.groupId)
  if (newer && (await leadsTo(tx, newer.id, older.id))) return false
  const held = newer && (await holdPaper(tx, newer))
  const replaced = await holdPaper(tx, older)
  if (!replaced || (newer ? !held || !isReplacing(held) : !isReplaceable(replaced))) return false
  const facts = { olderId: older.id, newerId: newer?.id ?? null, groupId: older.groupId, decision }
  const named = await tx
    .insert(documentReplacements)
    .values({ ...facts, namedById: actor.person.id })
    .onConflictDoNothing()
    .returning({ id: documentReplacements.id })
  if (named.length === 0) return false
  await settleStage(tx, older, matterOf)
  await record({
    kind: 'document.replaced',
    groupId: older.groupId,
    actorId: actor.person.id,
    subjectId: older.id,
    facts: { title: older.title, by: newer?.title ?? decision },
  })
  return true
}

/** Whoever comes second finds it taken back. */
export async function takeBackReplacement(
  tx: Database,
  record: RecordEvent,
  older: Paper,
  actor: Actor,
  matterOf: MatterOf,
): Promise<void> {
  await lockGroup(tx, older.groupId)
  const standing = and(eq(documentReplacements.olderId, older.id), isNull(documentReplacements.takenBackAt))
  const [found] = await tx.select().from(documentReplacements).where(standing)
  if (!found) return
  // The newer one too, so that nobody who settles it is still on the way to the older one afterwards.
  if (found.newerId) await holdPaper(tx, { id: found.newerId, groupId: older.groupId })
  await holdPaper(tx, older)
  const takenBack = await tx
    .update(documentReplacements)
    .set({ takenBackAt: sql`now()`, takenBackById: actor.person.id })
    .where(and(eq(documentReplacements.id, found.id), isNull(documentReplacements.takenBackAt)))
    .returning({ id: documentReplacements.id })
  if (takenBack.length === 0) return
  await settleStage(tx, older, matterOf)
  const { id: subjectId, groupId, title } = older
  await record({ kind: 'document.unreplaced', groupId, actorId: actor.person.id, subjectId, facts: { title } })
}
