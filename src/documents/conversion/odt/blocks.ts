import { attr, childrenOf } from '../parts.ts'
import { dressed, inlineOf } from './inline.ts'
import { listOf } from './lists.ts'
import type { Reading } from './reading.ts'
import { tableOf } from './tables.ts'

/** Tables of contents are counted again from the headings; what is struck out stands apart. */
const passedOver = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:sequence-decls',
  'office:forms',
  'text:index-title',
])

/** HTML of what stands below each other in this part of the file. */
export const blocksOf = (parent: Element, reading: Reading): string =>
  [...parent.children]
    .map((element) => blockOf(element, reading))
    .join('')
    .replaceAll('</blockquote><blockquote>', '')

export function blockOf(element: Element, reading: Reading): string {
  switch (element.tagName) {
    case 'text:p':
      return paragraphOf(element, reading)
    case 'text:h':
      return headingOf(element, reading)
    case 'text:list':
      return isOfHeadings(element) ? headingsIn(element, reading) : listOf(element, reading)
    case 'table:table':
      return tableOf(element, reading)
    case 'draw:frame':
      return (
        childrenOf(element, 'draw:text-box')
          .map((box) => blocksOf(box, reading))
          .join('') + reading.frame(element)
      )
    default:
      return passedOver.has(element.tagName) ? '' : blocksOf(element, reading)
  }
}

const lookOf = (element: Element, reading: Reading) =>
  reading.styles.look('paragraph', attr(element, 'text:style-name'))

const pageBreak = '<hr data-page-break>'

function framed(html: string, breaks: 'before' | 'after' | null) {
  if (breaks === 'before') return pageBreak + html
  return breaks === 'after' ? html + pageBreak : html
}

const quotes = /^(Quotations|Quote|Zitat|Intense_20_Quote)$/

function paragraphOf(paragraph: Element, reading: Reading): string {
  const look = lookOf(paragraph, reading)
  const { html, after } = inlineOf(paragraph, reading)
  const names = [attr(paragraph, 'text:style-name') ?? '', ...look.names]
  // A page that begins with the title is the first one.
  if (names.includes('Title')) return `<h1 class="title">${html}</h1>${after.join('')}`
  if (names.includes('Horizontal_20_Line')) return '<hr>'
  const isQuote = names.some((name) => quotes.test(name))
  const isHead = names.includes('Table_20_Heading')
  const words = `<p>${dressed(html, { ...look, italic: look.italic && !isQuote, bold: look.bold && !isHead })}</p>`
  return framed((isQuote ? `<blockquote>${words}</blockquote>` : words) + after.join(''), look.breaks)
}

function headingOf(heading: Element, reading: Reading): string {
  const level = Math.min(6, Math.max(1, Number(attr(heading, 'text:outline-level') ?? '1') || 1))
  const { html, after } = inlineOf(heading, reading)
  return framed(`<h${level}>${html}</h${level}>${after.join('')}`, lookOf(heading, reading).breaks)
}

/** Numbered headings stand in lists that hold nothing else. */
const isOfHeadings = (list: Element): boolean =>
  childrenOf(list, 'text:list-item', 'text:list-header').every((item) =>
    [...item.children].every(
      (child) => child.tagName === 'text:h' || (child.tagName === 'text:list' && isOfHeadings(child)),
    ),
  )

const headingsIn = (list: Element, reading: Reading): string =>
  childrenOf(list, 'text:list-item', 'text:list-header')
    .map((item) => blocksOf(item, reading))
    .join('')
