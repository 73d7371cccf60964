import type { Editor } from '@tiptap/core'
import { tools } from './editor-tool-acts.ts'

const buttonsIn = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLButtonElement>('button')]

const reachable = (bar: HTMLElement) => buttonsIn(bar).filter((button) => button.getClientRects().length > 0)

const standsIn = (bar: HTMLElement, button: Element | null): button is HTMLButtonElement =>
  button instanceof HTMLButtonElement && bar.contains(button)

/** One stop for the tab key; inside, the arrow keys lead on, as in every toolbar. */
function roam(bar: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  const stops = reachable(bar)
  const at = stops.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key]
  return to === undefined ? undefined : stops.at(to % stops.length)
}

const makeStop = (bar: HTMLElement, stop: HTMLElement) => {
  for (const button of buttonsIn(bar)) button.tabIndex = button === stop ? 0 : -1
}

const stopIn = (bar: HTMLElement) => reachable(bar).find((button) => button.tabIndex === 0) ?? reachable(bar)[0]

export const focusTools = (bar: HTMLElement): void => stopIn(bar)?.focus()

function tell(button: HTMLElement, name: string, value: boolean): void {
  if (button.getAttribute(name) !== String(value)) button.setAttribute(name, String(value))
}

function showTool(button: HTMLButtonElement, editor: Editor): void {
  const { does = '' } = button.dataset
  const tool = tools[does]
  if (does === 'link') tell(button, 'aria-pressed', editor.isActive('link'))
  if (tool?.active) tell(button, 'aria-pressed', tool.active(editor))
  if (tool?.can) tell(button, 'aria-disabled', !tool.can(editor))
}

/** Shows what the place of the cursor is, and offers rows and columns only inside a table. */
function showTools(bar: HTMLElement, editor: Editor): void {
  const table = bar.querySelector<HTMLElement>('[data-group=table]')
  const isInTable = editor.isActive('table')
  if (table && table.hidden === isInTable) table.hidden = !isInTable
  for (const button of buttonsIn(bar)) if (isInTable || !table?.contains(button)) showTool(button, editor)
}

/** Never more often than the window is drawn: whoever types does not wait for the tools. */
export function followCursor(bar: HTMLElement, editor: Editor): void {
  let frame = 0
  const later = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => editor.isDestroyed || showTools(bar, editor))
  }
  editor.on('transaction', later)
  showTools(bar, editor)
  const stop = stopIn(bar)
  if (stop) makeStop(bar, stop)
}

/** On a phone there is room for a few; the others come on demand. */
export function showMore(bar: HTMLElement, isOpen = !bar.hasAttribute('data-more')): void {
  bar.toggleAttribute('data-more', isOpen)
  bar.querySelector('.more')?.setAttribute('aria-expanded', String(isOpen))
}

function press(bar: HTMLElement, button: HTMLButtonElement, editor: Editor, askForLink: () => void): void {
  makeStop(bar, button)
  const { does, desk } = button.dataset
  const stays = does === 'undo' || does === 'redo'
  if (desk === 'more') showMore(bar)
  else if (!stays) showMore(bar, false)
  if (does === 'link') askForLink()
  else if (button.getAttribute('aria-disabled') !== 'true') tools[does ?? '']?.run(editor)
}

function leave(bar: HTMLElement, editor: Editor): void {
  if (bar.hasAttribute('data-more')) showMore(bar, false)
  else editor.commands.focus()
}

export function wireTools(bar: HTMLElement, editor: Editor, askForLink: () => void): void {
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (standsIn(bar, button)) press(bar, button, editor, askForLink)
  })
  // A press must not take the cursor out of the text before the tool is used on it.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  bar.addEventListener('keydown', (event) => {
    const stop = roam(bar, event)
    if (event.key === 'Escape') leave(bar, editor)
    if (!stop) return
    event.preventDefault()
    makeStop(bar, stop)
    stop.focus()
  })
  followCursor(bar, editor)
}
