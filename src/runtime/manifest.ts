import { existsSync, readFileSync } from 'node:fs'
import type { Manifest } from '../web/assets.ts'
import { StartProblem } from './problem.ts'

const file = new URL('../../public/build/manifest.json', import.meta.url)

/** Which built file is under which address. The build has run before any server starts. */
export const readManifest = (): Manifest => {
  if (!existsSync(file)) throw new StartProblem('not_built')
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}
