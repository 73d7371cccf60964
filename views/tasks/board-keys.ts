import { cardOf, type Lair, lairOf, laneOf, putBack, settle } from './board-cards.ts'

/** A card that was picked up by its grip with the space bar. */
interface Held {
  card: HTMLElement
  grip: HTMLElement
  from: Lair
}

const filled = (pattern: string, facts: Record<string, string>) =>
  pattern.replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '')

function step(card: HTMLElement, by: number): void {
  const beside = by < 0 ? card.previousElementSibling : card.nextElementSibling
  if (beside) beside[by < 0 ? 'before' : 'after'](card)
}

function cross(board: HTMLElement, card: HTMLElement, by: number): void {
  const lanes = [...board.querySelectorAll<HTMLElement>('[data-lane]')]
  const lane = laneOf(card)
  const to = lane && lanes[lanes.indexOf(lane) + by]
  to?.prepend(card)
}

/** Cards are moved by keys alone, and every step is said to those who do not see it. */
export class BoardKeys {
  readonly #board: HTMLElement
  #held: Held | null = null

  constructor(board: HTMLElement) {
    this.#board = board
  }

  get holds(): boolean {
    return this.#held !== null
  }

  readonly press = (event: KeyboardEvent): void => {
    const grip = (event.target as Element).closest<HTMLElement>('.grip')
    const card = grip && cardOf(grip)
    if (!grip || !card || event.ctrlKey || event.metaKey || event.altKey) return
    if (this.#held ? this.#move(event.key) : this.#pick(event.key, card, grip)) event.preventDefault()
  }

  /** Whoever goes somewhere else has let go. */
  readonly leave = (): void => {
    const held = this.#held
    if (held) setTimeout(() => document.activeElement !== held.grip && this.#held === held && this.#cancel(held))
  }

  #pick(key: string, card: HTMLElement, grip: HTMLElement): boolean {
    const from = lairOf(card)
    if (!from || (key !== ' ' && key !== 'Enter')) return false
    this.#held = { card, grip, from }
    grip.setAttribute('aria-pressed', 'true')
    card.classList.add('is-aimed')
    this.#say(`${this.#board.dataset.grabbed} ${this.#where(card)}`)
    return true
  }

  #move(key: string): boolean {
    const held = this.#held
    if (!held) return false
    if (key === ' ' || key === 'Enter') this.#drop(held)
    else if (key === 'Escape') this.#cancel(held)
    else if (key === 'ArrowUp' || key === 'ArrowDown') step(held.card, key === 'ArrowUp' ? -1 : 1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') cross(this.#board, held.card, key === 'ArrowLeft' ? -1 : 1)
    else return false
    held.grip.focus()
    if (key.startsWith('Arrow')) this.#say(this.#where(held.card))
    return true
  }

  #drop({ card, from }: Held): void {
    this.#release()
    this.#say(this.#board.dataset.dropped)
    settle(card, from)
  }

  #cancel({ card, from }: Held): void {
    this.#release()
    putBack(card, from)
    this.#say(this.#board.dataset.cancelled)
  }

  #release(): void {
    this.#held?.grip.setAttribute('aria-pressed', 'false')
    this.#held?.card.classList.remove('is-aimed')
    this.#held = null
  }

  #where(card: HTMLElement): string {
    const lane = laneOf(card)
    const cards = [...(lane?.children ?? [])]
    const facts = { column: lane?.dataset.name ?? '', place: `${cards.indexOf(card) + 1}`, count: `${cards.length}` }
    return filled(this.#board.dataset.moved ?? '', facts)
  }

  #say(words: string | undefined): void {
    const place = this.#board.querySelector('[data-said]')
    if (place) place.textContent = words ?? ''
  }
}
