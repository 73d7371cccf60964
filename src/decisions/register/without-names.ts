import { eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { bookNames } from '../book/schema.ts'

/** Stands where a name stood. */
export const leftOut = '[Name]'

/** Those whose name does not leave with what is handed to everybody; `agreed`: but for those who want to be named in it. */
export async function namesOf(db: Database, but?: 'agreed'): Promise<string[]> {
  const found = await db
    .select({ name: people.name })
    .from(people)
    .leftJoin(bookNames, eq(bookNames.personId, people.id))
    .where(but && isNull(bookNames.personId))
  return found.map(({ name }) => name)
}

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** However it is spaced. The longest first: names contain names. */
const either = (names: string[][]): string =>
  names
    .map((words) => words.map(literally).join(String.raw`\s+`))
    .sort((one, other) => other.length - one.length)
    .join('|')

const title = String.raw`(Frau|Herrn?)\s+(?:(?:Dr|Prof)\.\s+)*`

/**
 * Names of two words and more, also as in "Hedwig Plattenbergs", and what may stand after a title. A single word alone
 * stays: it may as well be a word of the language, a code of ours or part of a group's name.
 */
function anyOf(names: string[]): RegExp {
  const all = names.map((name) => name.trim().split(/\s+/))
  const full = all.filter((words) => words.length > 1)
  const last = all.flatMap((words) => words.map((_, place) => words.slice(place)))
  const said = [`${title}(?:${either(last)})`, ...(full.length > 0 ? [either(full)] : [])]
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${said.join('|')})(?:s|['’])?(?![\p{L}\p{N}])`, 'giu')
}

const instead = (_: string, title?: string) => (title ? `${title} ${leftOut}` : leftOut)

function everywhere(value: unknown, said: (words: string) => string): unknown {
  if (typeof value === 'string') return said(value)
  if (Array.isArray(value)) return value.map((one) => everywhere(one, said))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everywhere(one, said)]))
}

/** The same, with no full name in any of its words: titles and wordings may hold some (`DOMAIN.md 5.5`). */
export function withoutNames<T>(value: T, names: string[]): T {
  const known = names.filter((name) => name.trim() !== '')
  if (known.length === 0) return value
  const pattern = anyOf(known)
  return everywhere(value, (words) => words.replace(pattern, instead)) as T
}
