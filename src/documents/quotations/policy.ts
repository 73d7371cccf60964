import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument, mayReadDocument } from '../policy.ts'

/** What one may read one may quote. */
export const mayQuote = (actor: Actor, document: Pick<Paper, 'guestIds'>) => mayReadDocument(actor, document)

/** Taken over or left as it is: by those who write in the text where it stands. */
export const mayTendQuotations = (actor: Actor, document: Pick<Paper, 'stage' | 'isTemplate'>) =>
  mayEditDocument(actor, document)
