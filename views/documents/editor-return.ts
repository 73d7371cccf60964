import * as Y from 'yjs'
import { type Block, blocksOf, countWords, freshWordsOf, type Vector } from './editor-blocks.ts'
import type { Saving } from './editor-saving.ts'
import { type Collided, collisionsIn } from './editor-sentences.ts'
import type { ServerText } from './editor-server-text.ts'

/** What a return has brought together. */
export interface Merged {
  /** Own words, under which heading. */
  own: Map<string, number>
  /** Words that came meanwhile, by client. */
  others: Map<number, number>
  collided: (Collided & { clients: number[] })[]
}

interface Before {
  base: Block[]
  mine: Block[]
  vector: Vector
}

const add = <Key>(sums: Map<Key, number>, key: Key, count: number) => {
  if (count > 0) sums.set(key, (sums.get(key) ?? 0) + count)
}

function wordsByHeading(blocks: Block[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const block of blocks) add(sums, block.heading, freshWordsOf(block))
  return sums
}

function wordsByClient(blocks: Block[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { pieces } of blocks)
    for (const { client, text, fresh } of pieces) if (fresh) add(sums, client, countWords(text))
  return sums
}

/** Whose letters are new there. */
const clientsIn = (blocks: Block[], keys: string[]): number[] => [
  ...new Set(
    blocks
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ pieces }) => pieces.filter(({ fresh }) => fresh).map(({ client }) => client)),
  ),
]

/** Compares a text before and after the server has said what happened meanwhile. */
export class Return {
  readonly #doc: Y.Doc
  readonly #saving: Saving
  readonly #server: ServerText
  #before: Before | undefined

  constructor(doc: Y.Doc, saving: Saving, server: ServerText) {
    this.#doc = doc
    this.#saving = saving
    this.#server = server
  }

  begin(): void {
    const vector = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    this.#before = { base: this.#server.blocks(), mine: blocksOf(this.#doc), vector }
  }

  /** Called when the server's part is in the text and in `server`. */
  finish(): Merged | undefined {
    const before = this.#before
    this.#before = undefined
    if (!before) return
    const own = wordsByHeading(blocksOf(this.#doc, this.#saving.known))
    // Without any of the text there is nothing to compare: all of it has just come.
    if (before.vector.size === 0) return { own, others: new Map(), collided: [] }
    const merged = blocksOf(this.#doc, before.vector)
    const others = wordsByClient(merged)
    const collided = collisionsIn({ ...before, theirs: this.#server.blocks(), merged })
    return {
      own,
      others,
      collided: collided.map((one) => ({ ...one, clients: clientsIn(merged, one.keys) })),
    }
  }
}
