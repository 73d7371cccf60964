import { existsSync, readFileSync } from 'node:fs'
import type { Provided } from '../app.tsx'
import type { Manifest } from '../web/assets.ts'
import { convertApart, inTurns } from './conversion/apart.ts'
import { StartProblem } from './problem.ts'

const file = new URL('../../public/build/manifest.json', import.meta.url)

/** What the build of the browser part has left, and a thread of their own for files from outside. */
export function readProvided(): Provided {
  if (!existsSync(file)) throw new StartProblem('not_built')
  return { manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest, convert: inTurns(convertApart()) }
}
