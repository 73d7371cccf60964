import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument } from '../policy.ts'

type Text = Pick<Paper, 'stage' | 'isTemplate'>

/** Who writes may choose from ideas, groups and decisions. */
export const mayFillRows = (actor: Actor, document: Text) => mayEditDocument(actor, document)
