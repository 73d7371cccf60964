import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { socketFolderOf } from './postgres/data-folder.ts'
import { isLocked } from './postgres/lock.ts'
import { StartProblem } from './problem.ts'

/** What other commands on this machine may know about the running server. */
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

const fileIn = (dataDir: string) => join(dataDir, 'server.json')

const read = async (dataDir: string) =>
  json.pipe(announcement).safeParse(await readFile(fileIn(dataDir), 'utf8').catch(() => '')).data

/** The server that runs on this data folder; an announcement that was left behind counts for nothing. */
export async function findRunning(dataDir: string): Promise<Announcement | null> {
  return (await isLocked(socketFolderOf(dataDir))) ? ((await read(dataDir)) ?? null) : null
}

/** Readable for the owner alone. Returns how to take it back. */
export async function announce(dataDir: string, said: Announcement): Promise<() => Promise<void>> {
  const file = fileIn(dataDir)
  await rm(file, { force: true })
    .then(() => writeFile(file, JSON.stringify(said), { mode: 0o600 }))
    .catch(() => {
      throw new StartProblem('announcement_blocked', { file })
    })
  return async () => {
    const found = await read(dataDir)
    if (found?.pid === said.pid) await rm(fileIn(dataDir), { force: true })
  }
}
