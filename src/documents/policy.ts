import { type Actor, has, isMember } from '../groups/actor.ts'
import type { Paper } from './model.ts'

const isOpen = (actor: Actor) => actor.group.state !== 'dissolved'

/** Who may write in a text cannot be said without knowing these. */
type Written = Pick<Paper, 'stage' | 'isTemplate'>

/** Members read everything of their group, a guest the papers that they were invited to (`DOMAIN.md 3.1`). */
export const mayReadDocument = (actor: Actor, document: Pick<Paper, 'guestIds'>) =>
  isMember(actor) || document.guestIds.includes(actor.person.id)

/** Who may read it may take it along: what can be read can be copied anyway. */
export const mayExportDocument = mayReadDocument

export const mayCreateDocument = (actor: Actor) => isMember(actor) && isOpen(actor)

/** Laid aside, or approved as it stands. */
const isFixed = ({ stage }: Pick<Paper, 'stage'>) => stage === 'archived' || stage === 'approved'

/**
 * The draft may go on whatever is being decided about a frozen version of it (`DOMAIN.md 3.5`). What was laid aside or
 * approved stays as it is.
 */
export const mayEditDocument = (actor: Actor, document: Written) =>
  isMember(actor) && isOpen(actor) && !isFixed(document) && (!document.isTemplate || maySetTemplates(actor))

/** What new texts of a group begin with is for those who look after it; for the whole alliance that is the circle. */
export const maySetTemplates = (actor: Actor) =>
  isOpen(actor) && has(actor, actor.group.kind === 'circle' ? 'coordinator' : 'lead')

/**
 * The conversation beside the text: members, and guests who were invited to take part in it (`DOMAIN.md 3.1`). What is
 * archived is talked about no more.
 */
export const mayComment = (actor: Actor, document: Pick<Paper, 'commentingIds' | 'stage'>) =>
  isOpen(actor) && !isFixed(document) && (isMember(actor) || document.commentingIds.includes(actor.person.id))

export const mayRename = mayEditDocument

/** A template is nothing that one decides on. */
export const mayFreeze = (actor: Actor, document: Written) => !document.isTemplate && mayEditDocument(actor, document)

export const mayInviteGuest = (actor: Actor) => has(actor, 'lead', 'coordinator') && isOpen(actor)

/** The answers that a view needs. */
export const documentAbilities = (actor: Actor, document: Pick<Paper, 'commentingIds'> & Written) => ({
  comment: mayComment(actor, document),
  edit: mayEditDocument(actor, document),
  rename: mayRename(actor, document),
  freeze: mayFreeze(actor, document),
  inviteGuest: mayInviteGuest(actor),
})

export type DocumentAbilities = ReturnType<typeof documentAbilities>
