import type { Lang } from '../../web/locale.ts'
import type { Fault } from '../config.ts'
import { jsonLog } from '../log.ts'
import { StartProblem } from '../problem.ts'
import { sentence, texts, type Words } from './texts.ts'

export const say = (line: string) => void process.stdout.write(`${line}\n`)

export const complain = (line: string) => void process.stderr.write(`${line}\n`)

/** German unless the terminal speaks English. A variable that is set to nothing counts as not set, as everywhere. */
export const langOf = (wish: string | undefined, env: Record<string, string | undefined>): Lang =>
  (wish || env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('en') ? 'en' : 'de'

export const isLang = (wish: string): wish is Lang => Object.hasOwn(texts, wish)

export const wordsOf = (lang: Lang): Words => texts[lang]

export function complainAboutFaults(words: Words, faults: Fault[]) {
  complain(words.badSettings)
  for (const { name, code } of faults) complain(`  ${name} ${sentence(words.faults, code)}`)
}

/** What we foresaw gets its sentence; anything else gets a general one, and a line for whoever looks into it. */
export function complainAboutStart(words: Words, error: unknown, otherwise: 'notStarted' | 'failed' = 'notStarted') {
  if (error instanceof StartProblem) return complain(sentence(words.problems, error.code, error.facts))
  complain(words[otherwise])
  jsonLog((line) => process.stderr.write(line)).error('start', error)
}
