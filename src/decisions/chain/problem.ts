/** What is wrong with the register; a sentence for each stands in `views/decisions/verify-texts.ts`. */
export type ProblemCode =
  | 'entry_missing'
  | 'entry_misplaced'
  | 'entry_changed'
  | 'entry_unreadable'
  | 'entry_of_something_else'
  | 'source_missing'
  | 'fact_changed'
  | 'row_missing'
  | 'row_added'
  | 'salt_missing'
  | 'salt_left'
  | 'words_erased'
  | 'erased_is_there'
  | 'decision_without_entry'
  | 'note_without_entry'
  | 'number_missing'

/** The first thing that is not as it was written down. */
export interface Problem {
  code: ProblemCode
  /** Of the entry; null where there is none. */
  seq: number | null
  /** Of the decision, as in EN-2026-005. */
  number?: string
  /** Which of its facts or rows. */
  field?: string
}
