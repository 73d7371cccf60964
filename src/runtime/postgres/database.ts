import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Database } from '../../db/database.ts'
import { type ProblemCode, StartProblem } from '../problem.ts'
import { failWhenLost } from './lost.ts'
import { prepareQuestions } from './prepared.ts'

/** Where a database is: an address, or the folder of a unix socket. */
export interface Place {
  url?: string
  socket?: string
  database?: string
}

export const socketPlace = (socket: string, database = 'postgres'): Place => ({ socket, database })

type Options = NonNullable<Parameters<typeof postgres<Record<string, postgres.PostgresType>>>[1]>

/** A database that was away is found again within a second or so, by all who ask not quite at once. */
const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 1) * (0.5 + Math.random() / 2)

const quiet: Options = { onnotice: () => undefined, connect_timeout: 10, backoff }

/** A client of its own for raw statements; the one that Drizzle gets is changed by Drizzle and serves nobody else. */
export const connect = ({ url, socket, database }: Place, options: Options = {}) =>
  url
    ? postgres(url, { ...quiet, ...options })
    : postgres({ ...quiet, ...options, host: socket, port: 5432, database, user: 'postgres' })

export interface Connection {
  db: Database
  end(): Promise<void>
}

/** Longer than any question takes; whoever waits for a lock until then gets an error instead of waiting for ever. */
const patience = 15_000

/**
 * Most questions join many tables by their keys, one row to one row, in the order in which they are written. To weigh all
 * orders of eight tables takes longer than to answer.
 */
const weighed = 6

/** What an alliance writes in a decade fits into memory: a row that an index leads to costs hardly more than the next one. */
const nearby = 1.1

/** As many questions as one process asks at the same time. */
export const connections = 10

/** Seconds after which a connection makes room for a new one, and what it has planned with it: some 55 MB at most. */
const lifetime = 15 * 60

export function openDatabase(place: Place, max = connections, statementTimeout = patience): Connection {
  const connection = {
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout * 2,
    join_collapse_limit: weighed,
    from_collapse_limit: weighed,
    random_page_cost: nearby,
  }
  const client = prepareQuestions(failWhenLost(connect(place, { max, connection, max_lifetime: lifetime })))
  return { db: drizzle(client, { casing: 'snake_case' }), end: () => client.end({ timeout: 2 }) }
}

const oldest = 15

/** What PostgreSQL answers to somebody whom it does not let in. */
const refusals: Record<string, ProblemCode> = {
  '28000': 'database_refuses_account',
  '28P01': 'database_refuses_account',
  '42501': 'database_refuses_account',
  '3D000': 'database_missing',
}

/** An external server is looked at once, so that a wrong address or an old version is said at the start. */
export async function checkServer(place: Place): Promise<void> {
  const client = connect(place, { max: 1, connect_timeout: 5 })
  const [row] = await client`select current_setting('server_version_num')::int / 10000 as version`
    .catch((error) => {
      const code = String(error.code ?? 'unknown')
      throw new StartProblem(refusals[code] ?? 'database_unreachable', { code })
    })
    .finally(() => client.end())
  if (row?.version < oldest) throw new StartProblem('database_too_old', { version: String(row?.version) })
}

const migrationsFolder = join(import.meta.dirname, '../../../migrations')
const migrationLock = 7_231_604

/** What was decided by earlier versions gets its place in the chain, which no statement of a migration can compute. */
const bringUpRegister = async (db: Database) => (await import('../../decisions/chain/earlier.ts')).chainEarlier(db)

/** Several processes may start at once: the first one migrates, the others wait and find nothing left to do. */
export async function migrateDatabase(place: Place): Promise<void> {
  const client = connect(place, { max: 1 })
  const db = drizzle(client, { casing: 'snake_case' })
  await client`select pg_advisory_lock(${migrationLock})`
    .then(() => migrate(db, { migrationsFolder }))
    .then(() => bringUpRegister(db))
    .finally(() => client.end())
}
