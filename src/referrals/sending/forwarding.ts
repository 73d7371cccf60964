import { and, asc, eq, max, ne, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { type Group, groups } from '../../groups/schema.ts'
import { yearOf } from '../../web/days.ts'
import { referralCitation } from '../citation.ts'
import { otherGroup } from '../receiver.ts'
import { type Referral, referrals } from '../schema.ts'
import { endedBefore, lastSendingOf } from './following.ts'
import { settleSentPaper } from './sent-paper.ts'

export interface Sending {
  title: string
  request: Referral['request']
  /** One sentence to whom it goes. */
  wish: string
  wishedBy: string | null
  /** A day that somebody outside has set. */
  externalDeadline?: string | null
  /** Another working group; the circle, where nobody is named. */
  toId?: string | null
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

/** Whom a group may send something: the circle, which comes first, and every other group that works. */
export const addressees = (db: Database, { id }: Pick<Group, 'id'>): Promise<Group[]> =>
  db
    .select()
    .from(groups)
    .where(and(ne(groups.id, id), eq(groups.state, 'active')))
    .orderBy(sql`${groups.kind} <> 'circle'`, asc(groups.name))

/** A decision is sent once, and once more after each time that it was rejected or taken back. */
export async function sendingOf(db: Database, decision: Pick<Decision, 'id'>): Promise<Referral | null> {
  const last = await lastSendingOf(db, decision)
  return last && !last.mayComeAgain ? last.referral : null
}

/** Hands a matter on. Whoever sends the same decision second gets the referral of whoever came first. */
export async function forward(tx: Database, record: RecordEvent, actor: Actor, sending: Sending): Promise<Referral> {
  const circle = await holdCircle(tx)
  const first = sending.decision && (await sendingOf(tx, sending.decision))
  if (first) return first
  const { decision, toId, ...words } = sending
  const ended = sending.followsId ? null : await endedBefore(tx, { fromId: actor.group.id, decision })
  const row = {
    ...words,
    ...(await nextNumber(tx, circle.today)),
    fromId: actor.group.id,
    toId: toId ?? circle.id,
    followsId: sending.followsId ?? ended?.id ?? null,
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
    facts: { title: referral.title, number: referralCitation(referral), ...(await otherGroup(tx, referral)) },
  })
  return referral
}
