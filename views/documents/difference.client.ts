/** Goes from place to place by keyboard and by buttons; without script the links do. */
class PlaceSteps extends HTMLElement {
  readonly #step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isTyping = (event.target as Element | null)?.closest('input, textarea, select, [contenteditable]')
    if (!event.altKey || event.ctrlKey || event.metaKey || by === 0 || isTyping) return
    event.preventDefault()
    this.#go(by)
  }

  connectedCallback(): void {
    this.hidden = false
    document.addEventListener('keydown', this.#step)
    for (const button of this.querySelectorAll('button'))
      button.addEventListener('click', () => this.#go(Number(button.dataset.step)))
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#step)
  }

  /** From where the reader is: the place that was jumped to last, or what stands at the top of the window. */
  #go(by: number): void {
    const places = [...document.querySelectorAll<HTMLElement>('[data-place]')]
    const at = places.indexOf(document.activeElement as HTMLElement)
    const seen = places.findIndex((place) => place.getBoundingClientRect().top > 0)
    const from = at >= 0 ? at : seen < 0 ? places.length : by > 0 ? seen - 1 : seen
    const to = places[Math.min(places.length - 1, Math.max(0, from + by))]
    to?.scrollIntoView({ block: 'center' })
    to?.focus({ preventScroll: true })
  }
}

if (!customElements.get('place-steps')) customElements.define('place-steps', PlaceSteps)
