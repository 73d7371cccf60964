import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeMachine } from './machine.ts'
import { help, type Options, readOptions } from './options.ts'
import { pagesSection, readmeSection } from './report/section.ts'
import { wholeTable } from './report/table.ts'
import { Rounds } from './rounds.ts'
import { endAll, isStopping } from './running/child.ts'
import { layGround } from './running/postgres.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)
const tell = (line: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)

async function bench(options: Options): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kreislauf-bench-'))
  const ground = await layGround(folder)
  try {
    if (options.profiles) await mkdir(options.profiles, { recursive: true })
    const machine = await describeMachine(ground)
    const rounds = new Rounds(options, { ground, folder }, tell)
    await rounds.run()
    const { results, failures } = rounds
    const report = { machine, rounds: options.rounds, results, failures }
    await writeFile(options.out, JSON.stringify(report, null, 2))
    const section = options.scenarios.every(({ name }) => name === 'pages') ? pagesSection : readmeSection
    say((options.section ? section : wholeTable)(report))
    for (const failure of failures) tell(`failed: ${failure}`)
    tell(`figures: ${options.out}`)
  } catch (error) {
    if (!isStopping()) throw error
    process.exitCode = 1
  } finally {
    await endAll()
    await ground.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Asked to stop, it still clears away what it has started. */
function stopWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll())
}

const options = readOptions(process.argv.slice(2))
if (options === undefined) say(help)
else if (typeof options === 'string') {
  process.stderr.write(`${options}\n`)
  process.exitCode = 1
} else {
  stopWhenAsked()
  await bench(options)
}
