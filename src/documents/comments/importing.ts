import type { Database } from '../../db/database.ts'
import { schema } from '../content/codec.ts'
import { anchorAt, type LaidOut, layOut, type Stretch } from './anchors.ts'
import { editorLineOf } from './editor-line.ts'
import { hasWords, quoteAt } from './finding.ts'
import { longestRemark } from './forms.ts'
import { documentRemarks, documentThreads } from './schema.ts'

/** A conversation that came with a file: who spoke is a name there, and nobody here. */
export interface ImportedThread {
  /** Positions of ProseMirror in the first state of the text; without them it is about the whole text. */
  from?: number
  to?: number
  resolved: boolean
  remarks: { author: string; at: Date | null; words: string }[]
}

interface Import {
  documentId: string
  groupId: string
  /** Who brought the file answers for its remarks. */
  importerId: string
  state: Uint8Array
  threads: ImportedThread[]
}

/** More than anybody reads; a file may hold any number. */
const most = 1_000
const mostInThread = 500

function stretchOf(laid: LaidOut, { from, to }: ImportedThread): Stretch | null {
  if (from === undefined || to === undefined) return null
  const line = editorLineOf(schema.nodeFromJSON(laid.content))
  const [first, last] = [line.offsetOf(from), line.offsetOf(to)]
  return first === null || last === null || last <= first ? null : { from: first, to: last }
}

function hangingOf(laid: LaidOut, thread: ImportedThread) {
  const stretch = stretchOf(laid, thread)
  const anchor = stretch && anchorAt(laid, stretch)
  if (!stretch || !anchor) return { on: 'text' as const }
  const { words, before, after } = quoteAt(laid.line.text, stretch.from, stretch.to)
  if (!hasWords(words)) return { on: 'text' as const }
  return { on: 'passage' as const, anchor, quote: words, wordsBefore: before, wordsAfter: after }
}

const dated = (at: Date | null) => (at ? ` (${at.toISOString().slice(0, 10)})` : '')

/** Says itself whose words they were, since nobody here has spoken them. */
const wordsOf = ({ author, at, words }: ImportedThread['remarks'][number]) =>
  `${author.trim() || '?'}${dated(at)}: ${words.trim()}`.slice(0, longestRemark)

/** Without words nobody has said anything. */
const withWords = (threads: ImportedThread[]): ImportedThread[] =>
  threads
    .map((thread) => ({ ...thread, remarks: thread.remarks.filter(({ words }) => words.trim() !== '') }))
    .filter(({ remarks }) => remarks.length > 0)

/** Lays the conversations of a file beside the text that was made of it; in the transaction that makes it. */
export async function importThreads(
  tx: Database,
  { documentId, groupId, importerId, state, threads }: Import,
): Promise<void> {
  const laid = layOut(state)
  for (const thread of withWords(threads).slice(0, most)) {
    const settled = thread.resolved ? { resolvedById: importerId, resolvedAt: new Date() } : {}
    const [made] = await tx
      .insert(documentThreads)
      .values({ ...hangingOf(laid, thread), documentId, groupId, createdById: importerId, ...settled })
      .returning()
    if (!made) continue
    // Their order is that of the file, also where it names no time.
    const begun = Date.now()
    await tx.insert(documentRemarks).values(
      thread.remarks.slice(0, mostInThread).map((remark, index) => ({
        threadId: made.id,
        authorId: importerId,
        words: wordsOf(remark),
        createdAt: new Date(begun + index),
      })),
    )
  }
}
