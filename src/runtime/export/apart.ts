import { formats, type Made, type Make, type Making, type Outgoing } from '../../documents/export/outgoing.ts'
import type { Manifest } from '../../web/assets.ts'
import { type Ended, type Limits, places, runApart } from '../apart.ts'
import { setsPages } from './typst.ts'

const usual: Limits = { milliseconds: 30_000, megabytes: 512 }

const script = new URL('./worker.ts', import.meta.url)

const fontFile = (path: string) => new URL(`../../../public${path}`, import.meta.url).pathname

/** The letters of the product, as the build has cut them for printing. */
const fontsIn = (manifest: Manifest): string[] =>
  Object.entries(manifest).flatMap(([name, path]) => (/\.ttf$/.test(name) ? [fontFile(path)] : []))

/** Pictures are unpacked to set them, four bytes a point; more than these take the memory of everybody else. */
const mostPoints = 200_000_000

const points = ({ pictures }: Outgoing) =>
  Object.values(pictures).reduce((sum, { width, height }) => sum + width * height, 0)

function made(ended: Ended<Made>): Making {
  if (ended.ok) return { ok: true, ...ended.value }
  if (ended.code === 'failed') return ended
  return { ok: false, code: ended.code === 'died' ? 'too_large' : ended.code }
}

/** Files are made in a thread of their own: a text of two hundred pages keeps nobody else waiting. */
export function makeApart(manifest: Manifest, limits = usual): Make {
  const fonts = fontsIn(manifest)
  // Limits on memory do not reach what is native: pages are set one text at a time, until the thread is really gone.
  const turns = { pages: places(1), others: places(2) }
  return {
    formats: formats.filter((format) => format !== 'pdf' || setsPages),
    async make(format, outgoing) {
      if (format === 'pdf' && points(outgoing) > mostPoints) return { ok: false, code: 'too_large' }
      const { enter, leave } = format === 'pdf' ? turns.pages : turns.others
      await enter()
      const running = runApart<Made>(script, { format, outgoing, fonts }, limits, leave)
      running.catch(leave)
      return made(await running)
    },
  }
}
