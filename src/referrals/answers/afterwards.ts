import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { type TaskEntry, tasksOf } from '../../tasks/model.ts'
import type { WholeReferral } from '../entries.ts'
import { mayNoteVoices, mayReadChanges, mayReserve } from '../policy.ts'
import { openReservation } from './reserving.ts'

/** What follows from an answer, for both sides. */
export interface Afterwards {
  /** By which the decision is carried out. */
  tasks: TaskEntry[]
  /** The last day on which this person may enter a reservation. */
  mayReserveUntil: string | null
  mayNoteVoices: boolean
  mayReadChanges: boolean
}

export async function afterwards(db: Database, actor: Actor, entry: WholeReferral): Promise<Afterwards> {
  const { answer } = entry
  return {
    tasks: answer?.decisionId ? await tasksOf(db, [answer.decisionId]) : [],
    mayReserveUntil: mayReserve(actor, entry) ? await openReservation(db, entry) : null,
    mayNoteVoices: mayNoteVoices(actor, entry),
    mayReadChanges: mayReadChanges(actor, entry) && (entry.changes !== null || entry.changedTextId !== null),
  }
}
