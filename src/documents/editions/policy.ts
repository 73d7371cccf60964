import type { Actor } from '../../groups/actor.ts'
import { isMember } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument } from '../policy.ts'

type Text = Pick<Paper, 'stage' | 'isTemplate'>

/** Which editions there are concerns those who write: a guest reads what stands in the rows. */
export const maySeeEditions = (actor: Actor) => isMember(actor)

export const mayLoadEdition = (actor: Actor, document: Text) => mayEditDocument(actor, document)

/** It changes rows, as writing does. */
export const mayTakeOver = (actor: Actor, document: Text) => mayEditDocument(actor, document)

/** What a comparison counts on stays. */
export const mayDiscard = (actor: Actor, document: Text, { isUsed }: { isUsed: boolean }) =>
  mayEditDocument(actor, document) && !isUsed
