import Sortable from 'sortablejs'
import { type Lair, settle } from './board-cards.ts'
import { BoardKeys } from './board-keys.ts'

/** Cards of a board are moved by their grips, with a finger, a mouse or keys. */
class TaskBoard extends HTMLElement {
  #lanes: Sortable[] = []
  readonly #keys = new BoardKeys(this)
  #from: Lair | null = null

  connectedCallback(): void {
    this.addEventListener('keydown', this.#keys.press)
    this.addEventListener('focusout', this.#keys.leave)
    this.#lanes = [...this.querySelectorAll<HTMLElement>('[data-lane]')].map((lane) => this.#sortable(lane))
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#keys.press)
    this.removeEventListener('focusout', this.#keys.leave)
    for (const lane of this.#lanes) lane.destroy()
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
      },
    })
  }
}

if (!customElements.get('task-board')) customElements.define('task-board', TaskBoard)
