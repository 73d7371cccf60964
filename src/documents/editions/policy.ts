import type { Actor } from '../../groups/actor.ts'
import { isMember } from '../../groups/actor.ts'
import { mayEditDocument } from '../policy.ts'

/** Which editions there are concerns those who write: a guest reads what stands in the rows. */
export const maySeeEditions = (actor: Actor) => isMember(actor)

export const mayLoadEdition = (actor: Actor) => mayEditDocument(actor)

/** It changes rows, as writing does. */
export const mayTakeOver = (actor: Actor) => mayEditDocument(actor)

/** What a comparison counts on stays. */
export const mayDiscard = (actor: Actor, { isUsed }: { isUsed: boolean }) => mayEditDocument(actor) && !isUsed
