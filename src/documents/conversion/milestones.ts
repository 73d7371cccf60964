import { schema } from '../content/codec.ts'
import type { Content } from '../markup.ts'

/**
 * Signs of the private use area stand in the words of a file where something begins or ends, so that they go through
 * every conversion as the words do. In the end they are taken out, and where they stood is known.
 */
const signs = { from: '\uE010', to: '\uE011', list: '\uE012', end: '\uE013' } as const

/** Between two words: here a new page begins. */
export const pageSign = '\uE014'

const any = /[\uE010-\uE014]/g
const places = /([\uE010\uE011])([^\uE010-\uE014]{0,80})\uE013/g
const everyList = /\uE012[^\uE010-\uE014]{0,80}\uE013/g
const lists = /\uE012([^\uE010-\uE014]{0,80})\uE013/

export const milestone = (what: 'from' | 'to' | 'list', name: string) => `${signs[what]}${name}${signs.end}`

/** For what comes from outside: nobody but this conversion sets them. */
export const withoutMilestones = (text: string) => text.replace(any, '')

/** Which list of the file an item belongs to. */
export const listNamed = (words: string) => lists.exec(words)?.[1]

/** What is left for readers; a new page still shows. */
export const wordsAround = (words: string) => words.replace(places, '').replace(everyList, '')

export interface Span {
  from?: number
  to?: number
}

interface Walk {
  at: number
  spans: Map<string, Span>
}

function readText(written: string, walk: Walk): string {
  const text = written.replace(everyList, '')
  let words = ''
  let last = 0
  for (const sign of text.matchAll(places)) {
    words += withoutMilestones(text.slice(last, sign.index))
    last = sign.index + sign[0].length
    const span = walk.spans.get(sign[2] ?? '') ?? {}
    walk.spans.set(sign[2] ?? '', { ...span, [sign[1] === signs.from ? 'from' : 'to']: walk.at + words.length })
  }
  return words + withoutMilestones(text.slice(last))
}

const looks = ({ marks }: Content) => JSON.stringify(marks ?? [])

/** What stood apart only because of a sign between belongs together. */
function joined(parts: Content[]): Content[] {
  const result: Content[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.text !== undefined && last?.text !== undefined && looks(last) === looks(part)) last.text += part.text
    else result.push({ ...part })
  }
  return result
}

function readNode(node: Content, walk: Walk): Content {
  if (node.text !== undefined) {
    const text = readText(node.text, walk)
    walk.at += text.length
    return { ...node, text }
  }
  const isLeaf = schema.nodes[node.type]?.isLeaf ?? true
  walk.at += 1
  if (isLeaf) return node
  const content = (node.content ?? []).map((child) => readNode(child, walk)).filter(({ text }) => text !== '')
  walk.at += 1
  return node.content ? { ...node, content: joined(content) } : node
}

/** The text without its signs, and where each of them stood, counted as ProseMirror does. */
export function readMilestones(content: Content): { content: Content; spans: Map<string, Span> } {
  const walk: Walk = { at: -1, spans: new Map() }
  return { content: readNode(content, walk), spans: walk.spans }
}
