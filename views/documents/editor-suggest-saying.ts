import { initials } from '../kit/people.tsx'
import type { Card } from './editor-suggest-cards.ts'
import { type Marked, placeOf } from './editor-suggest-decorations.ts'
import type { Owner } from './editor-suggest-drawing.ts'
import type { SuggestMode } from './editor-suggest-mode.ts'
import type { Told } from './editor-suggest-office.ts'
import type { Piece } from './editor-suggest-pieces.ts'
import type { Shape } from './editor-suggest-shapes.ts'
import { type SuggestTexts, wordFor } from './editor-suggest-texts.ts'
import { sentenceOf } from './suggestion-texts.ts'

const colours = 6
const longest = 80
/** Told to those who listen at most so often. */
const betweenCounts = 30_000

const short = (words: string) => (words.length > longest ? `${words.slice(0, longest)} …` : words)

const ownCard = { accept: false, reject: false, withdraw: true, comment: false }

/** What is said about suggestions: on cards, at marks, and now and then aloud. */
export class Saying {
  readonly #page: HTMLElement
  readonly #lang: 'de' | 'en'
  readonly #t: SuggestTexts
  #counted: number | undefined
  #countedAt = 0

  constructor(page: HTMLElement, lang: 'de' | 'en', t: SuggestTexts) {
    this.#page = page
    this.#lang = lang
    this.#t = t
  }

  say(words: string, isSeen = false): void {
    const place = this.#page.querySelector('.suggest-said')
    if (!place) return
    place.textContent = words
    place.classList.toggle('vh', !isSeen)
  }

  /** That others have proposed something is worth a word, but not each time. */
  count(count: number): void {
    const isNews = this.#counted !== undefined && count > this.#counted && Date.now() - this.#countedAt > betweenCounts
    if (isNews) this.say(this.#t.count({ count }))
    if (isNews || this.#counted === undefined) this.#countedAt = Date.now()
    this.#counted = count
  }

  of(told: Told[]) {
    const known = new Map(told.map((one) => [one.id, one]))
    const people = [...new Set(told.map(({ author }) => author.id))]
    const me = this.#page.dataset.me ?? ''
    const myName = this.#page.dataset.name ?? ''
    if (!people.includes(me)) people.push(me)
    const authorOf = (id: string) => known.get(id)?.author ?? { id: me, name: myName }
    const ownerOf = (id: string): Owner => {
      const { id: author, name } = authorOf(id)
      return { id, sign: { letters: initials(name), tint: (people.indexOf(author) % colours) + 1, name } }
    }
    const linesOf = (id: string, shapes: Shape[]) =>
      known.get(id)?.changes.map((change) => sentenceOf(change, this.#lang)) ?? this.#roughly(shapes)
    const labelOf = (id: string, shapes: Shape[]) =>
      `${this.#t.of({ name: authorOf(id).name })}: ${linesOf(id, shapes).join(', ')}`
    const cards = (marked: Marked[], isLeaving: (id: string) => boolean, mode: SuggestMode | undefined): Card[] =>
      marked
        .filter(({ id }) => !isLeaving(id))
        .sort((one, other) => (placeOf(one) ?? Number.MAX_SAFE_INTEGER) - (placeOf(other) ?? Number.MAX_SAFE_INTEGER))
        .map(({ id, sign, shapes }) => {
          const one = known.get(id)
          const draft = mode?.drafts.byId(id)
          const isUnsaved = Boolean(draft && mode?.saving.isUnsaved(draft))
          return {
            ...{ id, sign, authorId: authorOf(id).id, mine: one?.mine ?? true, may: one?.may ?? ownCard },
            ...{
              when: isUnsaved || !one ? this.#t.unsaved : this.#time(one.changedAt),
              saved: Boolean(one) && !isUnsaved,
            },
            lines: isUnsaved ? this.#roughly(shapes) : linesOf(id, shapes),
            ...{
              collision: one?.collision ?? false,
              gone: one?.gone ?? false,
              doubles: one?.doubles ?? '',
              threadCount: one?.threadCount ?? 0,
            },
          }
        })
    return { ownerOf, labelOf, cards }
  }

  #time(at: string): string {
    const moment = new Date(at)
    const isToday = moment.toDateString() === new Date().toDateString()
    const zone = { timeZone: 'Europe/Berlin' } as const
    return isToday
      ? moment.toLocaleTimeString(this.#lang, { hour: '2-digit', minute: '2-digit', ...zone })
      : moment.toLocaleDateString(this.#lang, { day: 'numeric', month: 'long', ...zone })
  }

  /** Until the server has read it: in fewer words. */
  #roughly(shapes: Shape[]): string[] {
    const lines = shapes.map((shape) =>
      shape.kind === 'piece'
        ? this.#piece(shape.piece)
        : shape.kind === 'turn'
          ? wordFor(this.#t.turn, shape.added[0]?.names[0])
          : this.#t[shape.kind],
    )
    return lines.length > 0 ? [...new Set(lines)] : [this.#t.changes]
  }

  #piece({ what, text, names, changes }: Piece): string {
    const words = short(text)
    if (what === 'added') return text ? this.#t.adds({ words }) : wordFor(this.#t.thing, names[0])
    if (what === 'removed') return text ? this.#t.removes({ words }) : this.#t.gone_thing
    const [[name, value] = ['', null]] = changes
    return what === 'format' ? wordFor(value === null ? this.#t.off : this.#t.on, name) : this.#t.detail
  }
}
