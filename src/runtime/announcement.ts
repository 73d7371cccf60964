import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import { lockOf, makeFolders } from './postgres/data-folder.ts'
import { isLocked, takeLock } from './postgres/lock.ts'
import { StartProblem } from './problem.ts'

/** What other commands on this machine may know about a running server. */
const announcement = z.object({
  pid: z.int(),
  url: z.string(),
  /** Whether the database stands in the same folder; another one is in `DATABASE_URL`. */
  embedded: z.boolean(),
})

export type Announcement = z.infer<typeof announcement>

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('cut short')
    return z.NEVER
  }
})

const nameOf = (port?: number) => (port === undefined ? 'server.json' : `server-${port}.json`)

const read = async (file: string) =>
  json.pipe(announcement).safeParse(await readFile(file, 'utf8').catch(() => '')).data

/** The server with the rows of this data folder; an announcement that was left behind counts for nothing. */
export async function findEmbedded(dataDir: string): Promise<Announcement | null> {
  return (await isLocked(lockOf(dataDir))) ? ((await read(join(dataDir, nameOf()))) ?? null) : null
}

/** Any server that runs on this data folder: of those on a database elsewhere there may be several. */
export async function findRunning(dataDir: string): Promise<Announcement | null> {
  const embedded = await findEmbedded(dataDir)
  if (embedded) return embedded
  for (const name of await readdir(dataDir).catch(() => [])) {
    const [, port] = /^server-(\d+)\.json$/.exec(name) ?? []
    const said = port && (await isLocked(lockOf(dataDir, Number(port)))) && (await read(join(dataDir, name)))
    if (said) return said
  }
  return null
}

/** Readable for the owner alone. Returns how to take it back. */
async function write(file: string, said: Announcement): Promise<() => Promise<void>> {
  await rm(file, { force: true })
    .then(() => writeFile(file, JSON.stringify(said), { mode: 0o600 }))
    .catch(() => {
      throw new StartProblem('announcement_blocked', { file })
    })
  return async () => {
    if ((await read(file))?.pid === said.pid) await rm(file, { force: true })
  }
}

/** A data folder on a shared disk may see the same port on two machines; the first one is announced. */
async function announceOneOfSeveral({ dataDir, port }: Config, said: Announcement): Promise<() => Promise<unknown>> {
  await makeFolders(dataDir)
  const leave = await takeLock(lockOf(dataDir, port))
  if (!leave) return async () => undefined
  const takeBack = await write(join(dataDir, nameOf(port)), said)
  return async () => {
    await takeBack()
    await leave()
  }
}

/** Tells the other commands on this machine. Returns how to take it back. */
export async function announce(config: Config): Promise<() => Promise<unknown>> {
  const { dataDir, databaseUrl, settings } = config
  const said = { pid: process.pid, url: settings.publicUrl, embedded: !databaseUrl }
  return databaseUrl ? announceOneOfSeveral(config, said) : write(join(dataDir, nameOf()), said)
}
