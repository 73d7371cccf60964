import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { folder } from './place.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Everything that the build reads; packages count by the lock file that names them. */
export const sources = [
  'views',
  'public/styles',
  'src/dev/build',
  'src/documents/markup.ts',
  'src/documents/nodes',
  'src/documents/conversion',
  'src/web/icons.ts',
  'package-lock.json',
]

async function changedIn(path: string): Promise<number> {
  const entry = await stat(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  const inside = await Promise.all((await readdir(path)).map((name) => changedIn(join(path, name))))
  return Math.max(entry.mtimeMs, ...inside)
}

const builtAt = () =>
  stat(join(folder, 'manifest.json')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** Whether the last build has seen everything as it is now: then a start need not wait for another one. */
export async function isFresh(): Promise<boolean> {
  const changed = await Promise.all(sources.map((source) => changedIn(join(root, source))))
  return (await builtAt()) > Math.max(...changed)
}
