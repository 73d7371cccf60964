import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface Limits {
  milliseconds: number
  megabytes: number
}

export type Ended<T> =
  | { ok: true; value: T }
  /** `died`: it needed more memory than there is for it. */
  | { ok: false; code: 'took_too_long' | 'died' }
  /** A fault of ours, or of what the job is built on. */
  | { ok: false; code: 'failed'; error: Error }

/** What went wrong and where, without what the message repeats of somebody's words. */
function wordless(error: Error): Error {
  const bare = new Error()
  bare.name = error.name
  bare.stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return bare
}

const outOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const ended = (error: Error): Ended<never> =>
  outOfMemory(error) ? { ok: false, code: 'died' } : { ok: false, code: 'failed', error: wordless(error) }

const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * One job in a thread of its own: it takes neither the time nor the memory of others, and what it dies of ends with it.
 * `gone`: nothing of it runs any more. Native code comes to its end before a thread can.
 */
export const runApart = <T>(
  script: URL,
  workerData: unknown,
  { milliseconds, megabytes }: Limits,
  gone: () => void = () => undefined,
): Promise<Ended<T>> =>
  new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData,
      execArgv: ['--import', typescript],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    })
    const finish = (end: Ended<T>) => {
      clearTimeout(clock)
      resolve(end)
      void worker.terminate().then(gone)
    }
    const clock = setTimeout(() => finish({ ok: false, code: 'took_too_long' }), milliseconds)
    worker.once('message', (value: T) => finish({ ok: true, value }))
    worker.once('error', (error: Error) => finish(ended(error)))
    worker.once('exit', () => finish(ended(new Error())))
  })

/** At most this many at once; the others wait. Whoever has entered has to leave. */
export function places(most: number): { enter(): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = []
  let free = most
  return {
    async enter() {
      if (free > 0) free -= 1
      else await new Promise<void>((enter) => waiting.push(enter))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

export function inTurns<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
  most = 2,
): (...given: A) => Promise<T> {
  const { enter, leave } = places(most)
  return async (...given) => {
    await enter()
    try {
      return await work(...given)
    } finally {
      leave()
    }
  }
}
