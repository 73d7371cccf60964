import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Started } from '../started.ts'
import { makeDataFolder, openDataFolder } from './data-folder.ts'
import { checkServer, type Place } from './database.ts'
import { startPostgres } from './server.ts'

/** The database that the server stands on. */
export interface Ground {
  place: Place
  /** Resolves when the database ends without having been asked to. */
  lost: Promise<void>
}

/** The demo and a real server keep their rows apart: neither can open what the other has written. */
const rowsOf = ({ settings, dataDir }: Config) => join(dataDir, settings.mode === 'demo' ? 'demo' : 'postgres')

async function embedded(config: Config, started: Started): Promise<Ground> {
  const folder = await openDataFolder(config.dataDir)
  started.add(folder.leave)
  const postgres = await startPostgres({ data: rowsOf(config), socket: folder.socket })
  started.add(postgres.stop)
  return { place: postgres.place, lost: postgres.ended }
}

async function external(url: string, dataDir: string): Promise<Ground> {
  await makeDataFolder(dataDir)
  await checkServer({ url })
  return { place: { url }, lost: new Promise(() => undefined) }
}

export const prepareGround = (config: Config, started: Started): Promise<Ground> =>
  config.databaseUrl ? external(config.databaseUrl, config.dataDir) : embedded(config, started)
