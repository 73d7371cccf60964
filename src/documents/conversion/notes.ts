import type { Counting } from './findings.ts'

/** A reference in the text, as mammoth, Pandoc, Markdown readers and our own pages write it. */
const references = 'a[href^="#"]'

const noteIds = /^(footnote-|endnote-|fn|user-content-fn-|note-|_?ftn|_?edn|sdfootnote|sdendnote)/i
const backwards = /ref|anc$/i

/** Notes that stand together at the end of a file go to the place in the text that they belong to. */
export function attachNotes(document: Document, findings: Counting) {
  const used = new Set<Element>()
  for (const reference of document.querySelectorAll(references)) {
    const id = decodeURIComponent(reference.getAttribute('href')?.slice(1) ?? '')
    const note = noteIds.test(id) && !backwards.test(id) ? noteOf(document, id) : null
    if (!note || note.contains(reference)) continue
    const place = reference.parentElement?.localName === 'sup' ? reference.parentElement : reference
    place.replaceWith(footnote(document, note))
    used.add(note)
  }
  for (const note of used) removeWithEmptyFrame(note)
  findings.count('footnotes', document.querySelectorAll('[data-footnote]').length)
}

/** Word processors name the sign at the beginning of a note instead of the note. */
const noteOf = (document: Document, id: string): Element | null =>
  document.getElementById(id) ??
  [...document.querySelectorAll('a[name]')]
    .find((anchor) => anchor.getAttribute('name') === id)
    ?.closest('div, li, p') ??
  null

const blocks = 'p, li, div'

function footnote(document: Document, note: Element): Element {
  const copy = note.cloneNode(true) as Element
  for (const back of copy.querySelectorAll('a[href^="#"]')) back.remove()
  const inside = document.createElement('span')
  inside.setAttribute('data-footnote', '')
  for (const block of copy.querySelectorAll(blocks)) block.before(document.createTextNode(' '))
  for (const block of [...copy.querySelectorAll(blocks)].reverse()) block.replaceWith(...block.childNodes)
  inside.append(...copy.childNodes)
  return trimmed(inside)
}

/** Blanks at the ends come from how it was written down. */
function trimmed(element: Element): Element {
  const ends = [...element.childNodes]
  const [first, last] = [ends[0], ends.at(-1)]
  if (first?.nodeType === 3) first.textContent = first.textContent?.trimStart() ?? ''
  if (last?.nodeType === 3) last.textContent = last.textContent?.trimEnd() ?? ''
  return element
}

function removeWithEmptyFrame(note: Element) {
  const frame = note.parentElement
  note.remove()
  if (!frame || !/^(ol|ul|section|aside)$/.test(frame.localName)) return
  if (frame.querySelector('li, p:not(:empty)') || (frame.localName !== 'section' && frame.textContent?.trim())) return
  removeWithEmptyFrame(frame)
}
