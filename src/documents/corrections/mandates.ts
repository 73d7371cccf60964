import { and, asc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import type { Actor } from '../../groups/actor.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import type { Document } from '../schema.ts'
import { type AdoptedText, inForceSince } from '../stages/adopted.ts'
import { type EditorialMandate, editorialMandates } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

export type MandateEntry = EditorialMandate & { name: string; givenBy: string; confirmedBy: string | null }

const [givers, confirmers] = [alias(people, 'givers'), alias(people, 'confirmers')]

type Since = Pick<AdoptedText, 'adoption' | 'adoptions'>

const open = (documentId: string, further?: SQL) =>
  and(eq(editorialMandates.documentId, documentId), isNull(editorialMandates.endedAt), further)

/** Who has it or is to get it. It was given for what was in force then: another adopted version needs another one. */
export async function mandatesIn(db: Database, documentId: string, adopted: Since | null): Promise<MandateEntry[]> {
  if (!adopted) return []
  const found = await db
    .select({ mandate: editorialMandates, name: people.name, givenBy: givers.name, confirmedBy: confirmers.name })
    .from(editorialMandates)
    .innerJoin(people, eq(people.id, editorialMandates.personId))
    .innerJoin(givers, eq(givers.id, editorialMandates.givenById))
    .leftJoin(confirmers, eq(confirmers.id, editorialMandates.confirmedById))
    .where(open(documentId, gte(editorialMandates.createdAt, inForceSince(adopted))))
    .orderBy(asc(editorialMandates.createdAt))
  return found.map(({ mandate, ...names }) => ({ ...mandate, ...names }))
}

/** The one behind a correction, held until commit: whoever ends it meanwhile comes before or after. */
export async function holdMandate(tx: Database, id: string, adopted: Since): Promise<EditorialMandate | null> {
  const [mandate] = await tx.select().from(editorialMandates).where(eq(editorialMandates.id, id)).for('share')
  return mandate && mandate.createdAt >= inForceSince(adopted) ? mandate : null
}

/** Whoever writes in the text as a member today. */
export const ableToEdit = (db: Database, { groupId }: Pick<Document, 'groupId'>, now = new Date()) =>
  db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), inForce(dayOf(now))))
    .orderBy(byName(people.name))

export interface Giving {
  person: { id: string; name: string }
  scope: string
  /** Number of the decision that says so. */
  decision: string
  /** What it is given for. */
  adopted: Since
}

/** What was given for an earlier version is over. */
const endLapsed = (tx: Database, documentId: string, actor: Actor, adopted: Since) =>
  tx
    .update(editorialMandates)
    .set({ endedById: actor.person.id, endedAt: sql`now()` })
    .where(open(documentId, lt(editorialMandates.createdAt, inForceSince(adopted))))

/** False when the person has it already. */
export async function giveEditor(
  tx: Database,
  record: RecordEvent,
  { id: documentId, groupId, title }: Paper,
  actor: Actor,
  { person, scope, decision, adopted }: Giving,
): Promise<boolean> {
  await endLapsed(tx, documentId, actor, adopted)
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
