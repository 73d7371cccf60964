import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import type { Snapshot } from '../schema.ts'
import { conversationAt, isOpen, type Looking, passagesOf, type ShownThread } from './conversation.ts'
import { markPassages } from './marking.ts'
import { besideDraft, frozen } from './table.ts'

export interface CommentedVersion {
  threads: ShownThread[]
  /** The text with the passages marked. */
  content: Content
}

/** What is being talked about beside the draft and stands in this version too; its words are found as they were quoted. */
export async function commentsOnVersion(
  looking: Looking,
  paper: Paper,
  snapshot: Pick<Snapshot, 'content'>,
): Promise<CommentedVersion> {
  const laid = frozen(snapshot.content as Content)
  // The draft is not asked for: nothing hangs on its letters here.
  const table = { ...besideDraft(paper, async () => new Uint8Array()), laidOut: async () => laid }
  const open = (await conversationAt(looking, table)).filter(isOpen)
  const threads = open.filter(({ part }) => part === 'passages' || part === 'rows')
  return { threads, content: markPassages(laid.content, passagesOf(threads)) }
}
