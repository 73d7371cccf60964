import type { Desk } from './editor-desk.ts'
import { type Heading, headingAbove, headingsIn } from './editor-headings.ts'

const calm = 300
const wide = matchMedia('(width >= 76rem)')

const outlineIn = (page: HTMLElement) => page.querySelector('.headings') as HTMLElement
const linesIn = (outline: HTMLElement) => [...outline.querySelectorAll<HTMLButtonElement>('li button')]

function lineFor({ words, level }: Heading): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.textContent = words
  const item = document.createElement('li')
  item.dataset.level = String(level)
  item.append(button)
  return item
}

/** What is drawn is only drawn anew when a heading is another one. */
function draw({ page, editor }: Desk, headings: Heading[]): void {
  const outline = outlineIn(page)
  const key = headings.map(({ level, words }) => `${level}${words}`).join('\n')
  outline.hidden = false
  page.toggleAttribute('data-outline', headings.length > 0 && !editor.view.dom.querySelector('.comparison-row'))
  if (outline.dataset.key === key) return
  outline.dataset.key = key
  const has = linesIn(outline).indexOf(document.activeElement as HTMLButtonElement)
  outline.querySelector('ol')?.replaceChildren(...headings.map(lineFor))
  if (has >= 0) linesIn(outline)[Math.min(has, headings.length - 1)]?.focus()
  const none = outline.querySelector('p')
  if (none) none.hidden = headings.length > 0
}

/** Only the list moves, never the page in which somebody reads. */
function keepInSight(outline: HTMLElement, { offsetTop, offsetHeight }: HTMLElement): void {
  const { scrollTop, clientHeight } = outline
  if (offsetTop < scrollTop) outline.scrollTop = offsetTop
  else if (offsetTop + offsetHeight > scrollTop + clientHeight)
    outline.scrollTop = offsetTop + offsetHeight - clientHeight
}

function mark(outline: HTMLElement, current: number): void {
  const lines = linesIn(outline)
  const [stop, marked] = [lines[Math.max(0, current)], lines[current]]
  const isMarked = marked ? marked.hasAttribute('aria-current') : !outline.querySelector('[aria-current]')
  if (isMarked && (!stop || stop.tabIndex === 0)) return
  for (const line of lines) {
    line.removeAttribute('aria-current')
    line.tabIndex = line === stop ? 0 : -1
  }
  marked?.setAttribute('aria-current', 'location')
  if (marked && !outline.contains(document.activeElement)) keepInSight(outline, marked)
}

/** The place of the text that is on top of what can be seen. */
function topOf({ page, editor: { view } }: Desk): number {
  const top = (page.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0) + 40
  const { left } = view.dom.getBoundingClientRect()
  return view.posAtCoords({ left: left + 40, top })?.pos ?? 0
}

function jump({ editor }: Desk, at: number): void {
  editor.commands.focus(at + 1, { scrollIntoView: false })
  const heading = editor.view.nodeDOM(at)
  if (heading instanceof Element) heading.scrollIntoView({ block: 'start' })
}

function close({ page, editor }: Desk): void {
  outlineIn(page).removeAttribute('data-open')
  page.querySelector('.tools [data-desk=outline]')?.setAttribute('aria-expanded', 'false')
  editor.commands.focus(undefined, { scrollIntoView: false })
}

function roam(outline: HTMLElement, key: string): HTMLElement | undefined {
  const lines = linesIn(outline)
  const at = lines.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[key]
  return to === undefined || lines.length === 0 ? undefined : lines.at(to % lines.length)
}

function wireKeys(desk: Desk, go: (line: number) => void): void {
  const outline = outlineIn(desk.page)
  outline.addEventListener('click', ({ target }) => {
    const line = target instanceof Element ? target.closest('li button') : null
    if (line) go(linesIn(outline).indexOf(line as HTMLButtonElement))
  })
  outline.addEventListener('keydown', (event) => {
    const line = roam(outline, event.key)
    if (event.key === 'Escape') close(desk)
    if (!line) return
    event.preventDefault()
    line.focus()
  })
}

/** Follows the headings of the text, and where in it somebody is: by the cursor, or by what is on the screen. */
export function wireOutline(desk: Desk): void {
  const { page, editor } = desk
  const ended = new AbortController()
  let headings: Heading[] = []
  let [waiting, frame] = [0, 0]
  const follow = (place: number) => mark(outlineIn(page), headingAbove(headings, place))
  const look = () => {
    if (editor.isDestroyed) return
    headings = headingsIn(editor.state.doc)
    draw(desk, headings)
    follow(editor.state.selection.head)
  }
  const onScroll = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => headings.length > 0 && follow(topOf(desk)))
  }
  editor.on('update', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(look, calm)
  })
  editor.on('selectionUpdate', () => follow(editor.state.selection.head))
  window.addEventListener('scroll', onScroll, { signal: ended.signal, passive: true })
  editor.on('destroy', () => {
    ended.abort()
    clearTimeout(waiting)
    cancelAnimationFrame(frame)
  })
  wireKeys(desk, (line) => {
    const heading = headingsIn(editor.state.doc)[line]
    close(desk)
    if (heading) jump(desk, heading.at)
  })
  look()
}

/** Asked for again, the sheet goes; beside the text it is always there and only takes the focus. */
export function openOutline(desk: Desk): void {
  const outline = outlineIn(desk.page)
  if (!wide.matches && outline.hasAttribute('data-open')) {
    close(desk)
    return
  }
  outline.toggleAttribute('data-open', !wide.matches)
  desk.page.querySelector('.tools [data-desk=outline]')?.setAttribute('aria-expanded', String(!wide.matches))
  const first = linesIn(outline).find(({ tabIndex }) => tabIndex === 0)
  const stop = first ?? outline
  stop.focus()
}
