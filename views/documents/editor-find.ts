import type { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { type Desk, taken } from './editor-desk.ts'
import { type Counted, counted } from './editor-said-texts.ts'
import {
  type Match,
  markingFound,
  matchesIn,
  matchFrom,
  queryFor,
  replacing,
  searchKey,
  selecting,
} from './editor-search.ts'

interface Said {
  at: string
  none: string
  replaced: Counted
  suggested: Counted
  tooMany: string
}

/** So many suggestions at once would be too much for whoever decides on them. */
const mostSuggested = 100
const calm = 200

const bars = new WeakMap<Editor, FindBar>()

/** Looks for words in the text, leads from one place to the next, and puts others in their place. */
class FindBar {
  readonly form: HTMLFormElement
  readonly #desk: Desk
  readonly #said: Said
  #matches: Match[] = []
  #at = -1
  /** From where on the next match counts: where the cursor was when one began to type. */
  #start = 0
  #waiting: ReturnType<typeof setTimeout> | undefined
  readonly #typed = () => {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#look(), calm)
  }

  constructor(desk: Desk) {
    this.#desk = desk
    this.form = taken<HTMLFormElement>(desk.page, 'find')
    this.#said = JSON.parse(this.form.dataset.said ?? '{}') as Said
    desk.page.querySelector('.bar')?.append(this.form)
    desk.editor.registerPlugin(markingFound())
    desk.editor.on('update', this.#typed)
    this.form.addEventListener('input', () => this.#search())
    this.form.addEventListener('submit', (event) => event.preventDefault())
    this.form.addEventListener('keydown', (event) => this.#key(event))
    this.form.addEventListener('click', ({ target }) => {
      const act = target instanceof Element && target.closest<HTMLElement>('[data-find]')?.dataset.find
      if (act) this.#act(act)
    })
  }

  open(withReplace: boolean): void {
    const { state } = this.#desk.editor
    const { from, to } = state.selection
    const selected = state.doc.textBetween(from, to, '\n', ' ')
    if (selected && selected.length <= 100 && !selected.includes('\n')) this.#field('words').value = selected
    this.#start = from
    this.form.hidden = false
    const field = this.#field(withReplace && this.#field('words').value ? 'instead' : 'words')
    field.focus()
    field.select()
    this.#search()
  }

  #field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement
  }

  #query() {
    return queryFor({
      words: this.#field('words').value,
      exactCase: this.#field('find-case').checked,
      wholeWords: this.#field('find-whole').checked,
    })
  }

  #search(): void {
    this.#find()
    this.#at = matchFrom(this.#matches, this.#start)
    this.#show()
  }

  /** Somebody has written meanwhile. What was said about the last step stays until something else is found. */
  #look(): void {
    if (this.form.hidden || this.#desk.editor.isDestroyed) return
    const before = this.#matches.length
    this.#find()
    this.#at = matchFrom(this.#matches, this.#start)
    this.#draw()
    if (this.#matches.length !== before) this.#tell(this.#place())
  }

  #find(): void {
    this.#matches = matchesIn(this.#desk.editor.state, this.#query())
  }

  #place(): string {
    if (this.#field('words').value === '') return ''
    if (this.#matches.length === 0) return this.#said.none
    return this.#said.at.replace('{n}', String(this.#at + 1)).replace('{of}', String(this.#matches.length))
  }

  #tell(words: string): void {
    const place = this.form.querySelector('.find-count')
    if (place && place.textContent !== words) place.textContent = words
  }

  #draw(): void {
    const { view } = this.#desk.editor
    const shown = { matches: this.#matches, current: this.#at }
    view.dispatch(view.state.tr.setMeta(searchKey, shown).setMeta('addToHistory', false))
  }

  /** The place is selected and comes into view; the focus stays where one types. */
  #show(): void {
    const match = this.#matches[this.#at]
    const { view } = this.#desk.editor
    if (match) view.dispatch(selecting(view.state, match))
    this.#draw()
    this.#tell(this.#place())
    const { node } = view.domAtPos(match?.from ?? 0)
    const element = node instanceof Element ? node : node.parentElement
    if (match) element?.scrollIntoView({ block: 'nearest' })
  }

  #step(by: number): void {
    const { length } = this.#matches
    if (length === 0) return
    this.#at = (this.#at + by + length) % length
    this.#start = this.#matches[this.#at]?.from ?? 0
    this.#show()
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && event.target === this.#field('words')) this.#step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.target === this.#field('instead')) this.#replace()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #act(act: string): void {
    if (act === 'next') this.#step(1)
    else if (act === 'previous') this.#step(-1)
    else if (act === 'replace') this.#replace()
    else if (act === 'all') this.#replaceAll()
    else this.#close()
  }

  #replace(): void {
    const match = this.#matches[this.#at]
    if (!match || !this.#desk.editor.isEditable) return
    const instead = this.#field('instead').value
    this.#write([match], instead)
    this.#start = match.from + instead.length
    this.#search()
  }

  #replaceAll(): void {
    this.#find()
    const { length } = this.#matches
    if (length === 0 || !this.#desk.editor.isEditable) return
    const { suggests } = this.#desk
    if (suggests && length > mostSuggested) this.#tell(this.#said.tooMany.replaceAll('{n}', String(length)))
    else this.#putEverywhere(length)
  }

  #putEverywhere(length: number): void {
    const { suggests } = this.#desk
    this.#write(this.#matches, this.#field('instead').value)
    this.#find()
    this.#at = matchFrom(this.#matches, this.#start)
    this.#draw()
    this.#tell(counted(length, suggests ? this.#said.suggested : this.#said.replaced))
  }

  /** In the text it is one step that can be taken back at once; as suggestions each place can be decided on. */
  #write(matches: Match[], instead: string): void {
    const { editor, suggests } = this.#desk
    const steps = suggests ? [...matches].reverse().map((match) => [match]) : [matches]
    const undo = yUndoPluginKey.getState(editor.state)?.undoManager
    undo?.stopCapturing()
    for (const step of steps) editor.view.dispatch(replacing(editor.state, instead, step))
    undo?.stopCapturing()
  }

  #close(): void {
    this.form.hidden = true
    this.#matches = []
    this.#draw()
    this.#desk.editor.commands.focus()
  }
}

/** With what is selected as the words to look for. */
export function openFind(desk: Desk, withReplace: boolean): void {
  const bar = bars.get(desk.editor) ?? new FindBar(desk)
  bars.set(desk.editor, bar)
  bar.open(withReplace)
}
