import { eq, max, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import { yearOf } from '../../web/days.ts'
import { referralCitation } from '../citation.ts'
import { type Referral, referrals } from '../schema.ts'
import { settleSentPaper } from './sent-paper.ts'

export interface Sending {
  title: string
  request: Referral['request']
  /** One sentence to the circle. */
  wish: string
  wishedBy: string | null
  /** The group's decision, or why it comes up without one. */
  decision: Pick<Decision, 'id' | 'snapshotId'> | null
  reason: string
  followsId: string | null
}

/** Numbers run over the whole alliance: whoever sends next waits here until the one before is stored. */
async function holdCircle(tx: Database) {
  const today = sql<string>`to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM-DD')`
  const circles = tx.select({ id: groups.id, today }).from(groups).where(eq(groups.kind, 'circle'))
  return only(await circles.for('no key update'))
}

async function nextNumber(tx: Database, today: string) {
  const year = yearOf(today)
  const [last] = await tx
    .select({ number: max(referrals.number) })
    .from(referrals)
    .where(eq(referrals.year, year))
  return { year, number: (last?.number ?? 0) + 1 }
}

/** A decision is sent once. */
export async function sendingOf(db: Database, decision: Pick<Decision, 'id'>): Promise<Referral | null> {
  const [referral] = await db.select().from(referrals).where(eq(referrals.decisionId, decision.id))
  return referral ?? null
}

/** Hands a matter to the circle. Whoever sends the same decision second gets the referral of whoever came first. */
export async function forward(tx: Database, record: RecordEvent, actor: Actor, sending: Sending): Promise<Referral> {
  const circle = await holdCircle(tx)
  const first = sending.decision && (await sendingOf(tx, sending.decision))
  if (first) return first
  const { decision, ...words } = sending
  const row = {
    ...words,
    ...(await nextNumber(tx, circle.today)),
    fromId: actor.group.id,
    toId: circle.id,
    decisionId: decision?.id ?? null,
    snapshotId: decision?.snapshotId ?? null,
    forwardedById: actor.person.id,
  }
  const referral = only(await tx.insert(referrals).values(row).returning())
  await settleSentPaper(tx, referral)
  await record({
    kind: 'referral.forwarded',
    groupId: referral.fromId,
    alsoForId: referral.toId,
    actorId: actor.person.id,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })
  return referral
}
