import { announce, isRemarkForm, rootOf, type SaidOfComments, saidOn } from './comments-root.ts'

interface Person {
  id: string
  name: string
}

const most = 6
const asked = new Map<string, Promise<Person[]>>()

/** Who may read this text; asked for when somebody types the first @. */
function peopleOf({ dataset: { people = '' } }: HTMLElement): Promise<Person[]> {
  const known = asked.get(people)
  if (known) return known
  const answer = fetch(people, { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : { people: [] }) as Promise<{ people: Person[] }>)
    .then((told) => told.people)
    .catch(() => {
      asked.delete(people)
      return []
    })
  asked.set(people, answer)
  return answer
}

/** After a letter it is part of an address. */
const begun = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]+)*)$/u

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('de')

const fits = (name: string, typed: string) =>
  folded(name).startsWith(folded(typed)) ||
  folded(name)
    .split(/[\s-]+/)
    .some((part) => part.startsWith(folded(typed)))

const typedIn = (field: HTMLTextAreaElement) => begun.exec(field.value.slice(0, field.selectionStart))?.[1] ?? null

/** One list at a time, below the field in which somebody types. */
class Suggestions {
  readonly #field: HTMLTextAreaElement
  readonly #list = document.createElement('ul')
  readonly #said: SaidOfComments
  #shown: Person[] = []
  #at = 0

  constructor(field: HTMLTextAreaElement, said: SaidOfComments) {
    this.#field = field
    this.#said = said
    Object.assign(this.#list, { id: `${field.id}-people`, className: 'call-list plain', role: 'listbox' })
    this.#list.setAttribute('aria-label', said.people[1]?.replace('{n}', '').trim() ?? '')
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault()
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
      if (option) this.choose(Number(option.dataset.place))
    })
  }

  get isOpen(): boolean {
    return this.#list.isConnected
  }

  show(people: Person[]): void {
    const isSame = this.isOpen && people.map(({ id }) => id).join() === this.#shown.map(({ id }) => id).join()
    this.#shown = people
    if (people.length === 0) this.close()
    else if (!isSame) this.#open()
  }

  #open(): void {
    this.#at = 0
    this.#draw()
    this.#field.after(this.#list)
    const control = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'true',
      'aria-haspopup': 'listbox',
    }
    for (const [name, value] of Object.entries(control)) this.#field.setAttribute(name, value)
    this.#field.setAttribute('aria-controls', this.#list.id)
    const [one = '', several = ''] = this.#said.people
    announce(this.#shown.length === 1 ? one : several.replace('{n}', String(this.#shown.length)))
  }

  #draw(): void {
    this.#list.replaceChildren(
      ...this.#shown.map(({ name }, place) => {
        const option = document.createElement('li')
        Object.assign(option, { id: `${this.#list.id}-${place}`, role: 'option', textContent: name })
        option.dataset.place = String(place)
        option.setAttribute('aria-selected', String(place === this.#at))
        return option
      }),
    )
    this.#field.setAttribute('aria-activedescendant', `${this.#list.id}-${this.#at}`)
  }

  move(by: number): void {
    this.#at = (this.#at + by + this.#shown.length) % this.#shown.length
    this.#draw()
  }

  choose(place = this.#at): void {
    const person = this.#shown[place]
    const typed = typedIn(this.#field)
    this.close()
    if (!person || typed === null) return
    const end = this.#field.selectionStart
    this.#field.setRangeText(`@${person.name} `, end - typed.length - 1, end, 'end')
    this.#field.dispatchEvent(new Event('input', { bubbles: true }))
    announce(person.name)
  }

  close(): void {
    this.#list.remove()
    const added = [
      'role',
      'aria-autocomplete',
      'aria-expanded',
      'aria-haspopup',
      'aria-controls',
      'aria-activedescendant',
    ]
    for (const name of added) this.#field.removeAttribute(name)
  }
}

const lists = new WeakMap<HTMLTextAreaElement, Suggestions>()

const fieldIn = ({ target }: Event): HTMLTextAreaElement | null =>
  target instanceof HTMLTextAreaElement && isRemarkForm(target.form) ? target : null

async function suggest(field: HTMLTextAreaElement): Promise<void> {
  const root = rootOf(field)
  const list = lists.get(field) ?? (root && new Suggestions(field, saidOn(root)))
  if (!root || !list) return
  lists.set(field, list)
  if (typedIn(field) === null) return list.close()
  const people = await peopleOf(root)
  const typed = typedIn(field)
  // A name that stands there in full has been chosen.
  const isDone = people.some(({ name }) => typed !== null && folded(typed).startsWith(`${folded(name)} `))
  if (typed === null || isDone || document.activeElement !== field) list.close()
  else list.show(people.filter(({ name }) => fits(name, typed)).slice(0, most))
}

function steer(event: KeyboardEvent, list: Suggestions): void {
  if (event.key === 'ArrowDown') list.move(1)
  else if (event.key === 'ArrowUp') list.move(-1)
  else if (event.key === 'Enter' || event.key === 'Tab') list.choose()
  else if (event.key === 'Escape') list.close()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** After an @ the names of those who may read the text are offered: with the keyboard, and told to screen readers. */
export function watchCalling(): void {
  document.addEventListener('input', (event) => {
    const field = fieldIn(event)
    if (field) void suggest(field)
  })
  document.addEventListener(
    'keydown',
    (event) => {
      const field = fieldIn(event)
      const list = field && lists.get(field)
      if (list?.isOpen && !event.isComposing) steer(event, list)
    },
    true,
  )
  document.addEventListener('focusout', (event) => {
    const field = fieldIn(event)
    if (field) lists.get(field)?.close()
  })
}
