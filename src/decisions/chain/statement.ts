import type { Plain } from './canonical.ts'

/** Something that stands in an entry as a commitment only. */
export interface Secret {
  /** What it is, as in "wording" or "ballot". */
  field: string
  /** Which of several; empty where there is only one. */
  key: string
  value: Plain
  /** Whose it is: goes with this person when they are erased. */
  personId: string | null
}

/** What an entry says of a decision or a note, read from where it is kept. */
export interface Statement {
  plain: Record<string, Plain>
  secrets: Secret[]
}

/** Only what belongs to a person may be erased; what was decided stays. */
const personal = new Set([
  ...['first', 'second', 'holder', 'voter', 'talkBy', 'recusedBy', 'presentBy', 'procedureBy', 'minority'],
  ...['opener', 'counter', 'handsBy', 'extendedBy'],
  ...['objector', 'endingWords', 'lapseFirst', 'lapseSecond'],
])

export const isPersonal = (field: string) => personal.has(field)

export const one = (field: string, value: Plain, personId: string | null = null): Secret => ({
  ...{ field, key: '', value, personId },
})

/** Several of a kind, each with its own key. */
export const each = <T>(
  field: string,
  rows: T[],
  read: (row: T) => { key: string; value: Plain; personId: string | null },
): Secret[] => rows.map((row) => ({ field, ...read(row) }))
