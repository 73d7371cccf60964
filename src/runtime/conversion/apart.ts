import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Convert, Converted } from '../../documents/conversion/converted.ts'

interface Limits {
  milliseconds: number
  megabytes: number
}

const usual: Limits = { milliseconds: 20_000, megabytes: 256 }

const script = new URL('./worker.ts', import.meta.url)
const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

const refusedAs = (code: 'took_too_long' | 'too_large_inside'): Converted => ({ ok: false, code })

/** A file from outside is read in a thread of its own: a hostile one takes neither the time nor the memory of others. */
export const convertApart =
  ({ milliseconds, megabytes } = usual): Convert =>
  (bytes, source) =>
    new Promise((resolve) => {
      const worker = new Worker(script, {
        workerData: { bytes, source },
        execArgv: ['--import', typescript],
        resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
      })
      const finish = (converted: Converted) => {
        clearTimeout(clock)
        resolve(converted)
        void worker.terminate()
      }
      const clock = setTimeout(() => finish(refusedAs('took_too_long')), milliseconds)
      worker.once('message', finish)
      // What a thread dies of is the file's doing: memory most of all.
      worker.once('error', () => finish(refusedAs('too_large_inside')))
    })

/** At most this many at once; the others wait. */
export function inTurns(convert: Convert, places = 2): Convert {
  const waiting: (() => void)[] = []
  let free = places
  return async (bytes, source) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => waiting.push(enter))
    const converted = await convert(bytes, source)
    const next = waiting.shift()
    if (next) next()
    else free += 1
    return converted
  }
}
