import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { cast, holdRound } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { holdOpen } from './holding.ts'
import { type Objection, objectionEndings } from './schema.ts'

export interface Ending {
  kind: (typeof objectionEndings.$inferSelect)['kind']
  note: string
  ownerId: string
  /** The version of the proposal that settled it. */
  settledIn?: number
}

const tell = (record: RecordEvent, round: Round, { kind, ownerId }: Ending) =>
  record({
    kind: `objection.${kind}`,
    groupId: round.groupId,
    actorId: ownerId,
    subjectId: round.id,
    facts: { title: round.title },
  })

/**
 * Says that an objection no longer stands. The keys of the table refuse everybody but its owner; what a round has
 * counted stays as it was. While the round still runs, the answer goes with it that the owner gave for that seat: a
 * concern takes its place, or nothing until the owner answers anew (`DOMAIN.md 4.6`, C-S2). `settled`: it has been
 * decided meanwhile, or the objection has ended otherwise.
 */
export async function endObjection(
  tx: Database,
  record: RecordEvent,
  round: Round,
  objection: Pick<Objection, 'id' | 'roundId' | 'reason' | 'seatId'>,
  ending: Ending,
): Promise<'settled' | null> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (!(await holdOpen(tx, objection))) return 'settled'
  await tx.insert(objectionEndings).values({ objectionId: objection.id, ...ending })
  await tell(record, round, ending)
  if (isOver || count) return null
  const isConcern = ending.kind === 'downgraded'
  const answer = isConcern ? ({ choice: 'concern', reason: ending.note || objection.reason } as const) : nothing
  await cast(tx, record, round, ending.ownerId, answer, objection.seatId ?? undefined)
  return null
}

const nothing = { choice: null, reason: '' } as const
