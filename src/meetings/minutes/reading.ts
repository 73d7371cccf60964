import { and, asc, eq, gte, inArray, ne, notExists } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { lookAtDraft } from '../../documents/visits/on-page.ts'
import { documentVisits } from '../../documents/visits/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import type { Ports } from '../../ports.ts'
import { meetingCitation } from '../citation.ts'
import { meetings } from '../schema.ts'
import { goesRound } from './going-round.ts'
import { meetingMinutes, minutesCirculations, minutesObjections } from './schema.ts'

/** Minutes that go round and wait to be read. */
export interface AwaitedReading {
  meetingId: string
  groupId: string
  /** As in KK-06. */
  cited: string
  heldAt: Date
  objectionsUntil: Date
}

/** Since it went round: whoever saw the draft has not read what is to hold. */
const hasLooked = (db: Database, personId: string) =>
  db
    .select({ id: documentVisits.documentId })
    .from(documentVisits)
    .where(
      and(
        eq(documentVisits.personId, personId),
        eq(documentVisits.documentId, meetingMinutes.documentId),
        gte(documentVisits.seenAt, minutesCirculations.createdAt),
      ),
    )

const hasObjected = (db: Database, personId: string) =>
  db
    .select({ id: minutesObjections.id })
    .from(minutesObjections)
    .where(
      and(
        eq(minutesObjections.meetingId, minutesCirculations.meetingId),
        eq(minutesObjections.circulationId, minutesCirculations.id),
        eq(minutesObjections.raisedById, personId),
      ),
    )

/**
 * What this person has not read of the minutes of these groups; asked for over all of them at once. Whoever wrote them or
 * sent them round knows them.
 */
export async function readingsAwaited(db: Database, personId: string, groupIds: string[]): Promise<AwaitedReading[]> {
  if (groupIds.length === 0) return []
  const { minuteTakerId, circulatedById, objectionsUntil } = minutesCirculations
  const found = await db
    .select({
      ...{ meetingId: meetings.id, groupId: meetings.groupId, heldAt: meetings.startsAt, objectionsUntil },
      ...{ number: meetings.number, prefix: groups.prefix },
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(minutesCirculations, eq(minutesCirculations.meetingId, meetings.id))
    .innerJoin(meetingMinutes, eq(meetingMinutes.meetingId, meetings.id))
    .where(
      and(
        ...[inArray(meetings.groupId, groupIds), goesRound],
        ...[ne(minuteTakerId, personId), ne(circulatedById, personId)],
        ...[notExists(hasLooked(db, personId)), notExists(hasObjected(db, personId))],
      ),
    )
    .orderBy(asc(objectionsUntil), asc(meetings.id))
  return found.map(({ number, prefix, ...one }) => ({ ...one, cited: meetingCitation(prefix, number) }))
}

/** Whoever opens minutes that go round has read them: they wait for this person no more. */
export async function lookAtMinutes(
  ports: Ports,
  actor: Pick<Actor, 'person'>,
  { id: meetingId }: { id: string },
): Promise<void> {
  const [going] = await ports.db
    .select({ id: meetingMinutes.documentId })
    .from(meetingMinutes)
    .innerJoin(minutesCirculations, eq(minutesCirculations.meetingId, meetingMinutes.meetingId))
    .where(and(eq(meetingMinutes.meetingId, meetingId), goesRound))
  if (going) await lookAtDraft(ports, actor, going)
}
