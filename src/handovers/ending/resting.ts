import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { counts, rounds } from '../../decisions/rounds/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import { dormancies } from '../schema.ts'
import { openIn } from './open.ts'

/** What has to come first. */
export type NotNow = 'referrals_open' | 'rounds_open'

/** The whole row: no round opens and no referral arrives meanwhile. */
const lockWhole = async (tx: Database, id: string) => {
  const [group] = await tx.select({ state: groups.state }).from(groups).where(eq(groups.id, id)).for('update')
  return group?.state
}

async function hindrance(tx: Database, groupId: string): Promise<NotNow | null> {
  const open = await openIn(tx, groupId)
  if (open.some(({ kind }) => kind === 'referral_sent' || kind === 'referral_received')) return 'referrals_open'
  const running = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.groupId, groupId), isNull(counts.roundId)))
    .limit(1)
  return running.length > 0 ? 'rounds_open' : null
}

const tell = (record: RecordEvent, { group, person }: Actor, kind: 'group.restsFrom' | 'group.woken') =>
  record({ kind, groupId: group.id, actorId: person.id, subjectId: group.id, facts: { title: group.name } })

/** The group rests: referrals are answered first (`DOMAIN.md 3.8`). Null when it does. */
export async function rest(tx: Database, record: RecordEvent, actor: Actor, reason: string): Promise<NotNow | null> {
  const { id: groupId } = actor.group
  if ((await lockWhole(tx, groupId)) !== 'active') return null
  const hindered = await hindrance(tx, groupId)
  if (hindered) return hindered
  await tx.insert(dormancies).values({ groupId, reason, beganById: actor.person.id })
  await tx.update(groups).set({ state: 'dormant' }).where(eq(groups.id, groupId))
  await tell(record, actor, 'group.restsFrom')
  return null
}

/** At work again. */
export async function wake(tx: Database, record: RecordEvent, actor: Actor): Promise<void> {
  const { id: groupId } = actor.group
  if ((await lockWhole(tx, groupId)) !== 'dormant') return
  await tx
    .update(dormancies)
    .set({ wokenAt: sql`now()`, wokenById: actor.person.id })
    .where(and(eq(dormancies.groupId, groupId), isNull(dormancies.wokenAt)))
  await tx.update(groups).set({ state: 'active' }).where(eq(groups.id, groupId))
  await tell(record, actor, 'group.woken')
}

/** Why and since when a group rests; null when it does not. */
export async function restOf(db: Database, groupId: string) {
  const [row] = await db
    .select()
    .from(dormancies)
    .where(and(eq(dormancies.groupId, groupId), isNull(dormancies.wokenAt)))
  return row ?? null
}

export type Rest = NonNullable<Awaited<ReturnType<typeof restOf>>>
