import { and, asc, inArray, isNull, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { finalOutcomes } from '../decisions/outcomes.ts'
import { decisions } from '../decisions/register/schema.ts'
import { closesAt } from '../decisions/rounds/closing-time.ts'
import { type RoundEntry, roundEntries } from '../decisions/rounds/entries.ts'
import { counts, rounds } from '../decisions/rounds/schema.ts'

const isFinal = inArray(counts.outcome, finalOutcomes)

/** Rounds of these groups that are not at their end: open, or with a result that waits for its second person. */
export const runningRounds = (db: Database, groupIds: string[]): Promise<RoundEntry[]> =>
  roundEntries(
    db,
    and(inArray(rounds.groupId, groupIds), isNull(decisions.id), or(isNull(counts.roundId), isFinal)),
    asc(closesAt),
  )

export const isOpen = ({ count }: RoundEntry) => count === null

const countedAt = ({ count, closesAt }: RoundEntry) => (count?.createdAt ?? closesAt).getTime()

/** Counted with a result, but nobody has confirmed it yet; the oldest first. */
export const unconfirmed = (running: RoundEntry[]): RoundEntry[] =>
  running.filter(({ count }) => count !== null).sort((a, b) => countedAt(a) - countedAt(b))

export const isIn =
  ({ id }: { id: string }) =>
  ({ round }: RoundEntry) =>
    round.groupId === id
