import { type Actor, has, isMember } from '../groups/actor.ts'
import type { Paper } from './model.ts'

const isOpen = (actor: Actor) => actor.group.state !== 'dissolved'

/** Members read everything of their group, a guest the papers that they were invited to (`DOMAIN.md 3.1`). */
export const mayReadDocument = (actor: Actor, document: Pick<Paper, 'guestIds'>) =>
  isMember(actor) || document.guestIds.includes(actor.person.id)

export const mayCreateDocument = (actor: Actor) => isMember(actor) && isOpen(actor)

/** The draft may go on whatever is being decided about a frozen version of it (`DOMAIN.md 3.5`). */
export const mayEditDocument = (actor: Actor) => isMember(actor) && isOpen(actor)

export const mayRename = mayEditDocument

export const mayFreeze = mayEditDocument

export const mayInviteGuest = (actor: Actor) => has(actor, 'lead', 'coordinator') && isOpen(actor)

/** The answers that a view needs. */
export const documentAbilities = (actor: Actor) => ({
  edit: mayEditDocument(actor),
  rename: mayRename(actor),
  freeze: mayFreeze(actor),
  inviteGuest: mayInviteGuest(actor),
})

export type DocumentAbilities = ReturnType<typeof documentAbilities>
