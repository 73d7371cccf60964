import { dropRemark, keepRemark } from './comments-kept.ts'
import { announce, fieldOf, isRemarkForm, rootOf, saidOn, setChosen, whereOf, wordsOf } from './comments-root.ts'

type Fate = 'sent' | 'turnedDown' | 'signedOut' | 'refused' | 'failed' | 'offline'

/** The same name for each try: what has arrived although its answer got lost is not said twice. */
const names = new WeakMap<HTMLFormElement, string>()
const waiting = new Set<HTMLFormElement>()

const again = 10_000
const look = 250

const fieldsOf = (form: HTMLFormElement) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))

export function keep(form: HTMLFormElement): boolean {
  const root = rootOf(form)
  if (!root) return false
  const { person, document } = whereOf(root)
  if (!wordsOf(form)?.value.trim()) {
    dropRemark(person, document, form.id)
    return false
  }
  return keepRemark(person, document, form.id, { ...fieldsOf(form), key: names.get(form) ?? '' })
}

/** What was kept goes on under the name that it had. */
export const nameAgain = (form: HTMLFormElement, key: string) => key && names.set(form, key)

/** In the editor a passage may consist of words that are on their way themselves. */
const isStored = (form: HTMLFormElement) => {
  const state = document.querySelector<HTMLElement>('kreislauf-editor .save')?.dataset.save
  return !fieldOf(form, 'anchor')?.value || state === undefined || state === 'saved'
}

async function post(form: HTMLFormElement): Promise<{ fate: Fate; said?: string; thread?: string }> {
  while (!isStored(form)) {
    if (!navigator.onLine || !form.isConnected) return { fate: 'offline' }
    await new Promise((resolve) => setTimeout(resolve, look))
  }
  const key = names.get(form) ?? crypto.randomUUID()
  names.set(form, key)
  const body = new URLSearchParams({ ...fieldsOf(form), key })
  const headers = { Accept: 'application/json' }
  const answer = await fetch(form.action, { method: 'POST', headers, body, redirect: 'manual' }).catch(() => null)
  if (!answer) return { fate: 'offline' }
  if (answer.ok) return { fate: 'sent', ...((await answer.json()) as { thread: string }) }
  if (answer.status === 422 || answer.status === 429)
    return { fate: 'turnedDown', ...((await answer.json()) as { said: string }) }
  if (answer.status === 401) return { fate: 'signedOut' }
  return { fate: answer.status >= 500 ? 'failed' : 'refused' }
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>('.remark-said')
  if (place) place.textContent = words
}

/** The fold has done its work; the conversation is fetched anew by everything that shows it. */
function finish(form: HTMLFormElement, root: HTMLElement, thread: string): void {
  const { person, document: text } = whereOf(root)
  names.delete(form)
  dropRemark(person, text, form.id)
  form.reset()
  setChosen(form, {})
  say(form, '')
  form.querySelector('.errors')?.remove()
  const fold = form.closest<HTMLDetailsElement>('details')
  if (fold) fold.open = false
  fold?.querySelector('summary')?.focus()
  announce(saidOn(root).sent)
  document.body.dispatchEvent(new Event(root.dataset.signal ?? ''))
  root.dispatchEvent(new CustomEvent('remark-sent', { bubbles: true, detail: { thread } }))
}

function sentenceFor(form: HTMLFormElement, root: HTMLElement, fate: Fate): string {
  const said = saidOn(root)
  if (fate === 'offline') return keep(form) ? said.offline : said.offlineHere
  if (fate === 'failed') return said.failed
  return fate === 'signedOut' ? said.signedOut : said.refused
}

async function send(form: HTMLFormElement): Promise<void> {
  const root = rootOf(form)
  const button = form.querySelector('button[type=submit]')
  if (!root || button?.ariaBusy === 'true') return
  keep(form)
  button?.setAttribute('aria-busy', 'true')
  const { fate, said, thread } = await post(form)
  button?.removeAttribute('aria-busy')
  waiting.delete(form)
  if (fate === 'sent') return finish(form, root, thread ?? '')
  if (fate === 'offline' || fate === 'failed') waiting.add(form)
  // What was turned down is another one when it is sent again.
  else names.delete(form)
  say(form, said ?? sentenceFor(form, root, fate))
  if (fate === 'turnedDown') wordsOf(form)?.focus()
}

/** Whoever empties or leaves the form does not want it sent any more. */
function tryAgain(): void {
  for (const form of waiting) {
    if (!form.isConnected || !wordsOf(form)?.value.trim()) waiting.delete(form)
    else void send(form)
  }
}

/** Remarks are sent where one is, and nothing that was typed is lost on the way. */
export function watchRemarks(): void {
  document.addEventListener('submit', (event) => {
    if (!isRemarkForm(event.target)) return
    event.preventDefault()
    void send(event.target)
  })
  window.addEventListener('online', tryAgain)
  setInterval(tryAgain, again)
}
