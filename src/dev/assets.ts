import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../web/assets.ts'
import { buildFonts } from './build/fonts.ts'
import { folder, placeFile } from './build/place.ts'
import { buildScripts } from './build/scripts.ts'
import { buildSprite } from './build/sprite.ts'
import { buildStyles } from './build/styles.ts'

const aDay = 24 * 3_600_000

const withStyles = async (fonts: Manifest): Promise<Manifest> => ({ ...fonts, ...(await buildStyles(fonts)) })

/** What earlier builds left behind; a page that is still open somewhere may want it for a while. */
async function sweep() {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name))
    if (Date.now() - mtimeMs > aDay) await rm(join(folder, name), { force: true })
  }
}

/** Builds everything that browsers fetch, below public/build. What has not changed is not made again. */
export async function buildAssets(): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  const parts = await Promise.all([buildFonts().then(withStyles), buildScripts(), buildSprite()])
  const manifest: Manifest = Object.assign({}, ...parts)
  await placeFile('manifest.json', JSON.stringify(manifest, null, 2))
  return manifest
}

if (process.argv[1] === import.meta.filename) {
  await buildAssets()
  await sweep()
}
