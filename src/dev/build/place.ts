import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, utimes, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const root = join(import.meta.dirname, '../../..')
export const folder = join(root, 'public/build')

type Content = string | Uint8Array

/** Eight signs, so that a file never changes under its name. */
export const hashOf = (content: Content): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()

/** Whether a file of this name is there; if so it counts as used today. */
export async function isPlaced(name: string): Promise<boolean> {
  const parts = [name, `${name}.br`, `${name}.gz`].map((part) => join(folder, part)).filter((path) => existsSync(path))
  for (const path of parts) await utimes(path, new Date(), new Date())
  return existsSync(join(folder, name))
}

/** Another run, or a server that reads, never meets half a file. */
async function write(name: string, content: Content) {
  const draft = join(folder, `${name}.${process.pid}.part`)
  await writeFile(draft, content)
  await rename(draft, join(folder, name))
}

const small = 200_000

const squeeze = (content: Content) =>
  promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: content.length < small ? 11 : 9 },
  })

/** Or read by the server alone. */
const alreadySqueezed = ['.woff2', '.ttf', '.json']

/** Writes a built file, and beside it what a browser that takes compressed files gets. */
export async function placeFile(name: string, content: Content): Promise<string> {
  if (/-[A-Z0-9]{8}\./.test(name) && (await isPlaced(name))) return `/build/${name}`
  if (!alreadySqueezed.includes(extname(name))) {
    await write(`${name}.br`, await squeeze(content))
    await write(`${name}.gz`, await promisify(gzip)(content, { level: 9 }))
  }
  await write(name, content)
  return `/build/${name}`
}
