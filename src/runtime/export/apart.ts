import { formats, type Made, type Make } from '../../documents/export/outgoing.ts'
import type { Manifest } from '../../web/assets.ts'
import { inTurns, type Limits, runApart } from '../apart.ts'
import { setsPages } from './typst.ts'

const usual: Limits = { milliseconds: 30_000, megabytes: 512 }

const script = new URL('./worker.ts', import.meta.url)

const fontFile = (path: string) => new URL(`../../../public${path}`, import.meta.url).pathname

/** The letters of the product, as the build has cut them for printing. */
const fontsIn = (manifest: Manifest): string[] =>
  Object.entries(manifest).flatMap(([name, path]) => (/\.ttf$/.test(name) ? [fontFile(path)] : []))

/** Files are made in a thread of their own: a text of two hundred pages keeps nobody else waiting. */
export function makeApart(manifest: Manifest, limits = usual): Make {
  const fonts = fontsIn(manifest)
  return {
    formats: formats.filter((format) => format !== 'pdf' || setsPages),
    make: inTurns(async (format, outgoing) => {
      const ended = await runApart<Made>(script, { format, outgoing, fonts }, limits)
      if (ended.ok) return { ok: true, ...ended.value }
      if (ended.code === 'failed') return ended
      return { ok: false, code: ended.code === 'died' ? 'too_large' : ended.code }
    }),
  }
}
