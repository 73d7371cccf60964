import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { type Officer, officersOf } from '../officers.ts'
import { mayOfferReferral, secondPersons } from '../policy.ts'
import type { Fate } from './fate.ts'
import type { NoteEntry } from './notes.ts'
import { mayProposeNote, type NoteAbilities, noteAbilities } from './policy.ts'
import type { DecisionSheet } from './sheet.ts'
import { holds } from './standing.ts'

/** What this member of the group can do on the page of a decision, and who else can do what is left. */
export interface DecisionAbilities {
  refer: boolean
  note: boolean
  /** Note id → what can be done with it. */
  notes: Map<string, NoteAbilities & { seconds: Officer[] }>
}

export const outsideAbilities: DecisionAbilities = { refer: false, note: false, notes: new Map() }

export async function abilitiesOf(
  db: Database,
  actor: Actor,
  { decision, edition, notes }: DecisionSheet,
  fate: Fate | null,
): Promise<DecisionAbilities> {
  if (edition === 'public') return outsideAbilities
  const waiting = notes.filter(({ signedAt }) => signedAt === null)
  const officers = waiting.length > 0 ? await officersOf(db, actor.group.id) : []
  const about = (note: NoteEntry) => ({
    ...noteAbilities(actor, note, officers),
    seconds: secondPersons(officers, actor.group, note.firstPersonId),
  })
  return {
    refer: holds(decision) && fate === null && mayOfferReferral(actor),
    note: mayProposeNote(actor),
    notes: new Map(waiting.map((note) => [note.id, about(note)])),
  }
}
