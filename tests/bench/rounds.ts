import type { Options } from './options.ts'
import { Child, isStopping, Stopped } from './running/child.ts'
import type { Ground } from './running/postgres.ts'
import type { Around, Measures, Scenario } from './scenarios/scenario.ts'
import type { Stage, Subject, SubjectName } from './servers/subject.ts'

/** What was measured: by scenario, then by server, one entry per round. */
export type Results = Record<string, Partial<Record<SubjectName, Measures[]>>>

interface Set {
  subject: Subject
  stage: Stage
}

const short = (measures: Measures) =>
  Object.entries(measures)
    .map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`)
    .join(', ')

/** Runs what was chosen and collects what was found, and what went wrong. */
export class Rounds {
  readonly results: Results = {}
  readonly failures: string[] = []
  readonly #options: Options
  readonly #around: { ground: Ground; folder: string }
  readonly #tell: (line: string) => void

  constructor(options: Options, around: { ground: Ground; folder: string }, tell: (line: string) => void) {
    this.#options = options
    this.#around = around
    this.#tell = tell
  }

  /** All servers run side by side, and each scenario goes through all of them before the next one begins. */
  async run(): Promise<void> {
    const { rounds, subjects, scenarios } = this.#options
    for (let round = 1; round <= rounds; round++) {
      const sets: Set[] = []
      for (const subject of subjects) sets.push({ subject, stage: await subject.begin(this.#around) })
      for (const scenario of scenarios.filter(({ once }) => !once || round === 1))
        for (const set of sets.filter(({ subject }) => scenario.concerns(subject)))
          await this.#measure(`${round}/${rounds}`, scenario, set)
      for (const { stage } of sets) await stage.end()
    }
  }

  async #measure(when: string, scenario: Scenario, { subject, stage }: Set): Promise<void> {
    const { quick, profiles } = this.#options
    const what = `${when} ${scenario.name} ${subject.name}`
    const measures = await withLoad((load) =>
      inTime(scenario.run({ subject, stage, load, ground: this.#around.ground, quick, profiles }), scenario.patience),
    ).catch((error: Error) => this.#fail(what, error))
    if (!measures) return this.#revive(stage)
    this.#tell(`${what}: ${short(measures)}`)
    const ofScenario = this.results[scenario.name] ?? {}
    ofScenario[subject.name] = [...(ofScenario[subject.name] ?? []), measures]
    this.results[scenario.name] = ofScenario
  }

  #fail(what: string, error: Error): undefined {
    if (isStopping()) throw new Stopped('stopped before the end')
    this.failures.push(`${what}: ${error.message.split('\n')[0]}`)
    this.#tell(`${what} has failed: ${error.stack}`)
  }

  /** Whatever state a failure has left behind, the next scenario begins with a server that runs. */
  async #revive(stage: Stage): Promise<void> {
    if (stage.server.isAlive) await stage.server.kill()
    await stage.again()
  }
}

/** No scenario takes as long as that, unless it says so. */
const patience = 300_000

async function inTime<T>(work: Promise<T>, limit = patience): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), limit)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** A fresh one for each, so that nobody pays for what the one before has left. */
async function withLoad(run: (load: Around['load']) => Promise<Measures>): Promise<Measures> {
  const load = new Child({ file: 'load/load.ts', core: 'load' })
  try {
    return await run(load)
  } finally {
    await load.kill()
  }
}
