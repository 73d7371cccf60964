import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scenarios } from './scenarios/all.ts'
import type { Scenario } from './scenarios/scenario.ts'
import type { Subject } from './servers/subject.ts'
import { subjects } from './servers/subjects.ts'

export interface Options {
  scenarios: Scenario[]
  subjects: Subject[]
  rounds: number
  quick: boolean
  out: string
  profiles: string | undefined
  /** Only what belongs into the README. */
  section: boolean
}

const known = {
  help: { type: 'boolean', short: 'h' },
  only: { type: 'string' },
  servers: { type: 'string' },
  rounds: { type: 'string' },
  quick: { type: 'boolean' },
  out: { type: 'string' },
  profile: { type: 'string' },
  section: { type: 'boolean' },
} as const

const listOf = (things: { name: string; title: string }[]) =>
  things.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')

export const help = `npm run bench -- [options]

Measures this server beside others, in one run and on one machine. Everything stays on this machine, is bounded in
number and time, and is cleared away at the end. A whole run takes about a quarter of an hour.

  --only a,b       only these scenarios
  --servers a,b    only these servers
  --rounds n       how often each is measured, in turns; medians are shown (3)
  --quick          small and short: shows that it runs, its numbers mean nothing
  --out file       where the figures go as JSON (a file in the folder for temporary files)
  --profile dir    write there what the servers did while people typed, for Chromium's or Node's tools
  --section        print the section of the README instead of the whole table

Scenarios
${listOf(scenarios)}
Those that are run only when asked for: ${scenarios.flatMap(({ name, onlyIfAsked }) => (onlyIfAsked ? [name] : [])).join(', ')}

Servers
${listOf(subjects)}
`

class Misunderstood extends Error {}

function chosen<T extends { name: string }>(all: T[], wanted: string): T[] {
  return wanted.split(',').map((name) => {
    const found = all.find((one) => one.name === name)
    if (!found) throw new Misunderstood(`There is no ${name}; see --help`)
    return found
  })
}

/** What was asked for; a sentence when it cannot be understood; nothing when only help was wanted. */
export function readOptions(args: string[]): Options | string | undefined {
  try {
    const { values } = parseArgs({ args, options: known, strict: true })
    if (values.help) return undefined
    return {
      scenarios: values.only ? chosen(scenarios, values.only) : scenarios.filter(({ onlyIfAsked }) => !onlyIfAsked),
      subjects: values.servers ? chosen(subjects, values.servers) : subjects,
      rounds: values.quick ? 1 : Number(values.rounds ?? 3),
      quick: values.quick ?? false,
      out: values.out ?? join(tmpdir(), `kreislauf-bench-${process.pid}.json`),
      profiles: values.profile,
      section: values.section ?? false,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
