import { and, desc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type Objection, objectionEndings, objections } from '../objections/schema.ts'
import { type Round, rounds } from './schema.ts'

export interface ObjectionEntry extends Objection {
  owner: string
  /** Which round of the proposal it was raised in. */
  roundNumber: number
  /** The text that it was raised against. */
  version: number
  /** Nobody is there any more who could say that it is settled. */
  ownerHasLeft: boolean
  ending: typeof objectionEndings.$inferSelect | null
}

function ownerHasLeft(db: Database): SQL<boolean> {
  const inGroup = and(eq(memberships.groupId, rounds.groupId), eq(memberships.personId, objections.ownerId))
  const stillMember = and(inGroup, eq(memberships.standing, 'member'), inForce(dayOf(new Date())))
  return sql<boolean>`${notExists(db.select({ id: memberships.id }).from(memberships).where(stillMember))}`
}

const entries = (db: Database) =>
  db
    .select({
      objection: objections,
      owner: people.name,
      roundNumber: rounds.number,
      version: rounds.proposalVersion,
      ownerHasLeft: ownerHasLeft(db),
      ending: objectionEndings,
    })
    .from(objections)
    .innerJoin(rounds, eq(rounds.id, objections.roundId))
    .innerJoin(people, eq(people.id, objections.ownerId))
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof entries>>[number]

const flat = ({ objection, ...rest }: Row): ObjectionEntry => ({ ...objection, ...rest })

/** Everything that was raised against this proposal, in the order of its rounds. */
export const objectionsTo = async (db: Database, proposalId: string): Promise<ObjectionEntry[]> =>
  (await entries(db).where(eq(rounds.proposalId, proposalId)).orderBy(desc(rounds.number), byName(people.name))).map(
    flat,
  )

export async function findObjection(db: Database, round: Round, id: string): Promise<ObjectionEntry | null> {
  const [row] = await entries(db).where(and(eq(objections.roundId, round.id), eq(objections.id, id)))
  return row ? flat(row) : null
}

/**
 * Says that an objection no longer stands. The keys of the table refuse everybody but its owner;
 * what the round counted stays as it was.
 */
export async function endObjection(
  tx: Database,
  record: RecordEvent,
  round: Round,
  objection: Objection,
  ending: { kind: 'withdrawn' | 'integrated'; note: string; ownerId: string },
): Promise<void> {
  const added = await tx
    .insert(objectionEndings)
    .values({ objectionId: objection.id, ...ending })
    .onConflictDoNothing()
    .returning()
  if (added.length === 0) return
  await record({
    kind: `objection.${ending.kind}`,
    groupId: round.groupId,
    actorId: ending.ownerId,
    subjectId: round.id,
    facts: { title: round.title },
  })
}
