import type { Editor } from '@tiptap/core'
import type { Content } from '#src/documents/markup.ts'
import { element } from './editor-comparison-choices.ts'
import { insertBlock } from './editor-inserting.ts'
import { say } from './editor-saying.ts'
import { texts } from './quotation-texts.ts'

interface Source {
  title: string
  group: string
  href: string
}

interface Passage {
  key: string
  words: string
}

interface Offer {
  words: string
  beside?: string
  take(): void
}

const asData = { Accept: 'application/json' }

async function fetched<Answer>(address: string, asking: RequestInit = {}): Promise<Answer | null> {
  const answer = await fetch(address, { headers: asData, ...asking }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Answer) : null
}

const fits = (offer: string, typed: string) =>
  typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => offer.toLocaleLowerCase().includes(word))

/** First a text, then one of its paragraphs; what is typed makes the list shorter. */
class Quoting {
  readonly #page: HTMLElement
  readonly #editor: Editor
  readonly #t = texts[document.documentElement.lang === 'en' ? 'en' : 'de'].writing
  readonly #title = element('h2', { id: 'quoting-title' })
  readonly #status = element('p', { role: 'status', class: 'soft' })
  readonly #input = element('input', { id: 'quoting-words', type: 'search', autocomplete: 'off', maxlength: '100' })
  readonly #list = element('ul', { class: 'plain quoting-offers' })
  readonly #dialog: HTMLDialogElement
  #offers: Offer[] = []

  constructor(page: HTMLElement, editor: Editor) {
    this.#page = page
    this.#editor = editor
    const cancel = element('button', { type: 'button', class: 'btn quiet' }, this.#t.cancel)
    const label = element('label', { for: 'quoting-words' }, this.#t.search)
    const field = element('div', { class: 'field' }, label, this.#input)
    const parts = [this.#title, field, this.#status, this.#list, cancel]
    this.#dialog = element('dialog', { class: 'dialog quoting', 'aria-labelledby': 'quoting-title' }, ...parts)
    cancel.addEventListener('click', () => this.#dialog.close())
    this.#input.addEventListener('input', () => this.#draw())
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove()
      editor.view.focus()
    })
  }

  async open(): Promise<void> {
    this.#page.append(this.#dialog)
    this.#offer(this.#t.whichText, [], this.#t.loading)
    this.#dialog.showModal()
    const found = await fetched<{ texts: Source[] }>(this.#address('quotations'))
    if (!found) return this.#fail()
    const offers = found.texts.map((source) => ({
      words: source.title,
      beside: source.group,
      take: () => void this.#choosePassage(source),
    }))
    this.#offer(this.#t.whichText, offers, this.#t.noTexts)
  }

  #address(what: string): string {
    return (this.#page.dataset.sync ?? '').replace(/\/sync$/, `/${what}`)
  }

  async #choosePassage(source: Source): Promise<void> {
    this.#offer(this.#t.whichPassage({ title: source.title }), [], this.#t.loading)
    const found = await fetched<{ passages: Passage[] }>(source.href)
    if (!found) return this.#fail()
    const offers = found.passages.map(({ key, words }) => ({ words, take: () => void this.#quote(source, key) }))
    this.#offer(this.#t.whichPassage({ title: source.title }), offers, this.#t.noPassages)
  }

  async #quote({ href }: Source, passage: string): Promise<void> {
    const target = this.#page.dataset.document ?? ''
    const body = new URLSearchParams({ passage, target })
    const found = await fetched<{ excerpt: Content }>(href, { method: 'POST', body })
    if (!found) return this.#fail()
    this.#dialog.close()
    if (this.#editor.isDestroyed || !this.#editor.isEditable) return
    insertBlock(this.#editor, this.#editor.schema.nodeFromJSON(found.excerpt))
    say(this.#page, this.#t.quoted)
  }

  #fail(): void {
    this.#status.textContent = this.#t.failed
  }

  #offer(title: string, offers: Offer[], none: string): void {
    this.#title.textContent = title
    this.#offers = offers
    this.#input.value = ''
    this.#draw()
    if (offers.length === 0) this.#status.textContent = none
    this.#input.focus()
  }

  #draw(): void {
    const shown = this.#offers.filter(({ words, beside }) => fits(`${words} ${beside ?? ''}`, this.#input.value.trim()))
    this.#status.textContent = this.#t.count({ count: shown.length })
    this.#list.replaceChildren(...shown.map((offer) => element('li', {}, this.#button(offer))))
  }

  #button({ words, beside, take }: Offer): HTMLElement {
    const button = element('button', { type: 'button' }, element('span', { class: 'wortlaut' }, words))
    if (beside) button.append(element('span', { class: 'soft' }, beside))
    button.addEventListener('click', take)
    return button
  }
}

/** Asks which paragraph of which text shall stand where the cursor is. */
export async function openQuoting(page: HTMLElement, editor: Editor): Promise<void> {
  if (editor.isEditable && !page.querySelector('dialog.quoting')) await new Quoting(page, editor).open()
}
