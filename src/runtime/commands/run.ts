import { parseArgs } from 'node:util'
import type { Lang } from '../../web/locale.ts'
import { demo, type Sample } from './demo.ts'
import { migrate } from './migrate.ts'
import { signIn } from './sign-in.ts'
import { start } from './start.ts'
import { complain, langOf, say, wordsOf } from './terminal.ts'

const options = {
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function read(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch {
    return null
  }
}

interface Called {
  lang: Lang
  rest: string[]
  json: boolean
  sample: Sample
}

type Command = (called: Called) => number | Promise<number> | null

/** Null: called with arguments that it does not know. */
const commands: Record<string, Command> = {
  demo: ({ lang, rest, sample }) => (rest.length ? null : demo(lang, sample)),
  start: ({ lang, rest }) => (rest.length ? null : start(wordsOf(lang))),
  'sign-in': ({ lang, rest: [email, ...more] }) => (!email || more.length ? null : signIn(wordsOf(lang), email)),
  migrate: ({ lang, rest }) => (rest.length ? null : migrate(wordsOf(lang))),
  routes: async ({ json }) => (await import('./routes.ts')).routes(json),
}

function wrong(line: string) {
  complain(line)
  return 2
}

/** Runs one command. Returns the exit code. */
export async function runCommand(argv: string[], sample: Sample): Promise<number> {
  const parsed = read(argv)
  const lang = langOf(parsed?.values.lang, process.env)
  const words = wordsOf(lang)
  if (!parsed) return wrong(words.wrongArguments)
  const [name, ...rest] = parsed.positionals
  if (parsed.values.help || !name) {
    say(words.help)
    return parsed.values.help ? 0 : 2
  }
  const command = commands[name]
  if (!command) return wrong(words.noCommand({ name }))
  const code = await command({ lang, rest, json: parsed.values.json, sample })
  return code ?? wrong(words.wrongArguments)
}
