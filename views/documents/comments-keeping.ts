import { keptRemarks } from './comments-kept.ts'
import {
  type Chosen,
  isRemarkForm,
  passageFields,
  rootHere,
  rootOf,
  saidOn,
  setChosen,
  whereOf,
  wordsOf,
} from './comments-root.ts'
import { keep, nameAgain } from './comments-sending.ts'

const known = new WeakSet<HTMLFormElement>()

function fill(form: HTMLFormElement, root: HTMLElement, kept: Record<string, string>): void {
  const words = wordsOf(form)
  if (!words || words.value !== words.defaultValue || kept.words === words.value) return
  words.value = kept.words ?? ''
  if (form.id === 'remark-new') {
    const chosen: Chosen = Object.fromEntries(passageFields.map((name) => [name, kept[name] ?? '']))
    setChosen(form, chosen)
  }
  nameAgain(form, kept.key ?? '')
  const fold = form.closest('details')
  if (fold) fold.open = true
  const place = form.querySelector('.remark-said')
  if (place) place.textContent = saidOn(root).waiting
}

/** What somebody had begun to say stands in its form again, on whichever page that form is. */
function restore(): void {
  const root = rootHere()
  if (!root) return
  const { person, document: text } = whereOf(root)
  for (const [id, kept] of Object.entries(keptRemarks(person, text))) {
    const form = document.getElementById(id)
    if (!isRemarkForm(form) || known.has(form)) continue
    known.add(form)
    fill(form, root, kept)
  }
}

export function watchKeeping(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof HTMLTextAreaElement ? target.form : null
    if (!isRemarkForm(form) || !rootOf(form)) return
    known.add(form)
    keep(form)
  })
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-whole-text]') : null
    const form = button?.closest('form')
    if (!isRemarkForm(form)) return
    setChosen(form, {})
    keep(form)
    wordsOf(form)?.focus()
  })
  document.addEventListener('htmx:after:swap', restore)
  restore()
}
