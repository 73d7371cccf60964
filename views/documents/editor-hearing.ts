/** No more often than that somebody who listens is interrupted. */
export const betweenNews = 10_000

/** Somebody else who has the text open. */
export interface Neighbour {
  id: string
  name: string
  /** In the very paragraph in which the listener writes. */
  isBeside: boolean
}

export interface NewsWords {
  here: string
  came: string
  left: string
  beside: string
}

const one = (words: string, name: string) => words.replace('{who}', name)

/** What is other than at the last news: who came, who left, who began to write where one writes oneself. */
export function newsBetween(before: Neighbour[] | undefined, after: Neighbour[], said: NewsWords): string[] {
  if (!before) return after.map(({ name }) => one(said.here, name))
  const was = new Map(before.map((person) => [person.id, person]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...before.filter(({ id }) => !is.has(id)).map(({ name }) => one(said.left, name)),
    ...after.filter(({ id }) => !was.has(id)).map(({ name }) => one(said.came, name)),
    ...after.filter(({ id, isBeside }) => isBeside && !was.get(id)?.isBeside).map(({ name }) => one(said.beside, name)),
  ]
}

/** A line that was gone for a moment is no news. */
const settling = 1_500

/** Collects what happens and tells it in one sentence, when enough time has passed. */
export class Hearing {
  readonly #say: (sentence: string) => void
  readonly #said: NewsWords
  #told: Neighbour[] | undefined
  #toldAt = Number.NEGATIVE_INFINITY
  #changed = { key: '', at: 0 }

  constructor(say: (sentence: string) => void, said: NewsWords) {
    this.#say = say
    this.#said = said
  }

  /** Called now and then with how it is. */
  look(now: Neighbour[], time: number, isWanted: boolean): void {
    const key = JSON.stringify(now.map(({ id, isBeside }) => [id, isBeside]))
    if (key !== this.#changed.key) this.#changed = { key, at: time }
    if (time - this.#changed.at < settling || time - this.#toldAt < betweenNews) return
    const news = newsBetween(this.#told, now, this.#said)
    this.#told = now
    if (news.length === 0 || !isWanted) return
    this.#toldAt = time
    this.#say(news.join(' '))
  }
}
