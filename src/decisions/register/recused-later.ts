import type { DecisionNote } from './schema.ts'

export interface RecusedLater {
  category: string
  count: number
}

/** The seats that a recount left out, in the note that two sign. */
export const seatsLeftOut = ({ changes }: Pick<DecisionNote, 'changes'>): string[] =>
  (changes.seats ?? '').split(' ').filter(Boolean)

/** How many seats with which conflict of interest, never which seats (`DOMAIN.md 7 A9`). */
export function recusedLater(note: Pick<DecisionNote, 'changes'>): RecusedLater | null {
  const { category } = note.changes
  return category ? { category, count: seatsLeftOut(note).length } : null
}
