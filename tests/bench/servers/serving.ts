import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { answerQuestions } from '../running/answering.ts'
import { usageAfterCollecting, usageOfThis } from '../running/usage.ts'

let session: Session | undefined

async function profile(): Promise<void> {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 400 })
  await session.post('Profiler.start')
}

async function profiled(file: string): Promise<void> {
  const found = await session?.post('Profiler.stop')
  session?.disconnect()
  await writeFile(file, JSON.stringify(found?.profile))
}

/** What every server in the comparison is asked; `start` returns the port. */
export function serve(
  start: (given: never) => Promise<number>,
  more: Parameters<typeof answerQuestions>[0] = {},
): void {
  answerQuestions({ start, usage: usageOfThis, collect: usageAfterCollecting, profile, profiled, ...more })
}
