import { sql } from 'drizzle-orm'
import { connect } from '#src/runtime/postgres/database.ts'
import type { World } from '../../support/world.ts'

type Where = Pick<World, 'place' | 'db'>

/** Something else in the database is in the way until it is let go, with this as the last that it does. */
export async function inTheWay({ place }: Where, statement: string): Promise<(last?: string) => Promise<void>> {
  const client = connect(place, { max: 1 })
  const held = await client.reserve()
  await held.unsafe(`begin; ${statement}`)
  return async (last = '') => {
    await held.unsafe(`${last}; commit`)
    held.release()
    await client.end()
  }
}

/** Nobody can store changes of texts until it is let go; reading them goes on. */
export const holdStoring = (w: Where) => inTheWay(w, 'lock table document_updates in share mode')

export const somebodyWaits = async ({ db }: Where): Promise<boolean> => {
  const found = await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return found.length > 0
}
