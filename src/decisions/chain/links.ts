import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { latestHead } from './heads.ts'
import type { Problem } from './problem.ts'
import { registerEntries } from './schema.ts'

type Broken = { seq: number; missing: boolean; changed: boolean }

/** The first link after `from` up to `last` that does not hold, found in the database itself by one question. */
async function brokenBetween(db: Database, from: number, last: number): Promise<Problem | null> {
  const [broken] = await db.execute<Broken & Record<string, unknown>>(sql`
    select least(seq, expected)::int as seq, seq <> expected as missing, changed from (
      select seq, coalesce(lag(seq) over along, ${from}::bigint - 1) + 1 as expected,
        sha256(previous || convert_to(canonical, 'UTF8')) <> hash as changed,
        previous <> coalesce(lag(hash) over along, case when seq = 1 then decode(repeat('00', 32), 'hex') else previous end)
          as misplaced
      from ${registerEntries} where seq between ${from} and ${last} window along as (order by seq)
    ) links where seq <> expected or changed or misplaced order by seq limit 1`)
  if (!broken) return null
  const { seq, missing, changed } = broken
  return { code: missing ? 'entry_missing' : changed ? 'entry_changed' : 'entry_misplaced', seq }
}

/** So many are hashed by one question, each of which begins with the last link of the one before. */
const atOnce = 5_000

/** The first link from the beginning up to this entry that does not hold. */
export async function firstBroken(db: Database, last: number): Promise<Problem | null> {
  for (let from = 1; from <= last; from += atOnce) {
    const problem = await brokenBetween(db, from, Math.min(from + atOnce, last))
    if (problem) return problem
  }
  return null
}

interface Followed {
  last: number
  until: number
  broken: Promise<Problem | null>
}

/** Hashing everything is work: whoever asks within this time gets what the one before was told. */
const lasts = 30_000

const followed = new WeakMap<Database, Followed>()

async function follow(db: Database, atLeast: number): Promise<Followed> {
  const last = Math.max(atLeast, (await latestHead(db))?.seq ?? 0)
  const known = followed.get(db)
  if (known && known.until > Date.now() && known.last >= last) return known
  const broken = firstBroken(db, last)
  const fresh = { last, until: Date.now() + lasts, broken }
  followed.set(db, fresh)
  broken.catch(() => followed.delete(db))
  return fresh
}

/** The first link up to this entry that does not hold; however many ask, it is computed once in a while. */
export async function brokenLink(db: Database, seq: number): Promise<Problem | null> {
  const broken = await (await follow(db, seq)).broken
  return broken?.seq && broken.seq <= seq ? broken : null
}
