import type { Log } from '../../ports.ts'
import { type Running, type Serving, serveProduct } from '../serving.ts'
import { complain, complainAboutStart } from './terminal.ts'
import { sentence, type Words } from './texts.ts'

/** After this long a stop is over, finished or not. */
const patience = 9_500

const signals = ['SIGINT', 'SIGTERM'] as const

/** A second signal, whichever, finds no listener and ends the process at once. */
const toldToStop = () =>
  new Promise<'told'>((resolve) => {
    const told = () => {
      for (const signal of signals) process.off(signal, told)
      resolve('told')
    }
    for (const signal of signals) process.on(signal, told)
  })

/** Whatever nobody foresaw ends the process; the supervisor starts a clean one. */
function endOnSurprise(log: Log) {
  process.on('uncaughtException', (error, origin) => {
    log.error(origin, error)
    process.exit(1)
  })
}

async function stop(running: Running): Promise<void> {
  setTimeout(() => process.exit(1), patience).unref()
  await running.stop()
}

/** Whoever read the output has gone; the server goes on. */
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** Serves until somebody says stop. Returns the exit code. */
export async function live(
  serving: Serving,
  words: Words,
  greet: (running: Running) => Promise<void> | void,
): Promise<number> {
  endOnSurprise(serving.log)
  outliveReaders()
  const told = toldToStop()
  const running = await serveProduct(serving).catch(async (error) => {
    // A stop in the middle of the start takes the database away from it: that is no problem to report.
    if (!(await Promise.race([told, null]))) complainAboutStart(words, error)
  })
  if (!running) return (await Promise.race([told, null])) ? 0 : 1
  await greet(running)
  const why = await Promise.race([told, running.lost.then(() => 'lost' as const)])
  complain(why === 'told' ? words.stopping : sentence(words.problems, 'database_lost'))
  await stop(running)
  return why === 'told' ? 0 : 1
}
