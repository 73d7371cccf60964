import type { Editor } from '@tiptap/core'
import { Beside } from './editor-comment-beside.ts'
import { closePanel, panelHere, showPanel } from './editor-comment-panel.ts'
import { standAboveKeyboard } from './editor-keyboard.ts'

/** On some keyboards these keys together type a letter. */
const typesLetter = (event: KeyboardEvent) => event.getModifierState('AltGraph')

function heardKey(event: KeyboardEvent, beside: Beside): boolean {
  if (event.key === 'Escape') return closePanel()
  if (!event.altKey || !(event.ctrlKey || event.metaKey) || typesLetter(event)) return false
  if (event.code === 'KeyM') beside.begin()
  else if (event.key === 'ArrowDown') beside.step(1)
  else if (event.key === 'ArrowUp') beside.step(-1)
  else return false
  return true
}

const within = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null

function attended({ target }: Event, beside: Beside): void {
  const card = within(target, '.comments-beside [data-thread]')
  if (card) beside.show(card.dataset.thread ?? '')
}

/** Whoever folds the form away is about to comment on nothing any more. */
function unfolded({ target }: Event, beside: Beside): void {
  if (target instanceof HTMLDetailsElement && target.id === 'fold-remark-new' && !target.open) beside.clearChosen()
  beside.arrange()
}

function clicked({ target }: Event, beside: Beside): boolean {
  const card = within(target, '.comments-beside [data-thread]')
  const step = within(target, '[data-comment-step]')
  const summary = within(target, '.comments-beside #fold-remark-new > summary')
  const isOpening = summary && !summary.parentElement?.hasAttribute('open')
  if (isOpening || within(target, '[data-comment]')) beside.begin()
  else if (step) beside.step(Number(step.dataset.commentStep))
  else if (within(target, '[data-comments-toggle]')) closePanel() || showPanel(true)
  else if (card && within(target, 'a[href^="#passage-"]')) beside.enter(card.dataset.thread ?? '')
  else return false
  return true
}

/** As long as this editor lives. */
export function wireComments(editor: Editor): void {
  const beside = new Beside(editor)
  const ended = new AbortController()
  const { signal } = ended
  document.addEventListener('htmx:after:swap', () => beside.look(), { signal })
  document.addEventListener('keydown', (event) => heardKey(event, beside) && event.preventDefault(), { signal })
  document.addEventListener('click', (event) => clicked(event, beside) && event.preventDefault(), { signal })
  // A press must not take the selection out of the text before it is used.
  const hold = (event: Event) => within(event.target, '[data-comment]') && event.preventDefault()
  document.addEventListener('mousedown', hold, { signal })
  document.addEventListener('focusin', (event) => attended(event, beside), { signal })
  document.addEventListener('remark-sent', () => beside.clearChosen(), { signal })
  window.addEventListener('resize', () => beside.arrange(), { signal })
  // An open fold pushes the cards below it.
  document.addEventListener('toggle', (event) => unfolded(event, beside), { signal, capture: true })
  const panel = panelHere()
  const sink = panel && standAboveKeyboard(panel)
  editor.on('destroy', () => {
    ended.abort()
    sink?.()
  })
  beside.look()
}
