import * as Y from 'yjs'
import { withoutTidying } from './editor-suggest-drafts.ts'
import { additionsOf, type Patch } from './editor-suggest-patch.ts'

/** An open suggestion, one's own or somebody else's. */
export interface Suggested {
  id: string
  clients: ReadonlySet<number>
  patch: Patch
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
    const ids = new Set(suggestions.map(({ id }) => id))
    const doc = this.#doc && [...this.#put.keys()].every((id) => ids.has(id)) ? this.#doc : this.#begin()
    for (const { id, patch } of suggestions) {
      if (this.#put.get(id) !== patch) Y.applyUpdate(doc, additionsOf(patch))
      this.#put.set(id, patch)
    }
    return doc
  }

  /** Something was taken back out of a suggestion that goes on. */
  forget(): void {
    this.#doc = undefined
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
