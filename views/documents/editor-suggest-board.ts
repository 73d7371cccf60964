import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { Cards } from './editor-suggest-cards.ts'
import { decorationsOf, type Marked, placeOf } from './editor-suggest-decorations.ts'
import { showMarks } from './editor-suggest-marks.ts'
import type { SuggestMode } from './editor-suggest-mode.ts'
import type { Office, Told, Verb } from './editor-suggest-office.ts'
import { Overlay, type Suggested } from './editor-suggest-overlay.ts'
import { piecesIn } from './editor-suggest-pieces.ts'
import { restsIn } from './editor-suggest-rest.ts'
import { Saying } from './editor-suggest-saying.ts'
import { shapesOf } from './editor-suggest-shapes.ts'
import type { SuggestTexts } from './editor-suggest-texts.ts'
import { wholeWords } from './editor-suggest-whole-words.ts'

export interface BoardGiven {
  page: HTMLElement
  base: Y.Doc
  editor: Editor
  mode: SuggestMode | undefined
  office: Office
  address: string
  lang: 'de' | 'en'
  t: SuggestTexts
}

/** So long after the last letter it is worked out anew where everything stands. */
const rest = 150
/** However fast somebody types, it is not put off for longer. */
const longest = 1_000

const whenIdle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 500 }) : setTimeout(work)

/** Shows everybody's open suggestions in the text and beside it, and does what its buttons say. */
export class Board {
  readonly #given: BoardGiven
  readonly #overlay: Overlay
  readonly #cards: Cards
  readonly #saying: Saying
  #told: Told[] = []
  #marked: Marked[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0
  readonly #noticed = new Set<string>()
  #asking: Promise<void> | undefined
  #askAgain = false
  #ended = false

  constructor(given: BoardGiven) {
    this.#given = given
    this.#overlay = new Overlay(given.base)
    this.#saying = new Saying(given.page, given.lang, given.t)
    this.#cards = new Cards(this.#list, given.address, this, given.t)
    given.editor.on('transaction', ({ transaction }) => transaction.docChanged && this.later())
    given.editor.on('selectionUpdate', () => this.#point())
    given.base.on('update', this.later)
  }

  readonly later = () => {
    clearTimeout(this.#timer)
    this.#since ||= Date.now()
    this.#timer = setTimeout(
      () => whenIdle(() => this.draw()),
      Math.max(0, Math.min(rest, this.#since + longest - Date.now())),
    )
  }

  /** Asks the server what is open; once more when it was asked while asking. */
  readonly look = () => {
    this.#askAgain = this.#asking !== undefined
    this.#asking ??= this.#look().finally(() => {
      this.#asking = undefined
      if (this.#askAgain && !this.#ended) this.look()
    })
  }

  draw(): void {
    const { mode, editor, t } = this.#given
    this.#since = 0
    if (this.#ended || editor.isDestroyed) return
    const open = this.#open()
    this.#notice(open)
    const own = new Set(mode?.drafts.all.map(({ id }) => id))
    const { doc, schema } = editor.state
    // Where nothing is proposed a long text is not read through at each pause of whoever writes in it.
    const seen =
      open.length > 0
        ? piecesIn(this.#overlay.with(open), {
            suggestions: open,
            isApplied: ({ id }) => own.has(id),
            isLeaf: (name) => schema.nodes[name]?.isLeaf ?? false,
          })
        : { size: doc.content.size, pieces: new Map() }
    const facts = this.#saying.of(this.#told)
    // What the editor had to take out of its own accord is counted here and not there: then no mark would be where it belongs.
    const fits = seen.size === doc.content.size
    this.#marked = open.map(({ id }) => {
      const pieces = seen.pieces.get(id) ?? []
      const shapes = shapesOf(fits ? wholeWords(pieces, doc) : pieces)
      return { ...facts.ownerOf(id), label: facts.labelOf(id, shapes), shapes }
    })
    showMarks(editor.view, fits ? this.#marked.flatMap((one) => decorationsOf(one, doc, t)) : [])
    this.#cards.show(facts.cards(this.#marked, (id) => Boolean(mode?.saving.isLeaving(id)), mode))
    this.#list.hidden = open.length === 0 && !mode
    this.#saying.count(open.length)
    this.#point()
  }

  settle(id: string, verb: Verb): void {
    const { mode } = this.#given
    if (verb === 'withdrawal' && mode?.drafts.byId(id)) mode.withdraw(id)
    else void this.#settle(this.#given.office.settle(id, verb), verb)
  }

  acceptAll(author: string): void {
    void this.#settle(this.#given.office.acceptAllOf(author), 'acceptance')
  }

  goTo(id: string): void {
    const { editor } = this.#given
    const marked = this.#marked.find((one) => one.id === id)
    const at = marked && placeOf(marked)
    if (!marked || at === undefined) return
    const { doc, tr } = editor.state
    editor.view.dispatch(
      tr.setSelection(TextSelection.near(doc.resolve(Math.min(at, doc.content.size)))).scrollIntoView(),
    )
    editor.view.focus()
    this.#cards.point(id, true)
    this.#saying.say(marked.label)
  }

  step(by: 1 | -1): void {
    const { head } = this.#given.editor.state.selection
    const places = this.#marked.flatMap((one) => {
      const at = placeOf(one)
      return at === undefined ? [] : [{ id: one.id, at }]
    })
    const sorted = places.sort((one, other) => one.at - other.at)
    const here = this.#here()
    const index = sorted.findIndex(({ id }) => id === here)
    const next =
      index >= 0
        ? sorted[(index + by + sorted.length) % sorted.length]
        : by > 0
          ? (sorted.find(({ at }) => at >= head) ?? sorted[0])
          : (sorted.findLast(({ at }) => at < head) ?? sorted.at(-1))
    if (next) this.goTo(next.id)
  }

  say(words: string): void {
    this.#saying.say(words, true)
  }

  open(id: string): void {
    this.#cards.open(id)
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#given.base.off('update', this.later)
    this.#overlay.end()
  }

  /** What has become text was accepted, whether or not there was news of it. */
  #notice(open: Suggested[]): void {
    const fresh = open.filter(({ id, patch }) => !this.#noticed.has(id) && restsIn(this.#given.base, patch))
    for (const { id } of fresh) this.#noticed.add(id)
    if (fresh.length > 0) this.look()
  }

  #here(): string | undefined {
    return this.#list.querySelector<HTMLElement>('[data-here]')?.dataset.card
  }

  async #look(): Promise<void> {
    const { office, mode } = this.#given
    const asked = Date.now()
    const all = await office.list()
    if (!all || this.#ended) return
    this.#told = all
    mode?.reconcile(all, asked)
    this.later()
  }

  async #settle(settling: ReturnType<Office['settle']>, verb: Verb): Promise<void> {
    const { t } = this.#given
    const how = await settling
    const done = { acceptance: t.accepted, rejection: t.rejected, withdrawal: t.withdrawn }[verb]
    this.#saying.say(
      { done, settled: t.problems.settled, gone: t.gone_meanwhile, failed: t.failed }[how],
      how !== 'done',
    )
    this.look()
  }

  /** In the mode of suggesting one's own are those that are being made; all others are as the server tells them. */
  #open(): Suggested[] {
    const { mode } = this.#given
    if (!mode) return this.#told
    return [...mode.drafts.all.filter((draft) => !draft.isEmpty), ...this.#told.filter(({ mine }) => !mine)]
  }

  #point(): void {
    const { from } = this.#given.editor.state.selection
    const { node } = this.#given.editor.view.domAtPos(from)
    const at = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-suggestion]')
    this.#cards.point(at?.dataset.suggestion)
  }

  get #list(): HTMLElement {
    return document.querySelector('.suggest-list') as HTMLElement
  }
}
