import { existsSync, readFileSync } from 'node:fs'
import type { Provided } from '../app.tsx'
import type { Manifest } from '../web/assets.ts'
import { inTurns } from './apart.ts'
import { convertApart } from './conversion/apart.ts'
import { makeApart } from './export/apart.ts'
import { StartProblem } from './problem.ts'

const file = new URL('../../public/build/manifest.json', import.meta.url)

/** What the build of the browser part has left, and threads of their own for files that come and go. */
export function readProvided(): Provided {
  if (!existsSync(file)) throw new StartProblem('not_built')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return { manifest, convert: inTurns(convertApart()), make: makeApart(manifest) }
}
