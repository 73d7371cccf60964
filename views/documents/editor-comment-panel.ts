import { hasRoom } from './editor-comment-levels.ts'

export const panelHere = () => document.querySelector<HTMLElement>('.comments-beside')

export const cardsHere = () => [...document.querySelectorAll<HTMLElement>('.comments-beside [data-thread]')]

/** Where there is no room beside the text the panel is a sheet above it. */
export function showPanel(isOpen: boolean): void {
  panelHere()?.toggleAttribute('data-open', isOpen)
  for (const toggle of document.querySelectorAll('.comments-toggle'))
    toggle.setAttribute('aria-expanded', String(isOpen))
}

/** True when there was something to close. */
export function closePanel(): boolean {
  if (!panelHere()?.hasAttribute('data-open') || hasRoom()) return false
  showPanel(false)
  document.querySelector<HTMLElement>('.comments-toggle')?.focus()
  return true
}
