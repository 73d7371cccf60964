import { and, eq, gt, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { signInTries } from './schema.ts'
import { hashOf } from './secrets.ts'

/** For one address, known or not. */
const ofAddress = { tries: 5, minutes: 10 }

/** For one network: an assembly behind one connection still gets in within a quarter of an hour. */
const ofNetwork = { tries: 15, minutes: 3 }

/** After this many seconds asking again makes sense. */
export const retryAfter = ofAddress.minutes * 60

const minutesAgo = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`

async function triesOf(db: Database, addressHash: string, networkHash: string) {
  const [counted] = await db
    .select({
      address: sql<number>`count(*) filter (where ${eq(signInTries.addressHash, addressHash)})::int`,
      network: sql<number>`count(*) filter (where ${and(
        eq(signInTries.networkHash, networkHash),
        gt(signInTries.createdAt, minutesAgo(ofNetwork.minutes)),
      )})::int`,
    })
    .from(signInTries)
    .where(
      and(
        gt(signInTries.createdAt, minutesAgo(ofAddress.minutes)),
        or(eq(signInTries.addressHash, addressHash), eq(signInTries.networkHash, networkHash)),
      ),
    )
  return counted ?? { address: 0, network: 0 }
}

/** Whoever asks at the same moment waits: otherwise all would be counted before any of them. */
const oneAfterTheOther = (tx: Database, hash: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`)

/**
 * Counts in the database, so that restarts and further processes change nothing. Only what was granted counts:
 * somebody else's hammering cannot lock a person out, because each granted try brings a link to the person's own mailbox.
 */
export async function mayTryAgain(
  db: Database,
  { email, network }: { email: string; network: string },
): Promise<boolean> {
  const [addressHash, networkHash] = await Promise.all([hashOf(`address ${email}`), hashOf(`network ${network}`)])
  return db.transaction(async (tx) => {
    await oneAfterTheOther(tx, networkHash)
    await oneAfterTheOther(tx, addressHash)
    await tx.delete(signInTries).where(lt(signInTries.createdAt, minutesAgo(ofAddress.minutes)))
    const tries = await triesOf(tx, addressHash, networkHash)
    if (tries.address >= ofAddress.tries || tries.network >= ofNetwork.tries) return false
    await tx.insert(signInTries).values({ addressHash, networkHash })
    return true
  })
}
