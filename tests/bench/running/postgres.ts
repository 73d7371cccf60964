import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'
import { connect, type Place, socketPlace } from '#src/runtime/postgres/database.ts'
import { startPostgres } from '#src/runtime/postgres/server.ts'
import { cpuOfFamily } from './usage.ts'

export interface Ground {
  socket: string
  /** Raw statements, in the database where peers keep their texts. */
  sql: postgres.Sql
  /** Processor time until now, in microseconds. */
  cpu(): Promise<number | undefined>
  createDatabase(name: string, template?: string): Promise<Place>
  dropDatabase(name: string): Promise<void>
  stop(): Promise<void>
}

/** The PostgreSQL that comes with the product, with its settings untouched: what is stored is on the disk. */
export async function layGround(folder: string): Promise<Ground> {
  const [socket, data] = [join(folder, 'run'), join(folder, 'postgres')]
  await mkdir(socket, { mode: 0o700 })
  const server = await startPostgres({ data, socket })
  const sql = connect(server.place, { max: 4 })
  const [pid = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
  const createDatabase = async (name: string, template = 'template0') => {
    await sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`
    return socketPlace(socket, name)
  }
  return {
    socket,
    sql,
    cpu: () => cpuOfFamily(pid),
    createDatabase,
    dropDatabase: async (name) => void (await sql`drop database if exists ${sql(name)} with (force)`),
    stop: async () => {
      await sql.end({ timeout: 2 })
      await server.stop()
    },
  }
}
