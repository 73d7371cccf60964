import { schema } from '../content/codec.ts'
import type { Content } from '../markup.ts'
import { everyList, places, signs, withoutMilestones } from './milestones.ts'

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
