import Sortable from 'sortablejs'

const field = (form: HTMLFormElement, name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)

const items = (list: Element) =>
  [...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement)

/** An agenda whose items are dragged, or moved with Alt and the arrow keys. What it does the buttons do as well. */
class ArrangedAgenda extends HTMLElement {
  #sortable: Sortable | null = null
  #before: (Element | null)[] = []

  get #list(): HTMLElement | null {
    return this.querySelector('ol')
  }

  connectedCallback(): void {
    this.addEventListener('keydown', this.#press)
    const list = this.#list
    if (!list) return
    this.#sortable = new Sortable(list, {
      handle: '.rand',
      ghostClass: 'is-aimed',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      delay: 150,
      delayOnTouchOnly: true,
      onStart: () => {
        this.#before = items(list)
      },
      onEnd: ({ item }) => {
        if (items(list).some((one, place) => one !== this.#before[place])) this.#send(item)
      },
    })
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#press)
    this.#sortable?.destroy()
    this.#sortable = null
  }

  readonly #press = (event: KeyboardEvent): void => {
    const item = (event.target as Element).closest<HTMLElement>('[data-item]')
    if (!item || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const beside = event.key === 'ArrowUp' ? item.previousElementSibling : item.nextElementSibling
    if (!beside) return
    const held = document.activeElement
    beside[event.key === 'ArrowUp' ? 'before' : 'after'](item)
    if (held instanceof HTMLElement) held.focus()
    this.#send(item)
  }

  #send(item: HTMLElement): void {
    const form = document.querySelector<HTMLFormElement>('#agenda-order')
    const [moved, before] = form ? [field(form, 'item'), field(form, 'before')] : []
    if (!form || !moved || !before) return
    moved.value = item.dataset.item ?? ''
    const all = this.#list ? items(this.#list) : []
    before.value = all[all.indexOf(item) + 1]?.dataset.item ?? ''
    this.#say(item)
    form.requestSubmit()
  }

  #say(item: HTMLElement): void {
    const all = this.#list ? items(this.#list) : []
    const facts: Record<string, string> = {
      title: item.dataset.title ?? '',
      top: String(all.indexOf(item) + 1),
      all: String(all.length),
    }
    const place = document.querySelector('#agenda-said')
    if (place)
      place.textContent = (this.dataset.said ?? '').replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '')
  }
}

if (!customElements.get('arranged-agenda')) customElements.define('arranged-agenda', ArrangedAgenda)
