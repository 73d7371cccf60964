import { readFileSync } from 'node:fs'
import type { Manifest } from '../web/assets.ts'

const file = new URL('../../public/build/manifest.json', import.meta.url)

/** What the build of the browser part has left for the server. */
export const readManifest = (): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest
