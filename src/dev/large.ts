import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { append } from '../decisions/chain/appending.ts'
import { enlargeRegister } from './large/decided.ts'
import { enlargeMeetings } from './large/meetings.ts'
import { enlargePeople } from './large/people.ts'
import { type LargeSize, largeSize } from './large/size.ts'
import { enlargeWork } from './large/work.ts'

/** Puts what the register does not hold yet into its chain, in the order in which it was decided. */
async function chainTheRest(tx: Database): Promise<void> {
  const rest = await tx.execute<{ id: string }>(sql`
    select id from decisions where not exists (select from register_entries where decision_id = decisions.id)
    order by created_at, group_id, number`)
  await append(
    tx,
    rest.map(({ id }) => ({ kind: 'decision' as const, id })),
  )
}

/** Makes the sample alliance as large as alliances get in a decade, to see whether every page still answers at once. */
export async function enlarge(db: Database, size: LargeSize = largeSize): Promise<void> {
  await db.transaction(async (tx) => {
    // No page asks questions of this size, and nothing is known yet of the tables that are being filled.
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local enable_nestloop = off`)
    await enlargePeople(tx, size)
    await enlargeRegister(tx, size)
    await enlargeWork(tx, size)
    await enlargeMeetings(tx, size)
    await chainTheRest(tx)
  })
  await db.execute(sql`analyze`)
}
