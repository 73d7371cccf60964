import * as Y from 'yjs'
import { pause } from '../numbers.ts'
import { type Place, takeSeat } from './seat.ts'
import { letterAt } from './writer.ts'

/** How many letters of a writer somebody else has seen. */
export interface Seen {
  room: string
  clientId: number
  letters: number
}

export interface Loss {
  seen: number
  lost: number
  /** Paragraphs that are there but do not read as they were typed. */
  damaged: number
}

/** Some servers answer first and read what they have kept afterwards. */
const patience = 700

async function read(place: Place): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const seat = takeSeat(place, { update: (bytes) => Y.applyUpdate(doc, bytes) })
  Y.applyUpdate(doc, await seat.synced)
  await pause(patience)
  seat.leave()
  return doc
}

const isAsTyped = (words: string) => [...words].every((letter, key) => letter === letterAt(key))

/** Each writer has one paragraph. */
const paragraphsOf = (doc: Y.Doc) =>
  doc
    .getXmlFragment('body')
    .toArray()
    .flatMap((paragraph) =>
      paragraph instanceof Y.XmlElement ? [[paragraph._item?.id.client, wordsIn(paragraph)] as const] : [],
    )

const wordsIn = (paragraph: Y.XmlElement) =>
  paragraph
    .toArray()
    .filter((child) => child instanceof Y.XmlText)
    .join('')

/** Somebody new opens each text, and compares it with what others had seen in it before. */
export async function compare({ places, seen }: { places: Place[]; seen: Seen[] }): Promise<Loss> {
  const loss: Loss = { seen: 0, lost: 0, damaged: 0 }
  const docs = await Promise.all(places.map(async (place) => [place.name, await read(place)] as const))
  for (const [name, doc] of docs) {
    const paragraphs = new Map(paragraphsOf(doc))
    for (const { clientId, letters } of seen.filter(({ room }) => room === name)) {
      const kept = paragraphs.get(clientId) ?? ''
      loss.seen += letters
      loss.lost += Math.max(0, letters - kept.length)
      if (!isAsTyped(kept)) loss.damaged++
    }
  }
  return loss
}
