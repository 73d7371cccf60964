import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import { hold } from '../answers/holding.ts'
import { referralCitation } from '../citation.ts'
import { answers, type Referral, referrals, type Supersession, supersessionRefusals, supersessions } from '../schema.ts'
import { type Ended, endOwn, tellBoth } from './ending.ts'

/** A newer referral is to take the place of an older one, and the group has said neither yes nor no. */
export interface Replacement extends Supersession {
  proposedBy: string
  successor: { id: string; cited: string; title: string }
}

const successor = alias(referrals, 'successor')

const ended = alias(answers, 'ended')
const newerEnded = alias(answers, 'newer_ended')

/** Neither agreed to nor refused, and both are open. */
const waiting = (db: Database, which: SQL) =>
  db
    .select({ proposed: supersessions, by: people.name, older: referrals, successor })
    .from(supersessions)
    .innerJoin(people, eq(people.id, supersessions.proposedById))
    .innerJoin(referrals, eq(referrals.id, supersessions.referralId))
    .innerJoin(successor, eq(successor.id, supersessions.successorId))
    .leftJoin(supersessionRefusals, eq(supersessionRefusals.supersessionId, supersessions.id))
    .leftJoin(ended, eq(ended.referralId, supersessions.referralId))
    .leftJoin(newerEnded, eq(newerEnded.referralId, supersessions.successorId))
    .where(
      and(which, isNull(supersessionRefusals.supersessionId), isNull(ended.referralId), isNull(newerEnded.referralId)),
    )
    .orderBy(asc(supersessions.createdAt))

const named = ({ id, title, ...cited }: Pick<Referral, 'id' | 'title' | 'year' | 'number'>) => ({
  ...{ id, title },
  cited: referralCitation(cited),
})

/** What waits for the yes or no of the group that sent it. */
export async function replacementsOf(db: Database, { id }: Pick<Referral, 'id'>): Promise<Replacement[]> {
  const rows = await waiting(db, eq(supersessions.referralId, id))
  return rows.map(({ proposed, by, successor: newer }) => ({ ...proposed, proposedBy: by, successor: named(newer) }))
}

/** What these groups have to agree to, asked for at once. */
export interface Agreement {
  groupId: string
  referral: ReturnType<typeof named>
  successor: ReturnType<typeof named>
  since: Date
}

export async function agreementsAsked(db: Database, groupIds: string[]): Promise<Agreement[]> {
  if (groupIds.length === 0) return []
  const rows = await waiting(db, inArray(referrals.fromId, groupIds))
  return rows.map(({ proposed, older, successor: newer }) => ({
    ...{ groupId: older.fromId, referral: named(older), successor: named(newer), since: proposed.createdAt },
  }))
}

/** Whose place this one has taken. */
export async function replacedBy(db: Database, { id }: Pick<Referral, 'id'>): Promise<{ id: string; cited: string }[]> {
  const rows = await db
    .select({ id: referrals.id, year: referrals.year, number: referrals.number })
    .from(answers)
    .innerJoin(referrals, eq(referrals.id, answers.referralId))
    .where(eq(answers.successorId, id))
  return rows.map(({ id: olderId, ...cited }) => ({ id: olderId, cited: referralCitation(cited) }))
}

/** Newer and open, between the same two: these could take its place. */
export async function possibleSuccessors(db: Database, { fromId, toId, year, number }: Referral) {
  const rows = await db
    .select({ referral: referrals })
    .from(referrals)
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(
      and(
        eq(referrals.fromId, fromId),
        eq(referrals.toId, toId),
        gt(sql`(${referrals.year}, ${referrals.number})`, sql`(${year}::integer, ${number}::integer)`),
        isNull(answers.referralId),
      ),
    )
    .orderBy(desc(referrals.createdAt))
  return rows.map(({ referral }) => named(referral))
}

const byId = (one: string, other: string) => [one, other].sort((a, b) => a.localeCompare(b))

/** Two who hold the same two in turn never wait for each other. */
async function areBothOpen(tx: Database, one: string, other: string): Promise<boolean> {
  const held = []
  for (const id of byId(one, other)) held.push(await hold(tx, id))
  return held.every(({ isAnswered }) => !isAnswered)
}

/** Says that the newer one should take its place; in force once the group agrees. Who says it again changes nothing. */
export async function proposeReplacement(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  { successorId, words }: Pick<Supersession, 'successorId' | 'words'>,
): Promise<'proposed' | 'answered'> {
  if (!(await areBothOpen(tx, referral.id, successorId))) return 'answered'
  const row = { referralId: referral.id, successorId, words, proposedById: actor.person.id }
  const added = await tx.insert(supersessions).values(row).onConflictDoNothing().returning()
  if (added.length > 0) await tellBoth(record, actor, referral, 'referral.replacement_proposed')
  return 'proposed'
}

/** Lead or delegate agrees: the older one has ended, with the newer one in its place. */
export async function agreeToReplacement(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  { successor, words }: Replacement,
): Promise<Ended> {
  if (!(await areBothOpen(tx, referral.id, successor.id))) return 'answered'
  const why = words || successor.cited
  const ending = { kind: 'superseded' as const, statement: words, successorId: successor.id, why }
  const ended = await endOwn(tx, record, actor, referral, ending)
  if (ended === 'ended') await tellBoth(record, actor, referral, 'referral.replaced', { by: successor.cited })
  return ended
}

/** The group keeps the older one. */
export async function refuseReplacement(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  { id: supersessionId }: Pick<Supersession, 'id'>,
  words: string,
): Promise<void> {
  if ((await hold(tx, referral.id)).isAnswered) return
  const row = { supersessionId, words, refusedById: actor.person.id }
  const added = await tx.insert(supersessionRefusals).values(row).onConflictDoNothing().returning()
  if (added.length > 0) await tellBoth(record, actor, referral, 'referral.replacement_refused')
}
