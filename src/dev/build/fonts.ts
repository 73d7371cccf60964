import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../web/assets.ts'
import { hashOf, isPlaced, placeFile, root } from './place.ts'

const packages = 'node_modules/@fontsource-variable'

const sources = {
  'sans.woff2': 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'serif.woff2': 'literata/files/literata-latin-wght-normal.woff2',
  'serif-italic.woff2': 'literata/files/literata-latin-wght-italic.woff2',
}

/** What German and English texts are written with. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2026, 0x2026],
  [0x20ac, 0x20ac],
  [0x1e9e, 0x1e9e],
] as const

const signs = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, place) => String.fromCodePoint(from + place)))
  .join('')

const cut = {
  targetFormat: 'woff2' as const,
  variationAxes: { wght: { min: 400, max: 700 } },
  keepFeatures: ['kern', 'liga', 'tnum', 'mark', 'locl'],
}

async function subset(whole: Uint8Array): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(Buffer.from(whole), signs, cut)
}

/** Named after what went in, so that a second run does not cut again. */
async function buildFont(name: string, source: string): Promise<[string, string]> {
  const whole = await readFile(join(root, packages, source))
  const built = name.replace('.', `-${hashOf(hashOf(whole) + signs + JSON.stringify(cut))}.`)
  return [name, (await isPlaced(built)) ? `/build/${built}` : await placeFile(built, await subset(whole))]
}

/** For printing, one file for every weight: those that set pages know no variable fonts. */
const printed = {
  'print-serif.ttf': { source: sources['serif.woff2'], wght: 400 },
  'print-serif-bold.ttf': { source: sources['serif.woff2'], wght: 700 },
  'print-serif-italic.ttf': { source: sources['serif-italic.woff2'], wght: 400 },
  'print-serif-bold-italic.ttf': { source: sources['serif-italic.woff2'], wght: 700 },
  'print-sans.ttf': { source: sources['sans.woff2'], wght: 400 },
  'print-sans-bold.ttf': { source: sources['sans.woff2'], wght: 700 },
}

async function buildPrinted(
  name: string,
  { source, wght }: { source: string; wght: number },
): Promise<[string, string]> {
  const whole = await readFile(join(root, packages, source))
  const built = name.replace('.', `-${hashOf(hashOf(whole) + signs + wght)}.`)
  if (await isPlaced(built)) return [name, `/build/${built}`]
  const { default: subsetFont } = await import('subset-font')
  const still = { targetFormat: 'sfnt' as const, variationAxes: { wght }, keepFeatures: cut.keepFeatures }
  return [name, await placeFile(built, await subsetFont(Buffer.from(whole), signs, still))]
}

export const buildFonts = async (): Promise<Manifest> =>
  Object.fromEntries(
    await Promise.all([
      ...Object.entries(sources).map(([name, source]) => buildFont(name, source)),
      ...Object.entries(printed).map(([name, wanted]) => buildPrinted(name, wanted)),
    ]),
  )
