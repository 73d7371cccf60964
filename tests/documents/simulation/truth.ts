import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

type Deleted = ReturnType<typeof Y.createDeleteSet>

/** What the database has of a text at this moment, and whether it only ever grows. */
export class Truth {
  doc = newDoc()
  readonly #fault: (what: string) => void
  /** As it was stored; a document deletes superfluous marks, and what comes into deleted parts, by itself. */
  #deleted = Y.createDeleteSet()
  #snapshot: Y.Snapshot | undefined

  constructor(fault: (what: string) => void) {
    this.#fault = fault
  }

  add(bytes: Uint8Array): void {
    Y.applyUpdate(this.doc, bytes)
    this.#deleted = Y.mergeDeleteSets([this.#deleted, ...deletedIn(bytes)])
    this.#snapshot = undefined
    const { pendingStructs, pendingDs } = this.doc.store
    if (pendingStructs || pendingDs) this.#fault('something is stored that hangs on what is not')
  }

  /** After a compaction everything must be as it was before. */
  reread(bytes: Uint8Array): void {
    const before = { deleted: this.#deleted, text: textOf(this.doc), ends: endsOf(this.doc) }
    this.doc = newDoc()
    this.#deleted = Y.createDeleteSet()
    this.add(bytes)
    const isSame = before.text === textOf(this.doc) && before.ends === endsOf(this.doc)
    if (!isSame || !covers(this.#deleted, before.deleted)) this.#fault('a compaction has changed the text')
  }

  get snapshot(): Y.Snapshot {
    const { ds, sv } = this.#snapshot ?? Y.snapshot(this.doc)
    this.#snapshot ??= Y.createSnapshot(Y.mergeDeleteSets([this.#deleted, ds]), sv)
    return this.#snapshot
  }

  has(update: Uint8Array): boolean {
    return Y.snapshotContainsUpdate(this.snapshot, update)
  }
}

const endsOf = (doc: Y.Doc): string => Y.encodeStateVector(doc).join()

const covers = (all: Deleted, some: Deleted) => Y.equalDeleteSets(all, Y.mergeDeleteSets([all, some]))

/** Whether it says so or has left nothing of it. */
function deletedIn(bytes: Uint8Array): Deleted[] {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const left = Y.createDeleteSet()
  for (const struct of structs) {
    const { id, length } = struct
    const isGone = !(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted
    if (isGone) left.clients.set(id.client, [...(left.clients.get(id.client) ?? []), { clock: id.clock, len: length }])
  }
  return [ds, left]
}

/** Its own name would only cost time. */
export const newDoc = (): Y.Doc => new Y.Doc({ guid: 'text' })

/**
 * Without marks: each document that is given what others wrote takes away marks that it thinks superfluous, and Yjs does
 * not see to it that all think the same.
 */
export const textOf = (doc: Y.Doc): string =>
  doc
    .getXmlFragment(field)
    .toString()
    .replaceAll(/<.?bold>/g, '')

/** Whether the one document knows of everything that the other does. */
export const hasAll = (one: Y.Doc, other: Y.Doc) => {
  const { sv } = Y.snapshot(one)
  return [...Y.snapshot(other).sv].every(([client, clock]) => (sv.get(client) ?? 0) >= clock)
}

/** Each letter that is there, and its place: what makes it this letter and no other. */
export function lettersIn(doc: Y.Doc): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [clientId, structs] of doc.store.clients)
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        for (const [at, letter] of struct.content.str.split('').entries())
          letters.set(`${clientId}:${struct.id.clock + at}`, letter)
  return letters
}
