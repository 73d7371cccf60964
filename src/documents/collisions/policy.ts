import type { Actor } from '../../groups/actor.ts'
import { mayEditDocument } from '../policy.ts'

/** Who writes in a text may point out what was changed on both sides. */
export const mayPointOut = (actor: Actor) => mayEditDocument(actor)

/** Whoever may write may also say that a sentence is as it should be: it can be changed again at any time. */
export const maySettle = (actor: Actor) => mayEditDocument(actor)
