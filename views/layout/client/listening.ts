import htmx from 'htmx.org'
import type { Sent } from './unsent.ts'

const together = 40
const patience = 10_000
const running = new Map<string, Promise<Response>>()

/** Several parts of a page that hear the same signal ask for the page once. */
function fetchOnce(url: string, request: RequestInit): Promise<Response> {
  const { headers, credentials, mode } = request
  const answer = running.get(url) ?? fetch(url, { headers, credentials, mode, signal: AbortSignal.timeout(60_000) })
  if (!running.has(url)) setTimeout(() => running.delete(url), together)
  running.set(url, answer)
  return answer.then((response) => {
    const copy = response.clone()
    Object.defineProperties(copy, { url: { value: response.url }, redirected: { value: response.redirected } })
    return copy
  })
}

function share(event: Event) {
  const sent: Sent = (event as CustomEvent).detail.ctx
  if (sent.sourceElement.matches('.live')) sent.fetch = fetchOnce as typeof fetch
}

/** A stream that did not even begin is asked for again; one that broke off comes back by itself. */
function tryAgain(event: Event) {
  const stream = event.target
  if (!(stream instanceof HTMLElement) || stream.id !== 'stream') return
  setTimeout(() => {
    if (!stream.isConnected) return
    const fresh = stream.cloneNode() as HTMLElement
    fresh.removeAttribute('data-htmx-powered')
    stream.replaceWith(fresh)
    htmx.process(fresh)
  }, patience)
}

export function watchStream() {
  // The page may have been left while its stream was still being asked for; nobody would ever end that stream.
  htmx.registerExtension('only-for-this-page', {
    htmx_sse_before_connection: (element: Element) => element.isConnected,
  })
  document.addEventListener('htmx:config:request', share)
  document.addEventListener('htmx:error', tryAgain)
}
