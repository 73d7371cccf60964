import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

export type Id = [client: number, clock: number]

/** One struct as bytes: without what the library would never write. */
export type Struct = (encoder: encoding.Encoder) => void

export interface Run {
  client: number
  clock: number
  structs: Struct[]
  /** How many it claims to have. */
  claimed?: number
}

export type Deletions = Record<number, [clock: number, length: number][]>

const writeId = (encoder: encoding.Encoder, [client, clock]: Id) => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** An update of the first encoding, written by hand. */
export const updateOf = (runs: Run[], deletions: Deletions = {}): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length)
    for (const { client, clock, structs, claimed } of runs) {
      encoding.writeVarUint(encoder, claimed ?? structs.length)
      writeId(encoder, [client, clock])
      for (const struct of structs) struct(encoder)
    }
    const clients = Object.entries(deletions)
    encoding.writeVarUint(encoder, clients.length)
    for (const [client, ranges] of clients) {
      writeId(encoder, [Number(client), ranges.length])
      for (const range of ranges) writeId(encoder, range)
    }
  })

export const collected =
  (length: number): Struct =>
  (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }

export const skipped =
  (length: number): Struct =>
  (encoder) => {
    encoding.writeUint8(encoder, 10)
    encoding.writeVarUint(encoder, length)
  }

export type Place = { after: Id; before?: Id } | { before: Id } | { within: Id | string; under?: string }

const contents = { deleted: 1, json: 2, bytes: 3, words: 4, embed: 5, mark: 6, type: 7, any: 8, document: 9 } as const

/** An item somewhere, with whatever in it. */
export const item =
  (kind: keyof typeof contents, place: Place, write: Struct): Struct =>
  (encoder) => {
    const under = 'within' in place ? place.under : undefined
    const before = 'before' in place ? place.before : undefined
    const flags = ('after' in place ? 0x80 : 0) | (before ? 0x40 : 0) | (under === undefined ? 0 : 0x20)
    encoding.writeUint8(encoder, contents[kind] | flags)
    if ('after' in place) writeId(encoder, place.after)
    if (before) writeId(encoder, before)
    if ('within' in place) writeParent(encoder, place.within)
    if (under !== undefined) encoding.writeVarString(encoder, under)
    write(encoder)
  }

function writeParent(encoder: encoding.Encoder, within: Id | string): void {
  encoding.writeVarUint(encoder, typeof within === 'string' ? 1 : 0)
  if (typeof within === 'string') encoding.writeVarString(encoder, within)
  else writeId(encoder, within)
}

export const words = (place: Place, text: string) =>
  item('words', place, (encoder) => encoding.writeVarString(encoder, text))

export const mark = (place: Place, name: string, value: unknown) =>
  item('mark', place, (encoder) => {
    encoding.writeVarString(encoder, name)
    encoding.writeVarString(encoder, JSON.stringify(value))
  })

export const element = (place: Place, name: string) =>
  item('type', place, (encoder) => {
    encoding.writeVarUint(encoder, 3)
    encoding.writeVarString(encoder, name)
  })

/** 0 array, 1 map, 2 text, 4 fragment, 6 XML text, and numbers that mean nothing. */
export const typed = (place: Place, kind: number) =>
  item('type', place, (encoder) => encoding.writeVarUint(encoder, kind))

export const anything = (place: Place, ...values: unknown[]) =>
  item('any', place, (encoder) => {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeAny(encoder, value as never)
  })

/** What a client with this id sends that knows this text and does this to it. */
export function editOf(known: Y.Doc, clientId: number, edit: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = copyOf(known, clientId)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => edit(doc.getXmlFragment(field), doc))
  return Y.encodeStateAsUpdate(doc, before)
}

export function copyOf(known: Y.Doc, clientId: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  doc.clientID = clientId
  return doc
}

export function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}
