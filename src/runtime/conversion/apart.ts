import type { Convert, Converted } from '../../documents/conversion/converted.ts'
import { type Limits, runApart } from '../apart.ts'

const usual: Limits = { milliseconds: 20_000, megabytes: 256 }

const codes = { died: 'too_large_inside', took_too_long: 'took_too_long', failed: 'broken' } as const

const script = new URL('./worker.ts', import.meta.url)

/** A file from outside is read in a thread of its own: a hostile one takes neither the time nor the memory of others. */
export const convertApart =
  (limits = usual): Convert =>
  async (bytes, source) => {
    const ended = await runApart<Converted>(script, { bytes, source }, limits)
    if (ended.ok) return ended.value
    return { ok: false, code: codes[ended.code] }
  }
