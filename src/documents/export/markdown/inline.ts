import type { Content } from '../../markup.ts'
import type { Outgoing } from '../outgoing.ts'
import { changeOf, childrenOf, hrefOf, markOf } from '../reading.ts'

/** What Markdown would read as a sign of its own stays the sign that somebody wrote. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|#&^]/g, (sign) => `\\${sign}`)
    // Between letters a star is a star: Bürger*innen stays readable.
    .replace(/(?<=\p{L})\\\*(?=\p{L})/gu, '*')

/** At the beginning of a line also dashes, plus signs and numbers mean something. */
export const lineStart = (line: string): string =>
  line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

export interface Notes {
  outgoing: Pick<Outgoing, 'base'>
  /** Words of the notes, in the order of their signs. */
  words: string[]
}

const wrapped = (words: string, sign: string) => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  return inner === '' ? words : `${before}${sign}${inner}${sign}${after}`
}

const address = (href: string) =>
  href.replace(/[()\\<>\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))

function piece(node: Content, notes: Notes): string {
  if (node.type === 'hardBreak') return '\\\n'
  if (node.type === 'footnote') {
    notes.words.push(inline(childrenOf(node), notes))
    return `[^${notes.words.length}]`
  }
  const text = escaped(node.text ?? '')
  return changeOf(node)?.kind === 'deleted' ? wrapped(text, '~~') : text
}

const looks = { bold: '**', italic: '*' } as const
type Look = keyof typeof looks

const wears = (node: Content, look: Look) => markOf(node, look) !== undefined

/** Neighbours in the same dress share it, so that no signs of two dresses meet. */
function grouped(nodes: Content[], isSame: (a: Content, b: Content) => boolean): Content[][] {
  const groups: Content[][] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (last?.[0] && isSame(last[0], node)) last.push(node)
    else groups.push([node])
  }
  return groups
}

const dressed = (nodes: Content[], notes: Notes, rest: Look[]): string => {
  const [look, ...others] = rest
  if (!look) return nodes.map((node) => piece(node, notes)).join('')
  return grouped(nodes, (a, b) => wears(a, look) === wears(b, look))
    .map((group) => {
      const words = dressed(group, notes, others)
      return group[0] && wears(group[0], look) ? wrapped(words, looks[look]) : words
    })
    .join('')
}

export const inline = (nodes: Content[], notes: Notes): string =>
  grouped(nodes, (a, b) => hrefOf(a, notes.outgoing) === hrefOf(b, notes.outgoing))
    .map((group) => {
      const words = dressed(group, notes, ['bold', 'italic'])
      const href = group[0] && hrefOf(group[0], notes.outgoing)
      return href ? `[${words}](${address(href)})` : words
    })
    .join('')
