import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '../../db/database.ts'
import { failWhenLost } from '../postgres/lost.ts'

export interface Connection {
  db: Database
  /** Seconds that running questions get to finish. */
  end(patience?: number): Promise<void>
}

/** Seconds; a stream stays for hours and asks only at its beginning. */
const idle = 3
const patience = 5

const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 1)

/** Hyperdrive keeps the real connections. Nothing is connected before the first question. */
export function connectThrough({ connectionString }: { connectionString: string }, max = 5): Connection {
  const given = postgres(connectionString, {
    max,
    fetch_types: false,
    idle_timeout: idle,
    max_lifetime: null,
    connect_timeout: patience,
    backoff,
    onnotice: () => undefined,
  })
  const client = failWhenLost(given)
  return { db: drizzle(client, { casing: 'snake_case' }), end: (timeout = 2) => client.end({ timeout }) }
}
