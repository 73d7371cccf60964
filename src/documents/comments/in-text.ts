import { and, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { schema } from '../content/codec.ts'
import type { Content } from '../markup.ts'
import { findPassage, layOut } from './anchors.ts'
import { spokenOf } from './calling.ts'
import { editorLineOf } from './editor-line.ts'
import { documentThreads } from './schema.ts'
import { withinGroup } from './table.ts'
import { threadsWhere } from './threads.ts'

export interface ThreadInText {
  id: string
  /** Positions of ProseMirror in the content; null where it is about the whole text or its passage is gone. */
  place: { from: number; to: number } | null
  quote: string
  remarks: { author: string; at: Date; words: string }[]
}

/** Open conversations with their places in a stored state, for files that others open. What was deleted is not in them. */
export async function threadsInText(
  db: Database,
  documentId: string,
  state: Uint8Array,
): Promise<{ content: Content; threads: ThreadInText[] }> {
  const laid = layOut(state)
  const line = editorLineOf(schema.nodeFromJSON(laid.content))
  const open = await threadsWhere(db, and(withinGroup(documentId), isNull(documentThreads.resolvedAt)))
  const threads = open.map(({ thread, remarks }) => {
    const quote = { words: thread.quote, before: thread.wordsBefore, after: thread.wordsAfter }
    const found = thread.on === 'passage' ? findPassage(laid, { anchor: thread.anchor, quote }) : null
    const [from, to] = found ? [line.positionOf(found.from, false), line.positionOf(found.to, true)] : [null, null]
    return {
      id: thread.id,
      place: from === null || to === null ? null : { from, to },
      quote: thread.quote,
      remarks: remarks
        .filter(({ remark }) => remark.deletedAt === null)
        .map(({ author, remark, pieces }) => ({ author: author.name, at: remark.createdAt, words: spokenOf(pieces) })),
    }
  })
  return { content: laid.content, threads: threads.filter(({ remarks }) => remarks.length > 0) }
}
