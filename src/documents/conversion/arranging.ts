import type { Findings } from './findings.ts'
import { nestLists, numberLists } from './lists.ts'
import { wordsAround } from './milestones.ts'
import { attachNotes } from './notes.ts'
import { keepPictures } from './pictures.ts'
import { arrangeTasks } from './task-lists.ts'

const gone = 'script, style, template, head > *, noscript, iframe, object, embed, form button, a[href^="#"]:empty'

const small: Record<string, string> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' }
const raised: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}

/** CO₂ and m² stay what they are though the text knows no small figures: Unicode has them. */
function figures(document: Document, tag: string, signs: Record<string, string>) {
  for (const element of document.querySelectorAll(tag)) {
    const words = element.textContent ?? ''
    if (/^\d{1,4}$/.test(words)) element.textContent = words.replace(/\d/g, (digit) => signs[digit] ?? digit)
  }
}

const renamed = (document: Document, from: Element, tag: string) => {
  const heading = document.createElement(tag)
  heading.append(...from.childNodes)
  from.replaceWith(heading)
}

/** Brings strange HTML into the shapes that the schema reads. Answers with the title, where one is marked as such. */
export function arrange(document: Document, findings: Findings): string | undefined {
  const title = takeTitle(document)
  attachNotes(document, findings)
  for (const element of document.querySelectorAll(gone)) element.remove()
  keepPictures(document, findings)
  nestLists(document)
  numberLists(document)
  arrangeTasks(document, findings)
  figures(document, 'sub', small)
  figures(document, 'sup', raised)
  const deep = document.querySelectorAll('h4, h5, h6')
  for (const heading of deep) renamed(document, heading, 'h3')
  findings.count('headingsRaised', deep.length)
  findings.count('struckWords', document.querySelectorAll('s, strike').length)
  const deleted = document.querySelectorAll('del')
  for (const words of deleted) words.remove()
  findings.count('deletionsLeftOut', deleted.length)
  findings.count('tables', document.querySelectorAll('table').length)
  for (const line of document.querySelectorAll('hr.page-break')) line.setAttribute('data-page-break', '')
  for (const caption of document.querySelectorAll('table > caption')) moveBefore(document, caption)
  return title
}

function moveBefore(document: Document, caption: Element) {
  const words = document.createElement('p')
  words.append(...caption.childNodes)
  caption.parentElement?.before(words)
  caption.remove()
}

/** The first block that its program calls a title: there is room for it elsewhere. */
function takeTitle(document: Document): string | undefined {
  const element = document.querySelector('h1.title')
  const words = wordsAround(element?.textContent ?? '').trim()
  if (!element || !words || element.previousElementSibling) return undefined
  element.remove()
  return words
}
