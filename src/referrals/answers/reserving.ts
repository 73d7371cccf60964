import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { wishFor } from '../../decisions/agenda/wishing.ts'
import { only } from '../../decisions/only.ts'
import type { Actor } from '../../groups/actor.ts'
import { referralCitation } from '../citation.ts'
import { answers, type Referral } from '../schema.ts'
import { daysToReserve } from './deciding.ts'
import { hold } from './holding.ts'
import { reservations } from './schema.ts'

/** `not_now`: it was not adopted with changes, or the seven days are over. */
export type Reserved = 'reserved' | 'not_now'

const lastDay = sql<string>`((${answers.createdAt} at time zone 'Europe/Berlin')::date + ${daysToReserve}::int)::text`

const today = sql<string>`((now() at time zone 'Europe/Berlin')::date)::text`

/**
 * The last day, included, by the calendar of the alliance and the clock of the database; null where nothing was changed,
 * where it is over, and where a reservation was entered already.
 */
export async function openReservation(db: Database, { id }: Pick<Referral, 'id'>): Promise<string | null> {
  const [answer] = await db
    .select({ kind: answers.kind, lastDay, today })
    .from(answers)
    .where(eq(answers.referralId, id))
  if (answer?.kind !== 'adopted_with_changes' || answer.today > answer.lastDay) return null
  return (await db.$count(reservations, eq(reservations.referralId, id))) > 0 ? null : answer.lastDay
}

/**
 * What the group has against the changes. It undoes nothing: the decision stays, and those who took it talk about this
 * when they next meet (`DOMAIN.md 3.4`). Whoever comes second finds the reservation of whoever came first.
 */
export async function reserve(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  words: string,
): Promise<Reserved> {
  const referral = await hold(tx, id)
  if ((await tx.$count(reservations, eq(reservations.referralId, id))) > 0) return 'reserved'
  if (!(await openReservation(tx, referral))) return 'not_now'
  const { decisionId } = only(await tx.select().from(answers).where(eq(answers.referralId, id)))
  const enteredById = actor.person.id
  const of = { groupId: referral.toId, title: referral.title, why: 'reservation' as const, addedById: enteredById }
  const wish = await wishFor(tx, record, { ...of, decisionId })
  if (!wish) return 'reserved'
  await tx.insert(reservations).values({ referralId: id, words, enteredById, wishId: wish.id })
  await record({
    kind: 'referral.reserved',
    groupId: referral.fromId,
    alsoForId: referral.toId,
    actorId: enteredById,
    subjectId: id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })
  return 'reserved'
}
