import { type Sent, tellUnsent } from './unsent.ts'

const sameQuietly = (a: string, b: string) => new URL(a, location.href).pathname === new URL(b, location.href).pathname

const signedIn = (html: string) => /<body[^>]* data-signed-in/.test(html)

const formOf = (sent: Sent) => (sent.sourceElement instanceof HTMLFormElement ? sent.sourceElement : null)

const buttonOf = (form: HTMLFormElement, sent: Sent) =>
  sent.request.submitter ?? form.querySelector<HTMLElement>('button[type=submit]')

/** For ears: the eye sees the button and the page. */
function say(words: string | undefined) {
  const place = document.querySelector('#said')
  if (place) place.textContent = words ?? ''
}

/** The dialog or fold around a form has done its work. */
function close(form: HTMLFormElement) {
  form.closest('dialog')?.close()
  const fold = form.closest<HTMLDetailsElement>('details.fold')
  if (!fold?.open) return
  fold.open = false
  fold.querySelector('summary')?.focus()
}

/** Where the form is, from the nearest part of the page outwards: the button itself may be gone when the answer is in. */
function partsAround(form: HTMLFormElement): Element[] {
  const part = form.closest('section')
  const wider = part?.parentElement?.closest('section')
  return [part, wider].filter((one) => one instanceof Element)
}

/** Who has pressed a button that is gone by now goes on where it was, not at the top of everything. */
function keepPlace(parts: Element[]) {
  if (document.activeElement !== document.body) return
  const heading = parts.find(({ isConnected }) => isConnected)?.querySelector<HTMLElement>('h2, h3')
  const place = heading ?? document.querySelector<HTMLElement>('h1')
  if (!place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** The answer is about the page that is open: its parts are morphed, what was typed here is done with. */
function stay(form: HTMLFormElement, sent: Sent, url: string) {
  form.reset()
  form.querySelector('.errors')?.remove()
  close(form)
  sent.stayed = partsAround(form)
  say(form.dataset.sent)
  if (url !== location.href) sent.replace = 'true'
}

/** The answer is another page: it takes the place of this one and starts at its top. */
function move(sent: Sent) {
  sent.target = document.body
  sent.select = undefined
  sent.swap = 'outerSync'
  sent.push = 'true'
  sent.moved = true
}

function accept(form: HTMLFormElement, sent: Sent, event: Event) {
  const url = sent.response.raw.url
  if (sent.response.status === 422) return
  const sameDoor = signedIn(sent.text) === 'signedIn' in document.body.dataset
  if (!sameDoor && signedIn(sent.text)) location.assign(url)
  if (!sameDoor) event.preventDefault()
  else if (sameQuietly(url, location.href)) stay(form, sent, url)
  else move(sent)
  if (!sameDoor && !signedIn(sent.text)) tellUnsent(form, 'signed-out')
}

function afterRequest(event: Event) {
  const sent: Sent = (event as CustomEvent).detail.ctx
  const form = formOf(sent)
  const { status, raw } = sent.response
  if (!form) {
    if (raw.redirected && sent.request.method === 'GET') event.preventDefault()
    return
  }
  if (status < 400 || status === 422) return accept(form, sent, event)
  event.preventDefault()
  tellUnsent(form, status === 401 ? 'signed-out' : status >= 500 ? 'failed' : 'refused', sent.text)
}

function beforeRequest(event: Event) {
  const sent: Sent = (event as CustomEvent).detail.ctx
  const form = formOf(sent)
  if (!form) return
  form.querySelector('.unsent')?.remove()
  buttonOf(form, sent)?.setAttribute('aria-busy', 'true')
  say(form.dataset.sending)
}

function finallyRequest(event: Event) {
  const sent: Sent = (event as CustomEvent).detail.ctx
  const form = formOf(sent)
  for (const busy of form?.querySelectorAll('[aria-busy]') ?? []) busy.removeAttribute('aria-busy')
}

function afterSwap(event: Event) {
  const sent: Sent = (event as CustomEvent).detail.ctx
  if (sent.stayed) keepPlace(sent.stayed)
  if (!sent.moved) return
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

function lost(event: Event) {
  const { ctx } = (event as CustomEvent<{ ctx?: Sent }>).detail
  const form = ctx && formOf(ctx)
  if (form) tellUnsent(form, ctx.response ? 'failed' : 'offline')
}

/** Forms sent by script behave like forms: the address is right, nothing typed is lost, a failure is said in place. */
export function watchForms() {
  document.addEventListener('htmx:before:request', beforeRequest)
  document.addEventListener('htmx:after:request', afterRequest)
  document.addEventListener('htmx:finally:request', finallyRequest)
  document.addEventListener('htmx:after:swap', afterSwap)
  document.addEventListener('htmx:error', lost)
}
