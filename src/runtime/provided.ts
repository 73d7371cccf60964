import { readFileSync } from 'node:fs'
import type { Provided } from '../app.tsx'
import type { Manifest } from '../web/assets.ts'
import { convertApart, inTurns } from './conversion.ts'

const file = new URL('../../public/build/manifest.json', import.meta.url)

/** What the build of the browser part has left, and a thread of their own for files from outside. */
export const readProvided = (): Provided => ({
  manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest,
  convert: inTurns(convertApart()),
})
