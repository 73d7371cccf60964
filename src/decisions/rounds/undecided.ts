import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { finalOutcomes } from '../outcomes.ts'
import type { Count, Round } from './schema.ts'

/** What follows where a round has decided nothing, in the transaction that counts it. Higher features bring theirs. */
export type Undecided = (tx: Database, record: RecordEvent, round: Round, count: Count) => Promise<void>

export const nothingFollows: Undecided = async () => {}

export const isUndecided = ({ outcome }: Pick<Count, 'outcome'>) => !finalOutcomes.some((final) => final === outcome)
