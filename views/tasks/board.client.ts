import Sortable from 'sortablejs'
import { type Lair, settle } from './board-cards.ts'
import { BoardKeys } from './board-keys.ts'

/** Cards of a board are moved by their grips, with a finger, a mouse or keys. */
class TaskBoard extends HTMLElement {
  #lanes: Sortable[] = []
  readonly #keys = new BoardKeys(this)
  #from: Lair | null = null
  #isBehind = false

  /** What others do meanwhile is shown when the card lies again: nobody's card is taken out of their hand. */
  readonly #wait = (event: Event): void => {
    const { ctx } = (event as CustomEvent<{ ctx: { sourceElement: unknown } }>).detail
    if (!(this.#from || this.#keys.holds) || ctx.sourceElement instanceof HTMLFormElement) return
    event.preventDefault()
    this.#isBehind = true
  }

  readonly #catchUp = (): void => {
    if (!this.#isBehind || this.#from || this.#keys.holds) return
    this.#isBehind = false
    document.body.dispatchEvent(new Event('tasks'))
  }

  connectedCallback(): void {
    document.addEventListener('htmx:after:request', this.#wait)
    this.addEventListener('keyup', this.#catchUp)
    this.addEventListener('keydown', this.#keys.press)
    this.addEventListener('focusout', this.#keys.leave)
    this.#lanes = [...this.querySelectorAll<HTMLElement>('[data-lane]')].map((lane) => this.#sortable(lane))
  }

  disconnectedCallback(): void {
    document.removeEventListener('htmx:after:request', this.#wait)
    this.removeEventListener('keyup', this.#catchUp)
    this.removeEventListener('keydown', this.#keys.press)
    this.removeEventListener('focusout', this.#keys.leave)
    for (const lane of this.#lanes.splice(0)) lane.destroy()
  }

  #sortable(lane: HTMLElement): Sortable {
    const isPast = lane.dataset.lane === 'done'
    return new Sortable(lane, {
      group: { name: 'board', put: true, pull: !isPast },
      sort: !isPast,
      handle: '.grip',
      draggable: '.card',
      ghostClass: 'is-aimed',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      // The same on every device; browsers' own dragging knows no fingers.
      forceFallback: true,
      fallbackTolerance: 4,
      onStart: ({ item, from }) => {
        this.#from = { lane: from, next: item.nextElementSibling }
      },
      onEnd: ({ item }) => {
        if (this.#from) settle(item, this.#from)
        this.#from = null
        this.#catchUp()
      },
    })
  }
}

if (!customElements.get('task-board')) customElements.define('task-board', TaskBoard)
