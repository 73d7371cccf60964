import type { Editor } from '@tiptap/core'
import { announce, newForm, open, rootHere, saidOn, setChosen } from './comments-root.ts'
import { keep } from './comments-sending.ts'
import { anchorFor, type Passage, stretchesOf } from './editor-comment-anchors.ts'
import { level } from './editor-comment-levels.ts'
import { commentMarks, type Mark, type Marks, markingPassages, marksIn } from './editor-comment-marks.ts'
import { cardsHere, showPanel } from './editor-comment-panel.ts'

const passageOn = ({ dataset }: HTMLElement) => (dataset.passage ? (JSON.parse(dataset.passage) as Passage) : null)

const shortened = (words: string) => (words.length > 200 ? `${words.slice(0, 200)} …` : words)

/** As long as somebody types, places move along by themselves; when they pause, they are looked up. */
const calm = 500

/** Threads beside the text in which somebody writes: marked in it, level with it, reached from it and back. */
export class Beside {
  readonly #editor: Editor
  #waiting: ReturnType<typeof setTimeout> | undefined
  #frame = 0

  constructor(editor: Editor) {
    this.#editor = editor
    editor.registerPlugin(markingPassages((atOnce) => this.#stale(atOnce)))
    editor.on('selectionUpdate', () => this.#followCaret())
    editor.on('update', () => this.arrange())
  }

  #stale(atOnce: boolean): void {
    if (atOnce) queueMicrotask(() => this.look())
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.look(), calm)
  }

  #tell(told: Partial<Marks>): void {
    const { state, view, isDestroyed } = this.#editor
    if (!isDestroyed) view.dispatch(state.tr.setMeta(commentMarks, told).setMeta('addToHistory', false))
  }

  /** Where the passages of the cards are now. */
  look(): void {
    if (this.#editor.isDestroyed) return
    const told = cardsHere().flatMap((card) => {
      const passage = passageOn(card)
      return passage ? [{ thread: card.dataset.thread ?? '', passage }] : []
    })
    const places = stretchesOf(
      this.#editor,
      told.map(({ passage }) => passage),
    )
    const marks = told.flatMap(({ thread }, index): Mark[] => {
      const place = places[index]
      return place ? [{ thread, ...place }] : []
    })
    this.#tell({ marks })
    this.arrange()
  }

  arrange(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      if (this.#editor.isDestroyed) return
      const { view, state } = this.#editor
      const marks = new Map(marksIn(state).marks.map((mark) => [mark.thread, mark]))
      const placed = cardsHere().flatMap((card) => {
        const mark = marks.get(card.dataset.thread ?? '')
        return mark ? [{ card, top: view.coordsAtPos(mark.from).top }] : []
      })
      level(placed.sort((a, b) => cardsHere().indexOf(a.card) - cardsHere().indexOf(b.card)))
    })
  }

  #followCaret(): void {
    const { state } = this.#editor
    const { head } = state.selection
    const { marks, active } = marksIn(state)
    const at = marks.find(({ from, to }) => head >= from && head <= to)?.thread ?? null
    if (at !== active) this.activate(at)
  }

  /** The card and its passage are seen to belong together. */
  activate(thread: string | null): void {
    this.#tell({ active: thread })
    for (const card of cardsHere()) card.toggleAttribute('data-active', card.dataset.thread === thread)
  }

  show(thread: string): void {
    this.activate(thread)
    const mark = marksIn(this.#editor.state).marks.find((one) => one.thread === thread)
    if (!mark) return
    const place = this.#editor.view.domAtPos(mark.from).node
    const element = place instanceof Element ? place : place.parentElement
    element?.scrollIntoView({ block: 'nearest' })
  }

  /** Into the text, to the passage. */
  enter(thread: string): void {
    const mark = marksIn(this.#editor.state).marks.find((one) => one.thread === thread)
    if (mark) this.#editor.chain().focus().setTextSelection(mark.to).scrollIntoView().run()
  }

  /** What is selected is what the new thread is about; nothing selected: the whole text. */
  begin(): void {
    const form = newForm()
    const root = rootHere()
    if (!form || !root) return
    const { from, to, empty } = this.#editor.state.selection
    const words = empty ? '' : this.#editor.state.doc.textBetween(from, to, ' ', ' ').trim()
    if (words) setChosen(form, { anchor: JSON.stringify(anchorFor(this.#editor, { from, to })) }, shortened(words))
    this.#tell({ chosen: words ? { from, to } : null })
    showPanel(true)
    open(form)
    keep(form)
    if (words) announce(saidOn(root).chosen.replace('{words}', shortened(words)))
  }

  /** The next or the one before, in the order of the text; the card takes the focus and its passage comes into view. */
  step(by: number): void {
    const root = rootHere()
    const order = [...marksIn(this.#editor.state).marks].sort((a, b) => a.from - b.from)
    if (!root) return
    if (order.length === 0) announce(saidOn(root).noPassages)
    const at = order.findIndex(({ thread }) => thread === this.#current())
    const next = order.at((at < 0 ? (by > 0 ? 0 : -1) : at + by) % order.length)
    const card = cardsHere().find(({ dataset }) => dataset.thread === next?.thread)
    if (!card || !next) return
    showPanel(true)
    this.show(next.thread)
    card.focus()
    const said = saidOn(root)
      .passage.replace('{n}', String(order.indexOf(next) + 1))
      .replace('{of}', String(order.length))
    announce(said.replace('{words}', shortened(passageOn(card)?.words ?? '')))
  }

  #current(): string | null {
    const card = document.activeElement?.closest<HTMLElement>('[data-thread]')
    return card?.dataset.thread ?? marksIn(this.#editor.state).active
  }

  clearChosen(): void {
    this.#tell({ chosen: null })
  }
}
