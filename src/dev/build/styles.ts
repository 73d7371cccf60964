import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transform } from 'lightningcss'
import type { Manifest } from '../../web/assets.ts'
import { hashOf, placeFile, root } from './place.ts'

/** Phones of 2021; versions as lightningcss wants them. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8)
const targets = {
  chrome: version(96),
  android: version(96),
  firefox: version(94),
  safari: version(15),
  ios_saf: version(15),
  samsung: version(16),
}

const source = join(root, 'public/styles')

/** The tokens come first: they name the layers in their order. */
async function readStyles(): Promise<string> {
  const names = (await readdir(source)).filter((name) => name.endsWith('.css') && name !== 'tokens.css').sort()
  const files = await Promise.all(['tokens.css', ...names].map((name) => readFile(join(source, name), 'utf8')))
  return files.join('\n')
}

const withFonts = (css: string, fonts: Manifest) =>
  css.replace(/url\("([\w-]+\.woff2)"\)/g, (_, name: string) => `url("${fonts[name]}")`)

export async function buildStyles(fonts: Manifest): Promise<Manifest> {
  const code = Buffer.from(withFonts(await readStyles(), fonts))
  const { code: built } = transform({ filename: 'app.css', code, minify: true, targets })
  return { 'app.css': await placeFile(`app-${hashOf(built)}.css`, built) }
}
