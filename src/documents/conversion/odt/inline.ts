import { escaped } from '../findings.ts'
import { attr, childOf, childrenOf } from '../parts.ts'
import { blocksOf } from './blocks.ts'
import type { Reading } from './reading.ts'
import type { Look } from './styles.ts'

const spaces = /[ \t\r\n]+/g

const passedOver = new Set(['text:tracked-changes', 'office:forms', 'text:note-citation', 'text:ruby-text'])

/** Inside of a paragraph: HTML of its words, and blocks that hang on it and come after it. */
export interface Inline {
  html: string
  after: string[]
}

export function inlineOf(parent: Element, reading: Reading, after: string[] = []): Inline {
  let html = ''
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) html += escaped((node.textContent ?? '').replace(spaces, ' '))
    if (node.nodeType === 1) html += pieceOf(node as Element, reading, after)
  }
  return { html, after }
}

function pieceOf(element: Element, reading: Reading, after: string[]): string {
  const inner = () => inlineOf(element, reading, after).html
  switch (element.tagName) {
    case 'text:s':
    case 'text:tab':
      return ' '
    case 'text:line-break':
      return '<br>'
    case 'text:span':
      return dressed(inner(), reading.styles.look('text', attr(element, 'text:style-name')))
    case 'text:a':
      return `<a href="${escaped(attr(element, 'xlink:href') ?? '')}">${inner()}</a>`
    case 'text:note':
      return noteOf(element, reading)
    case 'office:annotation':
      return reading.annotation(element)
    case 'office:annotation-end':
      return reading.annotationEnd(element)
    case 'draw:frame':
      return frameOf(element, reading, after)
    case 'draw:custom-shape':
    case 'draw:g':
      reading.findings.count('drawings')
      return ''
    default:
      return passedOver.has(element.tagName) ? '' : inner()
  }
}

function frameOf(frame: Element, reading: Reading, after: string[]): string {
  for (const box of childrenOf(frame, 'draw:text-box')) after.push(blocksOf(box, reading))
  return reading.frame(frame)
}

/** A note has one line of words here, however many paragraphs it had. */
function noteOf(note: Element, reading: Reading): string {
  const paragraphs = childrenOf(childOf(note, 'text:note-body'), 'text:p', 'text:h')
  const words = paragraphs.map((paragraph) => inlineOf(paragraph, reading).html.replace(/<br>|<img[^>]*>/g, ' '))
  return `<span data-footnote>${words.join(' ').trim()}</span>`
}

/** In the dress of its style. */
export function dressed(html: string, { bold, italic, struck, position }: Look): string {
  let worn = html
  if (position) worn = `<${position}>${worn}</${position}>`
  if (struck) worn = `<s>${worn}</s>`
  if (italic) worn = `<em>${worn}</em>`
  return bold ? `<strong>${worn}</strong>` : worn
}
