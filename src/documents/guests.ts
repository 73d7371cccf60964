import { and, eq, inArray, ne } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { HeardAsGuest } from '../activity/routes.ts'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import type { Actor } from '../groups/actor.ts'
import type { DepartureConsequence } from '../groups/departure.ts'
import { inForce } from '../groups/membership.ts'
import { memberships } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import type { Paper } from './model.ts'
import { documentGuests, documents } from './schema.ts'

export interface Guest {
  id: string
  name: string
  /** Last day of access. */
  endsOn: string | null
}

/** Guests of the group today: those who can be invited to a paper. */
export const guestsIn = (db: Database, groupId: string, now = new Date()): Promise<Guest[]> =>
  db
    .select({ id: people.id, name: people.name, endsOn: memberships.endsOn })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'guest'), inForce(dayOf(now))))
    .orderBy(byName(people.name))

/** Lets a guest read this paper, or read and comment (`DOMAIN.md 3.1`). The latest invitation says which. */
export async function inviteGuest(
  tx: Database,
  record: RecordEvent,
  document: Paper,
  actor: Actor,
  guest: Guest,
  mayComment = false,
): Promise<void> {
  const { documentId, personId } = documentGuests
  const changed = await tx
    .insert(documentGuests)
    .values({ documentId: document.id, personId: guest.id, mayComment })
    .onConflictDoUpdate({
      target: [documentId, personId],
      set: { mayComment },
      setWhere: ne(documentGuests.mayComment, mayComment),
    })
    .returning()
  if (changed.length === 0) return
  await record({
    kind: 'document.guestInvited',
    groupId: document.groupId,
    actorId: actor.person.id,
    subjectId: document.id,
    facts: { title: document.title, guest: guest.name },
  })
}

/** So much moves in a text that a guest was invited to; what else moves in the group is its members' business. */
const signalsOf = (documentId: string) => ['document', 'comment', 'suggestion'].map((noun) => `${noun}-${documentId}`)

/** Of what somebody hears where they are a guest: the texts that they may read today, and nothing else. */
export async function heardAsGuest(db: Database, personId: string, now = new Date()): Promise<HeardAsGuest> {
  const stay = and(eq(memberships.groupId, documents.groupId), eq(memberships.personId, documentGuests.personId))
  const texts = await db
    .select({ id: documents.id, groupId: documents.groupId })
    .from(documentGuests)
    .innerJoin(documents, eq(documents.id, documentGuests.documentId))
    .innerJoin(memberships, and(stay, eq(memberships.standing, 'guest'), inForce(dayOf(now))))
    .where(eq(documentGuests.personId, personId))
  return {
    groupIds: [...new Set(texts.map(({ groupId }) => groupId))],
    names: new Set(texts.flatMap(({ id }) => signalsOf(id))),
  }
}

/** What a guest was invited to read ends with the stay: whoever comes back is invited anew. */
export const closePapers: DepartureConsequence<RecordEvent> = async (tx, _record, { groupId, personId }) => {
  const papers = tx.select({ id: documents.id }).from(documents).where(eq(documents.groupId, groupId))
  await tx
    .delete(documentGuests)
    .where(and(eq(documentGuests.personId, personId), inArray(documentGuests.documentId, papers)))
}
