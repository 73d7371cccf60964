import { attachNotes } from '#src/documents/conversion/notes.ts'
import { arrangeTasks } from '#src/documents/conversion/task-lists.ts'
import { listsFromWord } from './editor-paste-lists.ts'

const gone =
  'script, style, template, title, meta, link, noscript, iframe, object, embed, svg, canvas, video, audio, xml'

/** What was found is only counted where a file is read. */
const uncounted = { count: () => undefined }

const renamed = (element: Element, tag: string) => {
  const other = element.ownerDocument.createElement(tag)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

const unwrap = (element: Element) => element.replaceWith(...element.childNodes)

const isBold = /font-weight:\s*(bold|bolder|[6-9]00)/i
const isPlain = /font-weight:\s*(normal|[1-5]00)/i
const isItalic = /font-style:\s*(italic|oblique)/i

/** Google writes emphasis as looks, and as a bold frame that is none. */
function emphasis(document: Document) {
  for (const frame of document.querySelectorAll('b[style], strong[style]'))
    if (isPlain.test(frame.getAttribute('style') ?? '')) unwrap(frame)
  for (const span of document.querySelectorAll('span[style]')) {
    const look = span.getAttribute('style') ?? ''
    for (const [tag, meant] of [
      ['strong', isBold],
      ['em', isItalic],
    ] as const) {
      if (!meant.test(look)) continue
      const inside = document.createElement(tag)
      inside.append(...span.childNodes)
      span.append(inside)
    }
  }
}

/** The line above footnotes, and marks of paragraphs, which only Word needs. */
function marksOfWord(document: Document) {
  for (const line of document.querySelectorAll('div[style*="mso-element"] > :is(br, hr)')) line.remove()
  for (const mark of [...document.getElementsByTagName('o:p')]) mark.remove()
}

/** Headings are bold by themselves, and there are three ranks of them. */
function headings(document: Document) {
  for (const title of document.querySelectorAll('p.MsoTitle')) renamed(title, 'h1')
  for (const deep of document.querySelectorAll('h4, h5, h6')) renamed(deep, 'h3')
  for (const bold of document.querySelectorAll(':is(h1, h2, h3) :is(b, strong)')) unwrap(bold)
}

/** Only what has been uploaded to this text may be shown in it, and nothing is fetched from elsewhere. */
function pictures(document: Document, own: string) {
  for (const image of document.querySelectorAll('img'))
    if (!own || image.getAttribute('data-document') !== own) image.remove()
}

const isBlank = (element: Element) =>
  (element.textContent ?? '').trim() === '' && !element.querySelector('img, hr, br + br')

/** Room between paragraphs is a matter of looks. */
function room(document: Document) {
  for (const line of document.querySelectorAll('p, h1, h2, h3'))
    if (isBlank(line) && !line.closest('td, th, li')) line.remove()
}

const kept = new Set(
  'href start colspan rowspan id name data-type data-checked data-attachment data-document data-decorative width height alt data-footnote data-page-break data-quotation'.split(
    ' ',
  ),
)

/** Looks and scripts go with their attributes; the browser would complain of the looks. */
function attributes(document: Document) {
  for (const element of document.body.querySelectorAll('*'))
    for (const { name } of [...element.attributes])
      if (!kept.has(name) && !name.startsWith('data-row-')) element.removeAttribute(name)
}

/** Written by an editor of ours: it is as it should be, but for pictures of other texts. */
const isOurs = (document: Document) => document.querySelector('[data-pm-slice]') !== null

/**
 * What was copied in Word, LibreOffice, Google Docs or from a page, as far as a text can hold it: headings, lists,
 * tables, links, emphasis, footnotes. `own` is the text into which it is pasted.
 */
export function clean(document: Document, own: string): void {
  pictures(document, own)
  if (isOurs(document)) return
  for (const element of document.querySelectorAll(gone)) element.remove()
  marksOfWord(document)
  listsFromWord(document)
  attachNotes(document, uncounted)
  arrangeTasks(document, uncounted)
  emphasis(document)
  headings(document)
  room(document)
  attributes(document)
}

/** Which of Word's signs belong to lists is said in comments that only Word reads. */
export const withoutConditions = (html: string) => html.replaceAll(/<!\[(if|endif)[^>]*>|<!--[\s\S]*?-->/gi, '')

export function cleaned(html: string, own: string): string {
  const document = new DOMParser().parseFromString(withoutConditions(html), 'text/html')
  clean(document, own)
  return document.body.innerHTML
}
