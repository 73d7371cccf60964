import { firstName } from './editor-carets.ts'
import type { Owner } from './editor-suggest-drawing.ts'
import type { Told, Verb } from './editor-suggest-office.ts'
import type { SuggestTexts } from './editor-suggest-texts.ts'

/** What a card says. */
export interface Card extends Owner {
  mine: boolean
  when: string
  lines: string[]
  saved: boolean
  collision: boolean
  gone: boolean
  doubles: string
  may: Told['may']
  threadCount: number
  authorId: string
}

export interface Wishes {
  settle(id: string, verb: Verb): void
  acceptAll(authorId: string): void
  goTo(id: string): void
  step(by: 1 | -1): void
}

type Act = [does: string, words: string, rank: string]

function button([does, words, rank]: Act): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `btn ${rank}`.trim()
  element.dataset.does = does
  element.textContent = words
  return element
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  made.textContent = words
  return made
}

function headOf({ sign, mine, when }: Card, t: SuggestTexts): HTMLElement {
  const head = element('p', 'meta')
  const disc = element('span', 'disc', sign.letters)
  disc.dataset.who = String(sign.tint)
  disc.setAttribute('aria-hidden', 'true')
  head.append(disc, element('b', '', mine ? t.you : sign.name), document.createTextNode(when ? ` · ${when}` : ''))
  return head
}

function actsOf({ may, mine, gone, saved }: Card, t: SuggestTexts): Act[] {
  if (!saved) return mine ? [['withdrawal', t.withdraw, 'quiet']] : []
  const acts: [boolean, Act][] = [
    [may.accept && !gone, ['acceptance', t.accept, 'second']],
    [may.reject && !mine, ['rejection', t.reject, 'quiet']],
    [may.withdraw, ['withdrawal', t.withdraw, 'quiet']],
  ]
  return acts.filter(([can]) => can).map(([, act]) => act)
}

function cardOf(card: Card, address: string, t: SuggestTexts): HTMLElement {
  const item = element('li', 'suggest-card')
  item.dataset.card = card.id
  item.dataset.who = String(card.sign.tint)
  const lines = element('ul', 'plain')
  lines.append(...card.lines.map((line) => element('li', '', line)))
  const acts = element('div', 'actions')
  acts.append(...actsOf(card, t).map(button), button(['place', t.toText, 'quiet']))
  item.append(headOf(card, t), lines)
  const care = careOf(card, t)
  if (care) item.append(element('p', 'suggest-care', care))
  if (card.saved) {
    const talk = element('a', '', card.threadCount > 0 ? t.talks({ count: card.threadCount }) : t.talk)
    talk.href = `${address}#suggestion-${card.id}`
    acts.append(talk)
  }
  item.append(acts)
  return item
}

function careOf({ gone, doubles, collision }: Card, t: SuggestTexts): string {
  if (gone) return t.gone
  return doubles ? t.doubles({ words: doubles }) : collision ? t.collision : ''
}

/** People whose suggestions can be accepted together. */
function togetherOf(cards: Card[], t: SuggestTexts): HTMLElement[] {
  const byAuthor = new Map<string, Card[]>()
  for (const card of cards.filter(({ may, saved, gone }) => may.accept && saved && !gone))
    byAuthor.set(card.authorId, [...(byAuthor.get(card.authorId) ?? []), card])
  return [...byAuthor].flatMap(([author, own]) => {
    const [first] = own
    if (!first || own.length < 2) return []
    const all = button(['all', t.acceptAll({ name: firstName(first.sign.name), count: own.length }), 'second'])
    all.dataset.author = author
    return [all]
  })
}

/** The list beside the text; on a phone it is unfolded above it. */
export class Cards {
  readonly #place: HTMLElement
  readonly #address: string
  readonly #t: SuggestTexts
  #shown = ''

  constructor(place: HTMLElement, address: string, wishes: Wishes, t: SuggestTexts) {
    this.#place = place
    this.#address = address
    this.#t = t
    place.addEventListener('click', ({ target }) => heed(target, wishes))
  }

  show(cards: Card[]): void {
    const key = JSON.stringify(cards)
    if (key === this.#shown) return
    this.#shown = key
    const focused = this.#focused()
    const [summary, list, together] = ['summary span', '.suggest-cards', '.suggest-together'].map((part) =>
      this.#place.querySelector<HTMLElement>(part),
    )
    if (summary) summary.textContent = cards.length > 0 ? this.#t.count({ count: cards.length }) : this.#t.none
    list?.replaceChildren(...cards.map((card) => cardOf(card, this.#address, this.#t)))
    together?.replaceChildren(...togetherOf(cards, this.#t))
    this.#place.toggleAttribute('data-any', cards.length > 0)
    if (focused) this.#place.querySelector<HTMLElement>(focused)?.focus()
  }

  /** Shows which one the cursor is at, or was sent to. */
  point(id: string | undefined, scroll = false): void {
    for (const card of this.#place.querySelectorAll<HTMLElement>('[data-card]')) {
      card.toggleAttribute('data-here', card.dataset.card === id)
      if (card.dataset.card === id && scroll) card.scrollIntoView({ block: 'nearest' })
    }
  }

  open(id: string): void {
    const fold = this.#place.querySelector('details')
    if (fold) fold.open = true
    this.point(id, true)
    this.#place.querySelector<HTMLElement>(`[data-card="${id}"] button`)?.focus()
  }

  /** The same button, or when it is gone with its card the list itself. */
  #focused(): string | undefined {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || !this.#place.contains(at)) return undefined
    const card = at.closest<HTMLElement>('[data-card]')?.dataset.card
    return card && at.dataset.does ? `[data-card="${card}"] [data-does="${at.dataset.does}"], summary` : 'summary'
  }
}

function heed(target: EventTarget | null, wishes: Wishes): void {
  const pressed = target instanceof Element ? target.closest<HTMLElement>('button[data-does]') : null
  const id = pressed?.closest<HTMLElement>('[data-card]')?.dataset.card ?? ''
  const { does, author = '' } = pressed?.dataset ?? {}
  if (does === 'place') wishes.goTo(id)
  else if (does === 'all') wishes.acceptAll(author)
  else if (does === 'next') wishes.step(1)
  else if (does === 'previous') wishes.step(-1)
  else if (does === 'acceptance' || does === 'rejection' || does === 'withdrawal') wishes.settle(id, does)
}
