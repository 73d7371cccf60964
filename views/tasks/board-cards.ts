/** The card around something on the board. */
export const cardOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('.card')

export const laneOf = (card: Element): HTMLElement | null => card.closest<HTMLElement>('[data-lane]')

/** Where a card lay before somebody moved it. */
export interface Lair {
  lane: HTMLElement
  next: Element | null
}

export function lairOf(card: HTMLElement): Lair | null {
  const lane = laneOf(card)
  return lane && { lane, next: card.nextElementSibling }
}

/** What lay below it may be gone by now; then it comes last. */
export const putBack = (card: HTMLElement, { lane, next }: Lair): void => {
  lane.insertBefore(card, next?.parentElement === lane ? next : null)
}

const field = (form: HTMLFormElement, name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)

/** What has ended is ended as its button does it: at once, or on a page that asks what came of it. */
function finish(card: HTMLElement, from: Lair): void {
  putBack(card, from)
  card.querySelector<HTMLElement>('[data-finish] button, [data-finish] a')?.click()
}

/** The form that the card's buttons stand in takes what was done by hand. */
function send(card: HTMLElement, lane: HTMLElement): void {
  const form = card.querySelector<HTMLFormElement>('form[id^=place-]')
  const [column, below] = form ? [field(form, 'column'), field(form, 'below')] : []
  if (!form || !column || !below) return
  column.value = lane.dataset.lane ?? ''
  below.value = (card.previousElementSibling as HTMLElement | null)?.dataset.task ?? ''
  form.requestSubmit()
}

/** Sends where a card lies now, if that is another place. */
export function settle(card: HTMLElement, from: Lair): void {
  const lane = laneOf(card)
  if (!lane || (lane === from.lane && card.nextElementSibling === from.next)) return
  if (lane.dataset.lane === 'done') finish(card, from)
  else send(card, lane)
}
