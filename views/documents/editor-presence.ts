import type { Editor } from '@tiptap/core'
import type { Awareness } from 'y-protocols/awareness'
import { initials } from '../kit/people.tsx'
import { firstName, type Present } from './editor-carets.ts'
import { Hearing, type Neighbour, type NewsWords } from './editor-hearing.ts'
import type { SaidInEditor } from './editor-said-texts.ts'
import { writingSettings } from './editor-settings.ts'

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

/** Who has the caret in the same paragraph as oneself, by the colours that carets are drawn in. */
function besideMe({ view, state, isFocused }: Editor): Set<string> {
  if (!isFocused) return new Set()
  const { node } = view.domAtPos(state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  const carets = element?.closest('p, h1, h2, h3')?.querySelectorAll<HTMLElement>('.caret') ?? []
  return new Set(Array.from(carets, ({ dataset }) => dataset.who ?? ''))
}

const neighboursOf = (others: Here[], beside: Set<string>): Neighbour[] =>
  others.map(({ id, name, tint }) => ({ id, name: firstName(name), isBeside: beside.has(String(tint)) }))

/** Shows who is here, and tells those who listen when it changes. */
export class PresenceLine {
  readonly #seen: HTMLElement
  readonly #hearing: Hearing
  #shown = ''

  constructor(seen: HTMLElement, heard: HTMLElement, said: NewsWords) {
    this.#seen = seen
    this.#hearing = new Hearing((sentence) => heard.replaceChildren(sentence), said)
  }

  show(others: Here[], sentence: string): void {
    const key = `${others.map(({ id, tint }) => `${id}${tint}`).join()} ${sentence}`
    if (key === this.#shown) return
    this.#shown = key
    const words = document.createElement('span')
    words.textContent = sentence
    this.#seen.replaceChildren(...others.map(discOf), words)
  }

  tell(others: Here[], editor: Editor): void {
    this.#hearing.look(neighboursOf(others, besideMe(editor)), Date.now(), writingSettings().hear)
  }
}
