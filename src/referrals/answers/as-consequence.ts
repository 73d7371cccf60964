import type { RecordEvent } from '../../activity/model.ts'

/** What an answer brings along is told of with it, and is no news of its own. */
export const asConsequence =
  (record: RecordEvent): RecordEvent =>
  (draft) =>
    record({ ...draft, facts: { ...draft.facts, consequence: 'yes' } })
