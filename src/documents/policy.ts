import { type Actor, has, isMember } from '../groups/actor.ts'
import type { Paper } from './model.ts'

const isOpen = (actor: Actor) => actor.group.state !== 'dissolved'

/** Members read everything of their group, a guest the papers that they were invited to (`DOMAIN.md 3.1`). */
export const mayReadDocument = (actor: Actor, document: Pick<Paper, 'guestIds'>) =>
  isMember(actor) || document.guestIds.includes(actor.person.id)

/** Who may read it may take it along: what can be read can be copied anyway. */
export const mayExportDocument = mayReadDocument

export const mayCreateDocument = (actor: Actor) => isMember(actor) && isOpen(actor)

/** The draft may go on whatever is being decided about a frozen version of it (`DOMAIN.md 3.5`). */
export const mayEditDocument = (actor: Actor) => isMember(actor) && isOpen(actor)

/**
 * The conversation beside the text: members, and guests who were invited to take part in it (`DOMAIN.md 3.1`). What is
 * archived is talked about no more.
 */
export const mayComment = (actor: Actor, document: Pick<Paper, 'commentingIds' | 'stage'>) =>
  isOpen(actor) &&
  document.stage !== 'archived' &&
  (isMember(actor) || document.commentingIds.includes(actor.person.id))

export const mayRename = mayEditDocument

export const mayFreeze = mayEditDocument

export const mayInviteGuest = (actor: Actor) => has(actor, 'lead', 'coordinator') && isOpen(actor)

/** The answers that a view needs. */
export const documentAbilities = (actor: Actor, document: Pick<Paper, 'commentingIds' | 'stage'>) => ({
  comment: mayComment(actor, document),
  edit: mayEditDocument(actor),
  rename: mayRename(actor),
  freeze: mayFreeze(actor),
  inviteGuest: mayInviteGuest(actor),
})

export type DocumentAbilities = ReturnType<typeof documentAbilities>
