import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument, mayReadDocument } from '../policy.ts'

/** Whoever may write in a text may put pictures in it. */
export const mayAttach = (actor: Actor, document: Pick<Paper, 'stage' | 'isTemplate'>) =>
  mayEditDocument(actor, document)

/** A picture can be seen by whoever may read one of the texts that it stands in. */
export const maySeePicture = (actor: Actor, papers: Pick<Paper, 'guestIds'>[]) =>
  papers.some((paper) => mayReadDocument(actor, paper))
