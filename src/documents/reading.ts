import type { Ports } from '../ports.ts'
import { contentOf } from './content/codec.ts'
import { writtenWordsIn } from './content/plain-text.ts'
import { currentState } from './editing/log.ts'
import type { Content } from './markup.ts'
import type { Document, Snapshot } from './schema.ts'
import { checksumOf } from './versions/checksum.ts'
import { difference } from './versions/difference.ts'

export interface Draft {
  state: Uint8Array
  content: Content
  words: number
}

/** The draft as it is stored, with what is being typed right now in it. */
export async function readDraft({ db, rooms }: Pick<Ports, 'db' | 'rooms'>, { id }: { id: string }): Promise<Draft> {
  await rooms.settle(id)
  const state = await currentState(db, id)
  const content = contentOf(state)
  return { state, content, words: writtenWordsIn(content) }
}

/** How many paragraphs of the draft are not as in its last version; null when there is none. */
export async function changedSince(
  last: Snapshot | null,
  { title }: Pick<Document, 'title'>,
  { content }: Draft,
): Promise<number | null> {
  if (!last) return null
  if (last.checksum === (await checksumOf({ title, content }))) return 0
  return difference(last.content as Content, content).changed
}
