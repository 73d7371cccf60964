import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Box } from '../ballots/box.ts'
import { isSeenAtOnce } from '../ballots/by-seat.ts'
import { hasPaper } from '../ballots/ledger.ts'
import type { Choice } from '../ballots/schema.ts'
import type { Round } from '../rounds/schema.ts'
import { type Objection, objectionEndings, objectionLapses, objections } from './schema.ts'

/** Whose objection it is: of this person, said for this seat. */
export interface Voice {
  ownerId: string
  seatId: string
}

const key = ({ ownerId, seatId }: Pick<Objection, 'ownerId' | 'seatId'>) => `${seatId} ${ownerId}`

interface Standing extends Objection {
  /** Two have said that nobody waits for it any more: it neither ends again nor is it raised twice. */
  hasLapsed: boolean
}

/** What its owner has not ended, by voice. */
async function standingOnes(tx: Database, roundId: string): Promise<Map<string, Standing>> {
  const found = await tx
    .select({ objection: objections, lapsedAt: objectionLapses.signedAt })
    .from(objections)
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .leftJoin(objectionLapses, eq(objectionLapses.objectionId, objections.id))
    .where(and(eq(objections.roundId, roundId), isNull(objectionEndings.objectionId)))
    .orderBy(asc(objections.createdAt))
  return new Map(
    found.map(({ objection, lapsedAt }) => [key(objection), { ...objection, hasLapsed: lapsedAt !== null }]),
  )
}

/** When answers are hidden until the end, objections become things with an owner at the end and not before. */
export async function raiseObjections(
  tx: Database,
  { id: roundId }: Pick<Round, 'id'>,
  { cast }: Pick<Box, 'cast'>,
): Promise<void> {
  const standing = await standingOnes(tx, roundId)
  const raised = cast
    .filter(({ choice }) => choice === 'objection')
    .map(({ castById: ownerId, seatId, reason }) => ({ roundId, ownerId, seatId, reason }))
    .filter((objection) => !standing.has(key(objection)))
  if (raised.length > 0) await tx.insert(objections).values(raised)
}

const isFollowed = (round: Round) => round.method === 'consent' && isSeenAtOnce(round)

const about = ({ groupId, id: subjectId, title }: Round, { ownerId: actorId }: Voice) => ({
  ...{ groupId, actorId, subjectId, facts: { title } },
})

async function endBy(tx: Database, open: Standing | undefined, choice: Choice | null) {
  if (!open || open.hasLapsed) return null
  const kind = choice === 'concern' ? 'downgraded' : 'withdrawn'
  await tx.insert(objectionEndings).values({ objectionId: open.id, ownerId: open.ownerId, kind })
  return kind
}

interface Said {
  choice: Choice | null
  reason: string
}

/** Where the rules show them at once, an objection is there as soon as it is given, and goes when its owner thinks again. */
export async function followAnswer(
  tx: Database,
  record: RecordEvent,
  round: Round,
  voice: Voice,
  { choice, reason }: Said,
): Promise<void> {
  if (!isFollowed(round) || (await hasPaper(tx, { ...voice, personId: voice.ownerId }))) return
  const standing = (await standingOnes(tx, round.id)).get(key(voice))
  if (choice === 'objection' && standing?.reason === reason) return
  const ended = await endBy(tx, standing, choice)
  if (ended && choice !== 'objection') await record({ kind: `objection.${ended}`, ...about(round, voice) })
  if (choice !== 'objection') return
  await tx.insert(objections).values({ roundId: round.id, ...voice, reason })
  await record({ kind: 'objection.raised', ...about(round, voice) })
}

/** Whoever had objected online and hands in a paper that agrees has thought again. One on paper is raised at the count. */
export async function followPaper(
  tx: Database,
  record: RecordEvent,
  round: Round,
  voice: Voice,
  { choice }: Pick<Said, 'choice'>,
): Promise<void> {
  if (!isFollowed(round) || (choice !== 'consent' && choice !== 'concern')) return
  const ended = await endBy(tx, (await standingOnes(tx, round.id)).get(key(voice)), choice)
  if (ended) await record({ kind: `objection.${ended}`, ...about(round, voice) })
}
