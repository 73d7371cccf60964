import type { Database } from '../../db/database.ts'
import type { Content } from '../markup.ts'
import type { Draft } from '../reading.ts'
import { contentChecksum } from '../versions/checksum.ts'
import type { Compared } from '../versions/compared.ts'
import { keptContent } from '../versions/contents.ts'
import { type CreditsOf, creditsIn, writtenBy } from '../versions/credits.ts'
import { type Difference, difference } from '../versions/difference.ts'
import type { Place } from '../versions/places.ts'
import { settled } from '../versions/taking-back.ts'
import { type Writer, writersSince } from '../versions/writers.ts'
import type { DocumentVisit } from './schema.ts'

/** What others changed since somebody's last visit. */
export interface News {
  since: Date
  names: string[]
  difference: Difference
  creditsOf: CreditsOf
}

/** Nothing on a first visit, and nothing when nobody else wrote. */
export async function newsFor(db: Database, visit: DocumentVisit | null, draft: Draft): Promise<News | null> {
  const { beforeChecksum, beforeAt: since, documentId, personId } = visit ?? {}
  if (!beforeChecksum || !since || !documentId) return null
  if (beforeChecksum === (await contentChecksum(draft.content))) return null
  const others = (await writersSince(db, documentId, since)).filter(({ id }) => id !== personId)
  const before = others.length > 0 ? await keptContent(db, documentId, beforeChecksum) : null
  if (!before) return null
  const creditsOf = await creditsIn(db, documentId, since)
  const found = ofOthers(difference(before, writtenOf(draft)), (place) => isOnlyBy(creditsOf(place), personId))
  if (found.changed === 0) return null
  return { since, names: namesIn(found, creditsOf, others), difference: found, creditsOf }
}

const writtenOf = ({ state }: Draft): Content => writtenBy(state)

/** Where each place is somebody's, theirs; words that only went are nobody's, and then all who wrote since may have. */
function namesIn({ places }: Difference, creditsOf: CreditsOf, others: Writer[]): string[] {
  const credits = places.map(creditsOf)
  const credited = new Set(credits.flat().map(({ id }) => id))
  const isKnown = credits.every(({ length }) => length > 0)
  return others.filter(({ id }) => !isKnown || credited.has(id)).map(({ name }) => name)
}

const isOnlyBy = (credits: { id: string }[], personId: string | undefined) =>
  credits.length > 0 && credits.every(({ id }) => id === personId)

/** What somebody wrote themselves stands in the text as if it had always been there. */
function ofOthers({ content, places }: Difference, isOwn: (place: Place) => boolean): Difference {
  const own = new Set(places.filter(isOwn).map(({ number }) => number))
  const left = places.filter(({ number }) => !own.has(number))
  const moved = left.filter(({ kind }) => kind === 'moved').length
  const shown = settled(content, own)[0] ?? ({ type: 'doc', content: [] } satisfies Compared)
  return { content: shown, places: left, changed: left.length, moved }
}
