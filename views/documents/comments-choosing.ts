import { announce, type Chosen, newForm, open, rootHere, saidOn, setChosen } from './comments-root.ts'
import { keep } from './comments-sending.ts'

/** So much of what stands around a passage tells it from others of the same words. */
const contextLength = 40
const longest = 1_000

const papers = '#paper-body .paper'
const blocks = 'p, h2, h3, h4, td, th, dd'
/** Stands between the words and is none of them. */
const signs = '.comment-sign, .by-sign'

const thing = '\uFFFC'

const paperAround = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest(papers)

/** As the server lays words on a line: a note or a picture is one thing. */
function lettersIn(fragment: DocumentFragment): string {
  for (const sign of fragment.querySelectorAll(signs)) sign.remove()
  for (const other of fragment.querySelectorAll('sup.note, img')) other.replaceWith(thing)
  for (const end of fragment.querySelectorAll('br')) end.replaceWith('\n')
  return fragment.textContent ?? ''
}

const between = (set: (range: Range) => void): string => {
  const range = document.createRange()
  set(range)
  return lettersIn(range.cloneContents())
}

/** The innermost blocks only: a cell may hold paragraphs. */
const blocksIn = (range: Range, paper: Element) =>
  [...paper.querySelectorAll(blocks)].filter((block) => range.intersectsNode(block) && !block.querySelector(blocks))

function wordsIn(range: Range, block: Element): string {
  return between((part) => {
    part.selectNodeContents(block)
    if (block.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset)
    if (block.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset)
  })
}

const trimmed = (words: string) => words.replace(/^[\s\uFFFC]+|[\s\uFFFC]+$/g, '')

/** The passage by its words, and by what stands around them. */
function chosenIn(range: Range, paper: Element): Chosen | null {
  const inside = blocksIn(range, paper).filter((block) => wordsIn(range, block).trim() !== '')
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return null
  const raw = inside.map((block) => wordsIn(range, block)).join('\n')
  const quote = trimmed(raw)
  const start = between((part) => {
    part.selectNodeContents(first)
    if (first.contains(range.startContainer)) part.setEnd(range.startContainer, range.startOffset)
    else part.collapse(true)
  })
  const end = between((part) => {
    part.selectNodeContents(last)
    if (last.contains(range.endContainer)) part.setStart(range.endContainer, range.endOffset)
    else part.collapse(false)
  })
  const before = (start + raw.slice(0, raw.indexOf(quote))).slice(-contextLength)
  const after = (raw.slice(raw.indexOf(quote) + quote.length) + end).slice(0, contextLength)
  return /[\p{L}\p{N}]/u.test(quote) ? { quote: quote.slice(0, longest), before, after } : null
}

function chosenNow(): { chosen: Chosen; range: Range } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const paper = paperAround(range.commonAncestorContainer)
  const chosen = paper && chosenIn(range, paper)
  return chosen ? { chosen, range } : null
}

/** Without a passage it is about the whole text. */
function begin(): void {
  const form = newForm()
  const root = rootHere()
  if (!form || !root) return
  const now = chosenNow()
  if (now) setChosen(form, now.chosen)
  getSelection()?.removeAllRanges()
  open(form)
  keep(form)
  form.scrollIntoView({ block: 'center' })
  if (now) announce(saidOn(root).chosen.replace('{words}', now.chosen.quote ?? ''))
}

/** Stands beside the words as long as they are chosen. */
function buttonHere(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'btn comment-here', textContent: label, hidden: true })
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', begin)
  return button
}

function place(button: HTMLButtonElement): void {
  const now = newForm() && chosenNow()
  button.hidden = !now
  if (!now) return
  button.removeAttribute('style')
  if (getComputedStyle(button).position === 'fixed') return
  const box = now.range.getBoundingClientRect()
  const left = Math.min(
    Math.max(8, box.left + box.width / 2 - button.offsetWidth / 2),
    innerWidth - button.offsetWidth - 8,
  )
  button.style.insetInlineStart = `${left + scrollX}px`
  button.style.insetBlockStart = `${box.bottom + scrollY + 8}px`
}

const calm = 150

const labelHere = () => document.querySelector('#fold-remark-new > summary')?.textContent?.trim()

/** In the reading view: choose words, press the button that appears or the keys, write. */
export function watchChoosing(): void {
  let button: HTMLButtonElement | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    const label = labelHere()
    if (!label || !document.querySelector(papers)) return
    button ??= buttonHere(label)
    // Pages come and go without a reload.
    if (!button.isConnected) document.body.append(button)
    place(button)
  }
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, calm)
  })
}

/** The same keys as in the editor, which hears them itself. */
export function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    const isOurs = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey)
    if (!isOurs || document.querySelector('kreislauf-editor')) return
    event.preventDefault()
    begin()
  })
}
