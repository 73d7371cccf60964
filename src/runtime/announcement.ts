import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isLocked } from './postgres/lock.ts'

/** What other commands on this machine may know about the running server. */
const announcement = z.object({
  pid: z.int(),
  url: z.string(),
  /** How the embedded database is reached; an external one is in `DATABASE_URL`. */
  place: z.object({ socket: z.string(), database: z.string() }).optional(),
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

const fileIn = (dataDir: string) => join(dataDir, 'server.json')

const read = async (dataDir: string) =>
  json.pipe(announcement).safeParse(await readFile(fileIn(dataDir), 'utf8').catch(() => '')).data

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The server that runs on this data folder; an announcement that was left behind counts for nothing. */
export async function findRunning(dataDir: string): Promise<Announcement | null> {
  const found = await read(dataDir)
  if (!found) return null
  const running = found.place ? await isLocked(found.place.socket) : isAlive(found.pid)
  return running ? found : null
}

/** Readable for the owner alone. Returns how to take it back. */
export async function announce(dataDir: string, said: Announcement): Promise<() => Promise<void>> {
  await rm(fileIn(dataDir), { force: true })
  await writeFile(fileIn(dataDir), JSON.stringify(said), { mode: 0o600 })
  return async () => {
    const found = await read(dataDir)
    if (found?.pid === said.pid) await rm(fileIn(dataDir), { force: true })
  }
}
