import type { Editor } from '@tiptap/core'
import { type Range, rangeOf, wordsAt, writeAt } from './editor-places.ts'
import type { Authors } from './editor-report.ts'
import type { Merged } from './editor-return.ts'

/** More would be a list that nobody reads. */
const most = 20

export interface Placed {
  before: string
  mine: string
  theirs: string
  range: Range
  /** Under whose clients the other side was written, likeliest first. */
  clients: number[]
}

export const placed = ({ collided, others }: Merged, editor: Editor): Placed[] =>
  collided.slice(0, most).map((one) => ({
    ...one,
    range: rangeOf(editor, one),
    clients: [...one.clients, ...others.keys()],
  }))

const otherOf = ({ clients }: Placed, authors: Authors, me: string) =>
  clients.map((client) => authors.get(client)?.id).find((id) => id && id !== me) ?? ''

function tell(address: string, one: Placed, other: string): Promise<Response | null> {
  const { before, mine, theirs, range } = one
  const body = new URLSearchParams({ before, mine, theirs, other, position: JSON.stringify(range) })
  return fetch(address, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
}

/** Taken, or such that it will never be; nobody there, nobody signed in and a server in trouble mean later. */
const isDone = (answer: Response | null) =>
  answer !== null && (answer.type === 'opaqueredirect' || (answer.status < 500 && ![401, 429].includes(answer.status)))

/** Tells the server of sentences that were changed on both sides, so that everybody sees them. Answers what is left. */
export async function tellCollisions(address: string, all: Placed[], authors: Authors, me: string): Promise<Placed[]> {
  const left: Placed[] = []
  for (const one of all) if (!isDone(await tell(address, one, otherOf(one, authors, me)))) left.push(one)
  return left
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-collision]')]

const rangeIn = (card: HTMLElement) => JSON.parse(card.dataset.collision ?? '{}') as Range

/** What stands there now changes with every letter; whoever has changed it is done with it. */
export function showCollisions(editor: Editor, struck: string): void {
  for (const card of cards()) {
    const words = wordsAt(editor, rangeIn(card))
    const place = card.querySelector<HTMLElement>('[data-now]')
    if (place && place.textContent !== (words || struck)) place.textContent = words || struck
    card.dataset.first ??= words
    card.toggleAttribute('data-edited', card.dataset.first !== words)
  }
}

/** Choosing a wording is writing it; the form around the button then says that it is decided. */
export function writeChosen(editor: Editor, event: Event): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-wording]') : null
  const card = button?.closest<HTMLElement>('[data-collision]')
  if (card) writeAt(editor, rangeIn(card), button?.dataset.wording ?? '')
}
