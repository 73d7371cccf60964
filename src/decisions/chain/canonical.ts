/** What can be written down so that it is read in one way only. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain | undefined }

/** Only whole numbers are ever entered; what else somebody has put into a table is something else, and never read back. */
const number = (value: number) => (Number.isSafeInteger(value) ? String(value) : `!${value}`)

/** A time that is none, such as the end of time, is never what was entered. */
export const iso = (instant: Date | null): string | null =>
  instant && (Number.isNaN(instant.getTime()) ? 'never' : instant.toISOString())

const text = (value: string) => JSON.stringify(value.normalize('NFC'))

function list(parts: [string, string][]): string {
  const sorted = parts.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([name, part]) => `${name}:${part}`).join(',')}}`
}

/** The same facts always give the same characters: names sorted, composed letters, whole numbers, no blanks. */
export function canonical(value: Plain): string {
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const parts = Object.entries(value).flatMap(([name, part]): [string, string][] =>
    part === undefined ? [] : [[text(name), canonical(part)]],
  )
  return list(parts)
}
