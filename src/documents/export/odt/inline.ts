import type { Content } from '../../markup.ts'
import { changeOf, childrenOf, hrefOf, markOf } from '../reading.ts'
import type { Writing } from './writing.ts'
import { escaped, spaced } from './xml.ts'

function dressed(node: Content, xml: string): string {
  const look = `${markOf(node, 'bold') ? 'B' : ''}${markOf(node, 'italic') ? 'I' : ''}`
  return look ? `<text:span text:style-name="${look}">${xml}</text:span>` : xml
}

function linked(node: Content, xml: string, writing: Writing): string {
  const href = hrefOf(node, writing.outgoing)
  return href ? `<text:a xlink:type="simple" xlink:href="${escaped(href)}">${xml}</text:a>` : xml
}

function note(node: Content, writing: Writing): string {
  writing.notes += 1
  const words = inlineOf(childrenOf(node), writing)
  return `<text:note text:id="ftn${writing.notes}" text:note-class="footnote"><text:note-citation>${writing.notes}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${words}</text:p></text:note-body></text:note>`
}

function piece(node: Content, writing: Writing): string {
  if (node.type === 'hardBreak') return '<text:line-break/>'
  if (node.type === 'footnote') return note(node, writing)
  const words = dressed(node, spaced(node.text ?? ''))
  return changeOf(node)?.kind === 'deleted' ? words : linked(node, words, writing)
}

export const inlineOf = (nodes: Content[], writing: Writing): string =>
  nodes.map((node) => writing.remarked(node, writing.changed(node, piece(node, writing)))).join('')
