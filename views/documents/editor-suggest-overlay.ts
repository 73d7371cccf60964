import * as Y from 'yjs'
import { withoutTidying } from './editor-suggest-drafts.ts'
import { additionsOf, type Patch } from './editor-suggest-patch.ts'

/** An open suggestion, one's own or somebody else's. */
export interface Suggested {
  id: string
  clients: ReadonlySet<number>
  patch: Patch
}

const endsOf = ({ structs }: Patch): Map<number, number> =>
  new Map(structs.map(({ id, length }) => [id.client, id.clock + length]))

/** Whether nothing of it was taken back. */
function isWithin(before: Patch, after: Patch | undefined): boolean {
  const ends = after && endsOf(after)
  return [...endsOf(before)].every(([client, end]) => (ends?.get(client) ?? 0) >= end)
}

/**
 * The text with everything in it that anybody proposes to put in, and nothing of what they propose to take out taken out:
 * from it follows where each suggestion shows, without a copy of the text for each of them.
 */
export class Overlay {
  readonly #base: Y.Doc
  #doc: Y.Doc | undefined
  #put = new Map<string, Patch>()
  readonly #follow = (update: Uint8Array) => {
    if (this.#doc) Y.applyUpdate(this.#doc, update)
  }

  constructor(base: Y.Doc) {
    this.#base = base
    base.on('update', this.#follow)
  }

  /** What is not proposed any more can only be left out by beginning anew. */
  with(suggestions: Suggested[]): Y.Doc {
    const now = new Map(suggestions.map(({ id, patch }) => [id, patch]))
    const hasGrown = [...this.#put].every(
      ([id, patch]) => patch === now.get(id) || (now.has(id) && isWithin(patch, now.get(id))),
    )
    const doc = this.#doc && hasGrown ? this.#doc : this.#begin()
    for (const { id, patch } of suggestions) {
      if (this.#put.get(id) !== patch) Y.applyUpdate(doc, additionsOf(patch))
      this.#put.set(id, patch)
    }
    return doc
  }

  end(): void {
    this.#base.off('update', this.#follow)
    this.#doc?.destroy()
  }

  #begin(): Y.Doc {
    const doc = new Y.Doc({ gc: false })
    withoutTidying(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#base))
    this.#doc = doc
    this.#put = new Map()
    return doc
  }
}
