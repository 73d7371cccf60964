import type { Awareness } from 'y-protocols/awareness'
import { initials } from '../kit/people.tsx'
import { firstName, type Present } from './editor-carets.ts'
import type { SaidInEditor } from './editor-said-texts.ts'

/** Read out at most so often; to be seen it is at once. */
const betweenWords = 60_000

interface Here extends Present {
  writes: boolean
}

/** The others, each person once, however many tabs they have open. */
export function othersIn(awareness: Awareness, me: string): Here[] {
  const people = new Map<string, Here>()
  for (const { user, cursor } of awareness.getStates().values() as Iterable<{ user?: Present; cursor?: unknown }>) {
    if (!user?.id || user.id === me) continue
    const writes = (Boolean(cursor) && user.access === 'write') || Boolean(people.get(user.id)?.writes)
    people.set(user.id, { ...user, writes })
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'de'))
}

export const sentenceFor = (others: Here[], said: SaidInEditor): string =>
  others.length === 0
    ? said.alone
    : others.map(({ name, writes }) => (writes ? said.writes : said.reads).replace('{who}', firstName(name))).join(', ')

const discOf = ({ name, tint }: Here): HTMLElement => {
  const disc = document.createElement('span')
  disc.className = 'disc'
  disc.dataset.who = String(tint)
  disc.setAttribute('aria-hidden', 'true')
  disc.textContent = initials(name)
  return disc
}

/** Shows who is here, and says it now and then to those who listen. */
export class PresenceLine {
  readonly #seen: HTMLElement
  readonly #heard: HTMLElement
  #shown = ''
  #saidAt = 0
  #later: ReturnType<typeof setTimeout> | undefined

  constructor(seen: HTMLElement, heard: HTMLElement) {
    this.#seen = seen
    this.#heard = heard
  }

  show(others: Here[], sentence: string): void {
    const key = `${others.map(({ id, tint }) => `${id}${tint}`).join()} ${sentence}`
    if (key === this.#shown) return
    this.#shown = key
    const words = document.createElement('span')
    words.textContent = sentence
    this.#seen.replaceChildren(...others.map(discOf), words)
    clearTimeout(this.#later)
    this.#later = setTimeout(() => this.#say(sentence), Math.max(1_000, this.#saidAt + betweenWords - Date.now()))
  }

  stop(): void {
    clearTimeout(this.#later)
  }

  #say(sentence: string): void {
    this.#saidAt = Date.now()
    this.#heard.textContent = sentence
  }
}
