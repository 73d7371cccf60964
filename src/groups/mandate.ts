import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Actor } from './actor.ts'
import type { RecordGroupEvent } from './recording.ts'
import { lockGroup } from './roles.ts'
import { type Mandate, mandates } from './schema.ts'

/** The latest mandate; whether its time is over, `isOver` says. */
export async function mandateInForce(db: Database, groupId: string): Promise<Mandate | null> {
  const [mandate] = await db
    .select()
    .from(mandates)
    .where(and(eq(mandates.groupId, groupId), isNull(mandates.supersededAt)))
  return mandate ?? null
}

/** Without a mandate in force a group may go on with its own matters; a banner asks for a new one (`DOMAIN.md 3.9`). */
export const isOver = (mandate: Mandate, today: string) => mandate.validUntil !== null && mandate.validUntil < today

/** Everything that the group was ever for, the newest first; the one in force is not superseded. */
export const mandatesOf = (db: Database, groupId: string): Promise<Mandate[]> =>
  db
    .select()
    .from(mandates)
    .where(eq(mandates.groupId, groupId))
    .orderBy(sql`${mandates.supersededAt} desc nulls first`, desc(mandates.createdAt))

export type NewMandate = Pick<
  Mandate,
  'aim' | 'domain' | 'limits' | 'deliverables' | 'reportMonths' | 'givenBy' | 'validUntil' | 'reviewOn'
>

/** A new mandate supersedes the old one; one is in force at a time (`DOMAIN.md 3.9`). */
export async function giveMandate(
  tx: Database,
  record: RecordGroupEvent,
  actor: Actor,
  mandate: NewMandate,
  today: string,
): Promise<void> {
  const groupId = actor.group.id
  await lockGroup(tx, groupId)
  await tx
    .update(mandates)
    .set({ supersededAt: sql`now()` })
    .where(and(eq(mandates.groupId, groupId), isNull(mandates.supersededAt)))
  const [given] = await tx
    .insert(mandates)
    .values({ ...mandate, groupId, validFrom: today })
    .returning()
  if (given) await record({ kind: 'mandate.given', groupId, actorId: actor.person.id, subjectId: given.id })
}
