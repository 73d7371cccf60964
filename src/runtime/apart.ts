import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface Limits {
  milliseconds: number
  megabytes: number
}

export type Ended<T> = { ok: true; value: T } | { ok: false; code: 'took_too_long' | 'died' }

const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** One job in a thread of its own: it takes neither the time nor the memory of others, and what it dies of ends with it. */
export const runApart = <T>(script: URL, workerData: unknown, { milliseconds, megabytes }: Limits): Promise<Ended<T>> =>
  new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData,
      execArgv: ['--import', typescript],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    })
    const finish = (ended: Ended<T>) => {
      clearTimeout(clock)
      resolve(ended)
      void worker.terminate()
    }
    const clock = setTimeout(() => finish({ ok: false, code: 'took_too_long' }), milliseconds)
    worker.once('message', (value: T) => finish({ ok: true, value }))
    // What a thread dies of is what it was given: memory most of all.
    worker.once('error', () => finish({ ok: false, code: 'died' }))
  })

/** At most this many at once; the others wait. */
export function inTurns<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
  places = 2,
): (...given: A) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  return async (...given) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work(...given)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
