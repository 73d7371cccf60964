import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

/** Client id → up to which of its letters something is known. */
export type Vector = ReadonlyMap<number, number>

/** Letters that stand next to each other and were written by one client, all of them known or none. */
export interface Piece {
  text: string
  client: number
  /** Of its first letter. */
  clock: number
  /** Beyond what is known. */
  fresh: boolean
}

/** A paragraph or heading, the same one as long as it is not taken apart. */
export interface Block {
  key: string
  /** 0: a paragraph. */
  level: number
  /** The heading above it, or its own words. */
  heading: string
  text: string
  pieces: Piece[]
}

export const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0

const textblocks = ['paragraph', 'heading', 'rowPlace']

const isBlock = ({ nodeName }: Y.XmlElement) => textblocks.includes(nodeName)

function* elementsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    if (isBlock(child)) yield child
    else yield* elementsIn(child)
  }
}

function* lettersOf(text: Y.XmlText, known: Vector): Generator<Piece> {
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const { str } = item.content
    const at = Math.min(str.length, Math.max(0, (known.get(client) ?? 0) - clock))
    if (at > 0) yield { text: str.slice(0, at), client, clock, fresh: false }
    if (at < str.length) yield { text: str.slice(at), client, clock: clock + at, fresh: true }
  }
}

const mark = (text: string): Piece => ({ text, client: -1, clock: 0, fresh: false })

/** A footnote begins and ends with what is as long as in an editor, so that letters are counted alike. */
const insideOf = (element: Y.XmlElement, known: Vector): Piece[] =>
  element.nodeName === 'footnote' ? [mark(' '), ...piecesOf(element, known), mark(' ')] : [mark('\n')]

function piecesOf(element: Y.XmlElement, known: Vector): Piece[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [...lettersOf(child, known)]
    return child instanceof Y.XmlElement ? insideOf(child, known) : []
  })
}

const levelOf = (element: Y.XmlElement) =>
  element.nodeName === 'heading' ? Number(element.getAttribute('level') ?? 1) : 0

/** Every paragraph and heading in reading order, as editors count them too. */
export function blocksOf(doc: Y.Doc, known: Vector = new Map()): Block[] {
  let heading = ''
  return Array.from(elementsIn(doc.getXmlFragment(field)), (element) => {
    const pieces = piecesOf(element, known)
    const text = pieces.map((piece) => piece.text).join('')
    const level = levelOf(element)
    if (level > 0) heading = text
    const { client = 0, clock = 0 } = element._item?.id ?? {}
    return { key: `${client}:${clock}`, level, heading, text, pieces }
  })
}

/** What is fresh in a paragraph; letters that stand apart are words apart. */
export function freshTextOf({ pieces }: Pick<Block, 'pieces'>): string {
  const runs: string[] = []
  for (const [index, { text, fresh }] of pieces.entries())
    if (fresh) runs.push(`${pieces[index - 1]?.fresh ? (runs.pop() ?? '') : ''}${text}`)
  return runs.filter((run) => run.trim() !== '').join(' … ')
}

export const freshWordsOf = (block: Pick<Block, 'pieces'>): number => countWords(freshTextOf(block))

/** What waits for something that is not here yet: it has no place in the text, but it has words. */
export function pendingText({ store }: Y.Doc): string {
  if (!store.pendingStructs) return ''
  const { structs } = Y.decodeUpdateV2(store.pendingStructs.update)
  return structs
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ' '))
    .join('')
}
