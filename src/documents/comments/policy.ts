import { type Actor, isMember } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayComment } from '../policy.ts'
import type { Remark, Thread } from './schema.ts'

type Place = Pick<Paper, 'commentingIds' | 'stage'>
type Conversation = Pick<Thread, 'createdById' | 'resolvedAt'>

/** Whoever may comment may begin a conversation, on a passage, on the whole, on a suggestion or on a row. */
export const mayBeginThread = (actor: Actor, paper: Place) => mayComment(actor, paper)

/** What is resolved is reopened first, so that nobody answers where nobody looks. */
export const mayReply = (actor: Actor, paper: Place, thread: Conversation) =>
  mayComment(actor, paper) && thread.resolvedAt === null

/** Members look after all conversations of their texts, a guest after those that they began. */
const looksAfter = (actor: Actor, paper: Place, { createdById }: Conversation) =>
  mayComment(actor, paper) && (isMember(actor) || createdById === actor.person.id)

export const mayResolve = (actor: Actor, paper: Place, thread: Conversation) =>
  looksAfter(actor, paper, thread) && thread.resolvedAt === null

export const mayReopen = (actor: Actor, paper: Place, thread: Conversation) =>
  looksAfter(actor, paper, thread) && thread.resolvedAt !== null

/** Nobody changes the words of somebody else. */
export const mayChangeRemark = (actor: Actor, paper: Place, remark: Pick<Remark, 'authorId' | 'deletedAt'>) =>
  mayComment(actor, paper) && remark.authorId === actor.person.id && remark.deletedAt === null

export const mayDeleteRemark = mayChangeRemark
