import type { Actor } from '../../groups/actor.ts'
import { mayEditDocument } from '../policy.ts'

/** Who writes may choose from ideas, groups and decisions. */
export const mayFillRows = (actor: Actor) => mayEditDocument(actor)
