import { createConnection, type Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Database } from '#src/db/database.ts'
import { connect, type Place } from '#src/runtime/postgres/database.ts'

export interface Victim {
  db: Database
  /** From now on nothing that it says arrives, and it hears of nothing: what a killed process leaves behind. */
  die(): Promise<void>
}

const opened = (path: string) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = createConnection(path, () => resolve(socket)).once('error', reject)
  })

/** A server of its own with one line to the database, to be killed at any moment. */
export async function victim({ socket: folder, database }: Place, admin: postgres.Sql): Promise<Victim> {
  const line = await opened(`${folder}/.s.PGSQL.5432`)
  const options: Parameters<typeof connect>[1] & { socket: () => Socket } = { max: 1, socket: () => line }
  const client = connect({ socket: folder ?? '', ...(database && { database }) }, options)
  const [row] = await client`select pg_backend_pid() as pid`
  const die = async () => {
    line.removeAllListeners()
    line.on('error', () => undefined)
    line.write = () => true
    await admin`select pg_terminate_backend(${row?.pid}, 10000)`
    line.destroy()
  }
  return { db: drizzle(client, { casing: 'snake_case' }), die }
}
