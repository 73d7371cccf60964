import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument } from '../policy.ts'

type Text = Pick<Paper, 'stage' | 'isTemplate'>

/** Who writes in a text may point out what was changed on both sides. */
export const mayPointOut = (actor: Actor, document: Text) => mayEditDocument(actor, document)

/** Whoever may write may also say that a sentence is as it should be: it can be changed again at any time. */
export const maySettle = (actor: Actor, document: Text) => mayEditDocument(actor, document)
