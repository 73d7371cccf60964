import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../web/assets.ts'
import { icons } from '../../web/icons.ts'
import { placeFile, root } from './place.ts'

async function symbol(name: string): Promise<string> {
  const drawn = await readFile(join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8')
  const strokes = drawn.slice(drawn.indexOf('>', drawn.indexOf('<svg')) + 1, drawn.lastIndexOf('</svg>'))
  return `<symbol id="${name}" viewBox="0 0 24 24">${strokes.replace(/\n\s*/g, '').replaceAll(' />', '/>')}</symbol>`
}

/** All symbols in one file, drawn by reference. It has one name for good, so pages need not know its version. */
export async function buildSprite(): Promise<Manifest> {
  const symbols = await Promise.all(icons.map(symbol))
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  return { 'icons.svg': await placeFile('icons.svg', sprite) }
}
