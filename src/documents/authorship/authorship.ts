import type { Database } from '../../db/database.ts'
import { firstClientId } from '../content/codec.ts'
import type { Content } from '../markup.ts'
import type { Document } from '../schema.ts'
import { type Author, authorsOf, lastWritten, type Origin, originOf } from './authors.ts'
import { clientsIn, writtenContentOf } from './clients.ts'
import { markPassages, wordsBySource } from './passages.ts'

/** Where words come from. `place` is the order in which people came to the text, and stays when others come. */
export type Source =
  | { kind: 'person'; id: string; name: string; place: number; since: Date; last: Date }
  | Origin
  | { kind: 'unknown' }

export type CreditedSource = Source & { words: number }

export interface Authorship {
  /** The draft with a mark `written` on every word, whose `by` counts through the sources. */
  content: Content
  sources: CreditedSource[]
}

/** Who wrote what of a stored state, and since when it is there: from the client ids that the guard has bound. */
export async function authorshipOf(db: Database, document: Document, state: Uint8Array): Promise<Authorship> {
  const written = writtenContentOf(state)
  const present = clientsIn(written)
  const origin = present.has(firstClientId) ? await originOf(db, document) : null
  const authors = (await authorsOf(db, document.id)).filter(({ clientId }) => !origin || clientId !== firstClientId)
  const people = peopleIn(authors, present, await lastWritten(db, document))
  const sources: Source[] = [...people, ...(origin ? [origin] : []), { kind: 'unknown' }]
  const content = markPassages(written, sourceIn(sources, authors))
  const words = wordsBySource(content)
  return { content, sources: sources.map((source, index) => ({ ...source, words: words.get(index) ?? 0 })) }
}

function peopleIn(authors: Author[], present: Set<number>, last: Map<string, Date>): Source[] {
  const ids = [...new Set(authors.map(({ id }) => id))]
  return ids.map((id, place): Source => {
    const tabs = authors.filter((author) => author.id === id)
    const here = tabs.filter(({ clientId }) => present.has(clientId))
    const [first] = here.length > 0 ? here : tabs
    const { name, since } = first as Author
    const begun = here.at(-1)?.since ?? since
    const seen = last.get(id) ?? begun
    return { kind: 'person', id, name, place, since, last: seen > begun ? seen : begun }
  })
}

function sourceIn(sources: Source[], authors: Author[]) {
  const places = new Map(sources.flatMap((source, index) => (source.kind === 'person' ? [[source.id, index]] : [])))
  const byClient = new Map(authors.map(({ clientId, id }) => [clientId, places.get(id)]))
  const origin = sources.findIndex(({ kind }) => kind !== 'person' && kind !== 'unknown')
  if (origin >= 0) byClient.set(firstClientId, origin)
  const unknown = sources.length - 1
  return (client: number | undefined) => (client === undefined ? unknown : (byClient.get(client) ?? unknown))
}
