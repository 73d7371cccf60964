export interface Citation {
  prefix: string
  year: number
  number: number
}

/** How a decision is cited, as in EN-2026-005. */
export const citation = (prefix: string, year: number, number: number) =>
  `${prefix}-${year}-${String(number).padStart(3, '0')}`

/** The parts of what was written by {@link citation}, or null. */
export function readCitation(cited: string): Citation | null {
  const [, prefix, year, number] = cited.match(/^([A-Z]{2,4})-(\d{4})-(\d{3,6})$/) ?? []
  return prefix ? { prefix, year: Number(year), number: Number(number) } : null
}
