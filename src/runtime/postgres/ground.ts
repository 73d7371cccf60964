import { join } from 'node:path'
import type { Log } from '../../ports.ts'
import type { Config } from '../config.ts'
import { StartProblem } from '../problem.ts'
import type { Started } from '../started.ts'
import { openDataFolder } from './data-folder.ts'
import { checkServer, migrateDatabase, type Place } from './database.ts'
import { holdDatabase } from './hold.ts'
import { startPostgres } from './server.ts'

/** The database that the server stands on. */
export interface Ground {
  place: Place
  /** Resolves when the database ends without having been asked to. */
  lost: Promise<void>
}

/** The demo and a real server keep their rows apart: neither can open what the other has written. */
const rowsOf = ({ settings, dataDir }: Config) => join(dataDir, settings.mode === 'demo' ? 'demo' : 'postgres')

/** Its rows belong to one process; a second one finds the folder taken. */
async function embedded(config: Config, started: Started): Promise<Ground> {
  const { socket, leave } = await openDataFolder(config.dataDir)
  started.add(leave)
  const postgres = await startPostgres({ data: rowsOf(config), socket })
  started.add(postgres.stop)
  return { place: postgres.place, lost: postgres.ended }
}

async function external(url: string, log: Log, started: Started): Promise<Ground> {
  await checkServer({ url })
  started.add(await holdDatabase({ url }, log))
  return { place: { url }, lost: new Promise(() => undefined) }
}

/** Drizzle wraps what the database says. */
const saidBy = (error: Error) => (error.cause instanceof Error ? error.cause : error)

/** The bundled database belongs to us alone: where it refuses, its files are damaged. */
const refuseTables = (config: Config) => (error: Error) => {
  const said = saidBy(error)
  if ('code' in said && said.code === '42501') throw new StartProblem('database_forbids_tables')
  if (config.databaseUrl || !('severity' in said)) throw error
  throw new StartProblem('database_refused', { folder: rowsOf(config), said: said.message })
}

/** The bundled database, for this process alone, or another one, which any number share; in the state of this version. */
export async function prepareGround(config: Config, log: Log, started: Started): Promise<Ground> {
  const { databaseUrl } = config
  const ground = await (databaseUrl ? external(databaseUrl, log, started) : embedded(config, started))
  await migrateDatabase(ground.place).catch(refuseTables(config))
  return ground
}
