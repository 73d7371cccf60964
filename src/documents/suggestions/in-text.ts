import * as Y from 'yjs'
import type { Database } from '../../db/database.ts'
import { contentOf } from '../content/codec.ts'
import { currentState } from '../editing/log.ts'
import type { Content } from '../markup.ts'
import { difference } from '../versions/difference.ts'
import { openSuggestions } from './listing.ts'

/** An open suggestion in the text as it is now, with marks for what it puts in and takes out. */
export interface InText {
  id: string
  author: string
  at: Date
  content: Content
}

/** For files that leave the house with the conversation in them. What has lost its place is left out. */
export async function suggestionsInText(db: Database, documentId: string): Promise<InText[]> {
  const open = (await openSuggestions(db, documentId)).filter(({ gone }) => !gone)
  if (open.length === 0) return []
  const state = await currentState(db, documentId)
  const before = contentOf(state)
  return open.map(({ id, author, changedAt: at, update }) => {
    const content = difference(before, contentOf(Y.mergeUpdates([state, update]))).content as Content
    return { id, author, at, content }
  })
}
