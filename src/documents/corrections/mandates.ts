import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import type { Document } from '../schema.ts'
import { type EditorialMandate, editorialMandates } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

export type MandateEntry = EditorialMandate & { name: string; givenBy: string; confirmedBy: string | null }

const [givers, confirmers] = [alias(people, 'givers'), alias(people, 'confirmers')]

/** Who has it or is to get it. */
export async function mandatesIn(db: Database, documentId: string): Promise<MandateEntry[]> {
  const found = await db
    .select({ mandate: editorialMandates, name: people.name, givenBy: givers.name, confirmedBy: confirmers.name })
    .from(editorialMandates)
    .innerJoin(people, eq(people.id, editorialMandates.personId))
    .innerJoin(givers, eq(givers.id, editorialMandates.givenById))
    .leftJoin(confirmers, eq(confirmers.id, editorialMandates.confirmedById))
    .where(and(eq(editorialMandates.documentId, documentId), isNull(editorialMandates.endedAt)))
    .orderBy(asc(editorialMandates.createdAt))
  return found.map(({ mandate, ...names }) => ({ ...mandate, ...names }))
}

export const findMandate = async (db: Database, documentId: string, id: string): Promise<MandateEntry | null> =>
  (await mandatesIn(db, documentId)).find((mandate) => mandate.id === id) ?? null

export interface Giving {
  person: { id: string; name: string }
  scope: string
  /** Number of the decision that says so. */
  decision: string
}

/** False when the person has it already. */
export async function giveEditor(
  tx: Database,
  record: RecordEvent,
  { id: documentId, groupId, title }: Paper,
  actor: Actor,
  { person, scope, decision }: Giving,
): Promise<boolean> {
  const given = await tx
    .insert(editorialMandates)
    .values({ documentId, groupId, personId: person.id, scope, decision, givenById: actor.person.id })
    .onConflictDoNothing()
    .returning({ id: editorialMandates.id })
  if (given.length === 0) return false
  const facts = { title, name: person.name }
  await record({
    kind: decision ? 'document.editorGiven' : 'document.editorNamed',
    groupId,
    actorId: actor.person.id,
    subjectId: documentId,
    facts,
  })
  return true
}

/** Of two who confirm at once one does. */
export async function confirmEditor(
  tx: Database,
  record: RecordEvent,
  { id: subjectId, groupId, title }: Paper,
  actor: Actor,
  { id, name }: Pick<MandateEntry, 'id' | 'name'>,
): Promise<void> {
  const confirmed = await tx
    .update(editorialMandates)
    .set({ confirmedById: actor.person.id, confirmedAt: sql`now()` })
    .where(and(eq(editorialMandates.id, id), isNull(editorialMandates.confirmedAt), isNull(editorialMandates.endedAt)))
    .returning({ id: editorialMandates.id })
  if (confirmed.length === 0) return
  const facts = { title, name }
  await record({ kind: 'document.editorGiven', groupId, actorId: actor.person.id, subjectId, facts })
}

/** Whoever comes second finds it ended. */
export async function endEditor(
  tx: Database,
  record: RecordEvent,
  { id: subjectId, groupId, title }: Paper,
  actor: Actor,
  { id, name }: Pick<MandateEntry, 'id' | 'name'>,
): Promise<void> {
  const ended = await tx
    .update(editorialMandates)
    .set({ endedById: actor.person.id, endedAt: sql`now()` })
    .where(and(eq(editorialMandates.id, id), isNull(editorialMandates.endedAt)))
    .returning({ id: editorialMandates.id })
  if (ended.length === 0) return
  const facts = { title, name }
  await record({ kind: 'document.editorEnded', groupId, actorId: actor.person.id, subjectId, facts })
}
