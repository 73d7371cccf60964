import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inArray } from 'drizzle-orm'
import { isFresh } from './dev/build/freshness.ts'
import { people } from './identity/schema.ts'
import type { Sample } from './runtime/commands/demo.ts'
import { runCommand } from './runtime/commands/run.ts'

const assets = join(import.meta.dirname, 'dev', 'assets.ts')

// In a process of its own, so that it takes no time from the start of the server.
const buildApart = () =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', assets], { cwd: join(import.meta.dirname, '..') })

/** Loaded only when the demo is asked for: a real server has no sample in it. */
const sample: Sample = {
  build: async () => {
    if (!(await isFresh())) await buildApart()
  },
  load: async ({ db }, now) => (await import('./dev/sample.ts')).loadSample(db, now),
  guests: async ({ db }, lang) => {
    const { demoPeople, demoWords } = await import('./dev/demo-people.ts')
    const { mailOf } = await import('./dev/cast.ts')
    const known = await db
      .select()
      .from(people)
      .where(inArray(people.email, demoPeople.map(mailOf)))
    return demoPeople.flatMap((key) => {
      const person = known.find(({ email }) => email === mailOf(key))
      return person ? [{ id: person.id, name: person.name, words: demoWords[lang][key] }] : []
    })
  },
}

/** The same, grown to what an alliance has gathered after years. */
const enlarged: Sample = {
  ...sample,
  load: async (ports, now) => {
    await sample.load(ports, now)
    await (await import('./dev/large.ts')).enlarge(ports.db)
  },
}

const code = await runCommand(process.argv.slice(2), { ...sample, enlarged })

// A slow reader at the other end of a pipe gets everything that was said.
process.stdout.write('', () => process.exit(code))
