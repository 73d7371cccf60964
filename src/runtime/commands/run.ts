import { parseArgs } from 'node:util'
import type { Lang } from '../../web/locale.ts'
import type { Sample } from './demo.ts'
import { complain, isLang, langOf, say, wordsOf } from './terminal.ts'

const options = {
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  head: { type: 'string' },
  large: { type: 'boolean', default: false },
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
  head: string | undefined
  large: boolean
  sample: Sample & { enlarged: Sample }
}

/** Null: called with arguments that it does not know. */
type Command = (called: Called) => Promise<number | null>

/** Each is loaded when it is called: asking for help should not have to read the whole product. */
const commands: Record<string, Command> = {
  demo: async ({ lang, rest, large, sample }) =>
    rest.length ? null : (await import('./demo.ts')).demo(lang, large ? sample.enlarged : sample),
  start: async ({ lang, rest }) => (rest.length ? null : (await import('./start.ts')).start(wordsOf(lang))),
  'sign-in': async ({ lang, rest: [email, ...more] }) =>
    !email || more.length ? null : (await import('./sign-in.ts')).signIn(wordsOf(lang), email),
  migrate: async ({ lang, rest }) => (rest.length ? null : (await import('./migrate.ts')).migrate(wordsOf(lang))),
  verify: async ({ lang, rest, head, json }) =>
    rest.length ? null : (await import('./verify.ts')).verify({ lang, head, json }),
  routes: async ({ rest, json }) => (rest.length ? null : (await import('./routes.ts')).routes(json)),
}

function wrong(line: string) {
  complain(line)
  return 2
}

/** Runs one command. Returns the exit code. */
export async function runCommand(argv: string[], sample: Called['sample']): Promise<number> {
  const parsed = read(argv)
  const wish = parsed?.values.lang
  const lang = langOf(wish, process.env)
  const words = wordsOf(lang)
  if (wish !== undefined && !isLang(wish)) return wrong(words.noLang({ lang: wish }))
  if (!parsed) return wrong(words.wrongArguments)
  const [name, ...rest] = parsed.positionals
  if (parsed.values.help || !name) {
    say(words.help)
    return parsed.values.help ? 0 : 2
  }
  const command = commands[name]
  if (!command) return wrong(words.noCommand({ name }))
  const { json, head, large } = parsed.values
  if (head !== undefined && name !== 'verify') return wrong(words.wrongArguments)
  if (large && name !== 'demo') return wrong(words.wrongArguments)
  const code = await command({ lang, rest, json, head, large, sample })
  return code ?? wrong(words.wrongArguments)
}
