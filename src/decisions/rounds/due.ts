import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { change } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Ports } from '../../ports.ts'
import { neverSent } from '../paper-stage.ts'
import { countRound } from './closing.ts'
import { closesAt } from './closing-time.ts'
import { counts, type Round, rounds } from './schema.ts'
import { nothingFollows } from './undecided.ts'

type Outside = Pick<Ports, 'db' | 'bus' | 'log'>

/** What has come in before the end may still be on its way into the box. */
const grace = sql`interval '3 seconds'`

const isDue = and(
  isNull(counts.roundId),
  // A meeting counts when it has come to it.
  ne(rounds.channel, 'meeting'),
  sql`round_closes_at(${rounds.id}) <= now() - ${grace}`,
)

/**
 * Whoever closes it by hand right after its end waits as the clock does, so that what the server had received before
 * counts whoever is first (`DOMAIN.md 4.1 G4`).
 */
export async function untilAllIsIn(db: Database, { id }: Pick<Round, 'id'>): Promise<void> {
  const end = sql`round_closes_at(${id}::uuid)`
  const left = sql`case when ${end} <= now() then extract(epoch from ${end} + ${grace} - now()) * 1000 end`
  const [found] = await db.execute<{ left: string | null }>(sql`select ${left} as left`)
  const wait = Number(found?.left ?? 0)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

const untried = (tried: string[]) => (tried.length > 0 ? notInArray(rounds.id, tried) : undefined)

async function nextDue(db: Database, tried: string[]): Promise<string | null> {
  const [next] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(isDue, untried(tried)))
    .orderBy(asc(closesAt), asc(rounds.id))
    .limit(1)
  return next?.id ?? null
}

/** Unless another process is closing it at this moment. */
const closeOne = (ports: Outside, id: string, sendings = neverSent, undecided = nothingFollows) =>
  change(ports, async (tx, record) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, id)).for('no key update', { skipLocked: true })
    if (round) await countRound(tx, record, round, null, sendings, undecided)
  })

/**
 * Every round whose time is over is counted once, whichever process comes first and however long none was running; in
 * the order in which they ended, by the clock of the database (`SECURITY.md S-76`). One that cannot be counted keeps
 * no other one waiting.
 */
export async function closeDue(ports: Outside, sendings = neverSent, undecided = nothingFollows): Promise<void> {
  const tried: string[] = []
  for (let id = await nextDue(ports.db, tried); id; id = await nextDue(ports.db, tried)) {
    tried.push(id)
    await closeOne(ports, id, sendings, undecided).catch((error) =>
      ports.log.error('round.close', error, { round: tried.at(-1) ?? '' }),
    )
  }
}

/** In how many milliseconds the next round ends, by the clock of the database; null when none is open. */
export async function untilNextEnd(db: Database): Promise<number | null> {
  const [next] = await db
    .select({
      in: sql<string | null>`min(extract(epoch from round_closes_at(${rounds.id}) + ${grace} - now()) * 1000)`,
    })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(
      and(isNull(counts.roundId), ne(rounds.channel, 'meeting'), sql`round_closes_at(${rounds.id}) + ${grace} > now()`),
    )
  return next?.in == null ? null : Math.max(0, Number(next.in))
}
