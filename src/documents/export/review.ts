import { conversationOf, type ShownThread } from '../comments/conversation.ts'
import type { Here } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import type { Draft } from '../reading.ts'
import { suggestionsInText } from '../suggestions/in-text.ts'
import type { Outgoing, OutgoingThread } from './outgoing.ts'
import { overlaid, type Stretch } from './overlay.ts'
import { withSuggestions } from './suggested.ts'
import type { ExportWish } from './wishes.ts'

export type Reviewed = Pick<Outgoing, 'content' | 'threads' | 'changes'>

const threadOf = ({ thread, remarks }: ShownThread): OutgoingThread => ({
  id: thread.id,
  resolved: thread.resolvedAt !== null,
  remarks: remarks
    .filter(({ remark }) => remark.deletedAt === null)
    .map(({ remark, author, spoken }) => ({ author: author.name, at: remark.createdAt.toISOString(), words: spoken })),
})

const placesOf = (threads: ShownThread[]): Stretch[] =>
  threads.flatMap(({ thread, place }) =>
    place ? [{ ...place, mark: { type: 'remarked', attrs: { threads: [thread.id] } } }] : [],
  )

/** What is still open beside the draft, for those who want it in the file: settled matters stay here. */
export async function reviewed(
  here: Here,
  paper: Paper,
  draft: Draft,
  { remarks, suggestions, otherwise }: Pick<ExportWish, 'remarks' | 'suggestions'> & { otherwise: string },
): Promise<Reviewed> {
  const { actor, ports } = here
  const all = remarks ? await conversationOf({ actor, ports }, paper, async () => draft.state) : []
  const open = all.filter(({ thread }) => thread.resolvedAt === null)
  const remarked: Content = overlaid(draft.content, placesOf(open))
  const threads = open.map(threadOf).filter((thread) => thread.remarks.length > 0)
  if (!suggestions) return { content: remarked, threads, changes: {} }
  return withSuggestions(
    { content: remarked, threads, changes: {} },
    await suggestionsInText(ports.db, paper.id),
    otherwise,
  )
}
