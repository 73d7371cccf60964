import type { Connection } from './editor-connection.ts'
import type { Keeping } from './editor-keeping.ts'

const whenIdle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 1_000 }) : setTimeout(work, 50)

/** Of a long text only the first screen is laid out until it can be read; there is time for the rest once it is drawn. */
export function layRest(page: HTMLElement, { opened, ended }: Connection, { isKnown }: Keeping): void {
  if (page.dataset.opening !== '' || !(opened || ended || isKnown)) return
  page.dataset.opening = 'drawn'
  requestAnimationFrame(() => setTimeout(() => whenIdle(() => page.removeAttribute('data-opening'))))
}
