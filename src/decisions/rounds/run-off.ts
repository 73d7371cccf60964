import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { optionsOf } from './options.ts'
import { type Count, counts, type Round, type RoundOption, rounds } from './schema.ts'

interface Rated {
  id: string
  count: Count
}

/** The last round in which this very wording was rated. */
async function ratedBefore(
  db: Database,
  { proposalId, proposalVersion, number }: Pick<Round, 'proposalId' | 'proposalVersion' | 'number'>,
): Promise<Rated | null> {
  const same = and(eq(rounds.proposalId, proposalId), eq(rounds.proposalVersion, proposalVersion))
  const [found] = await db
    .select({ id: rounds.id, count: counts })
    .from(rounds)
    .innerJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(same, eq(rounds.method, 'systemic_consensing'), lt(rounds.number, number)))
    .orderBy(desc(rounds.number))
    .limit(1)
  return found ?? null
}

const isTied = ({ tally }: Count, { position }: RoundOption) => tally[`tied_${position}`] === 1

/**
 * What is left to be rated: after a tie the options that are still equal, and changing nothing (`DOMAIN.md 4.7, 4.10`).
 * A round that came to nothing otherwise is asked again as it was. Null when this wording was never rated.
 */
export async function optionsLeft(
  db: Database,
  round: Pick<Round, 'proposalId' | 'proposalVersion' | 'number'>,
): Promise<RoundOption[] | null> {
  const before = await ratedBefore(db, round)
  if (!before) return null
  const options = await optionsOf(db, before.id)
  if (before.count.reason !== 'runoff') return options
  return options.filter((option) => option.isPassive || isTied(before.count, option))
}

/** Whether only some of what the wording offers is rated, because those were equal before. */
export async function isRunOff(
  db: Database,
  round: Pick<Round, 'id' | 'method' | 'proposalId' | 'proposalVersion' | 'number'>,
): Promise<boolean> {
  if (round.method !== 'systemic_consensing') return false
  const before = await ratedBefore(db, round)
  return before?.count.reason === 'runoff'
}
