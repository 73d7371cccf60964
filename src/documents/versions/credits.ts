import type { Database } from '../../db/database.ts'
import { type Author, authorsOf } from '../authorship/authors.ts'
import { type Written, writtenContentOf } from '../authorship/clients.ts'
import type { Content } from '../markup.ts'
import type { Place } from './places.ts'

/** Who wrote what was put in at a place, and since when it is there. */
export interface Credit {
  id: string
  name: string
  since: Date
}

/** Each word marked with the client id under which it was written. */
export function writtenBy(state: Uint8Array): Content {
  return marked(writtenContentOf(state))
}

const marked = ({ client, content, ...node }: Written): Content => ({
  ...node,
  ...(content && { content: content.map(marked) }),
  ...(client !== undefined && { marks: [...(node.marks ?? []), { type: 'written', attrs: { by: client } }] }),
})

export type CreditsOf = (place: Place) => Credit[]

/**
 * Each person once, with the first of their words there. Whoever wrote a passage before `since` did not move it after;
 * who did is known only where the words were written anew.
 */
export async function creditsIn(db: Database, documentId: string, since: Date | null): Promise<CreditsOf> {
  const authors = new Map((await authorsOf(db, documentId)).map((author) => [author.clientId, author]))
  return ({ by, kind }) => {
    const isPossible = (author: Author) => kind !== 'moved' || !since || author.since >= since
    const wrote = by.flatMap((client) => authors.get(client) ?? []).filter(isPossible)
    return [...new Map(wrote.toSorted(later).map((author) => [author.id, credit(author)])).values()]
  }
}

const later = (one: Author, other: Author) => other.since.getTime() - one.since.getTime()

const credit = ({ id, name, since }: Author): Credit => ({ id, name, since })
