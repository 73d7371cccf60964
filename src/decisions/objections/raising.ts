import { and, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Box } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import type { Round } from '../rounds/schema.ts'
import { type Objection, objectionEndings, objections } from './schema.ts'

/** Whose objection it is: of this person, said for this seat. */
export type Voice = Pick<Objection, 'ownerId' | 'seatId'>

const key = ({ ownerId, seatId }: Voice) => `${seatId} ${ownerId}`

async function openOnes(tx: Database, roundId: string): Promise<Map<string, Objection>> {
  const found = await tx
    .select({ objection: objections })
    .from(objections)
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .where(and(eq(objections.roundId, roundId), isNull(objectionEndings.objectionId)))
  return new Map(found.map(({ objection }) => [key(objection), objection]))
}

const endedBy = (choice: Choice | null): 'downgraded' | 'withdrawn' =>
  choice === 'concern' ? 'downgraded' : 'withdrawn'

/** Who had objected online and handed in another answer on paper has thought again. */
async function followPapers(tx: Database, open: Map<string, Objection>, cast: Box['cast']): Promise<void> {
  const ended = cast.flatMap(({ castById: ownerId, seatId, choice }) => {
    const objection = open.get(key({ ownerId, seatId }))
    return objection && choice !== 'objection' ? [{ objectionId: objection.id, ownerId, kind: endedBy(choice) }] : []
  })
  if (ended.length > 0) await tx.insert(objectionEndings).values(ended)
}

/** When answers are hidden until the end, objections become things with an owner at the end and not before. */
export async function raiseObjections(
  tx: Database,
  { id: roundId }: Pick<Round, 'id'>,
  { cast }: Pick<Box, 'cast'>,
): Promise<void> {
  const open = await openOnes(tx, roundId)
  await followPapers(tx, open, cast)
  const raised = cast
    .filter(({ choice }) => choice === 'objection')
    .map(({ castById: ownerId, seatId, reason }) => ({ roundId, ownerId, seatId, reason }))
    .filter((objection) => !open.has(key(objection)))
  if (raised.length > 0) await tx.insert(objections).values(raised)
}

/** Where the rules show them at once, an objection is there as soon as it is given, and goes when its owner thinks again. */
export async function followAnswer(
  tx: Database,
  record: RecordEvent,
  round: Round,
  voice: Voice,
  { choice, reason }: { choice: Choice | null; reason: string },
): Promise<void> {
  if (round.method !== 'consent' || round.rules.ballotsVisible !== 'while_open') return
  const { ownerId } = voice
  const open = (await openOnes(tx, round.id)).get(key(voice))
  if (choice === 'objection' && open?.reason === reason) return
  const about = { groupId: round.groupId, actorId: ownerId, subjectId: round.id, facts: { title: round.title } }
  if (open) {
    const kind = endedBy(choice)
    await tx.insert(objectionEndings).values({ objectionId: open.id, ownerId, kind })
    if (choice !== 'objection') await record({ kind: `objection.${kind}`, ...about })
  }
  if (choice !== 'objection') return
  await tx.insert(objections).values({ roundId: round.id, ...voice, reason })
  await record({ kind: 'objection.raised', ...about })
}
