import type { Node } from '@tiptap/pm/model'
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import { type Choice, choicesOf, element, type Words } from './editor-comparison-choices.ts'
import { leaveControls, type RowActs } from './editor-comparison-keys.ts'
import { domIdOf, placeIn } from './editor-comparison-order.ts'
import { addRow, removeRow, rowAt, setRow } from './editor-comparison-rows.ts'

export interface RowKit extends RowActs {
  t: Words
  facts(): ComparisonFacts | null
  say(words: string): void
}

const drawnPart = ({ words, is }: { words: string; is: string }) =>
  is === 'same' ? words : element(is === 'inserted' ? 'ins' : 'del', {}, words)

/** A row with its cells to write in and its choices; changes of others show in it at once. */
export class RowView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #kit: RowKit
  readonly #view: EditorView
  readonly #getPos: () => number | undefined
  readonly #choices: Choice[]
  readonly #controls: HTMLFieldSetElement
  readonly #note = element('div', { class: 'row-note', contenteditable: 'false' })
  readonly #number = element('span', { class: 'row-number', contenteditable: 'false' })
  #node: Node

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
    kit: RowKit,
  ) {
    this.#node = node
    this.#view = view
    this.#getPos = getPos
    this.#kit = kit
    this.#choices = choicesOf(kit.t, (name, value) => this.#run((pos) => setRow({ pos }, name, value)))
    this.contentDOM = element('div', { class: 'row-cells' })
    this.#controls = element(
      'fieldset',
      { class: 'row-choices', contenteditable: 'false' },
      ...this.#choices.map((choice) => choice.element),
      this.#buttons(),
    )
    this.#controls.addEventListener('keydown', (event) => {
      const pos = getPos()
      if (pos !== undefined) leaveControls(view, pos, event, kit)
    })
    this.dom = element('section', { class: 'comparison-row', role: 'group' }, this.#number, this.#note, this.contentDOM)
    this.dom.append(this.#controls)
    this.#place(decorations)
    this.show()
  }

  get controls(): HTMLElement[] {
    return [...this.#controls.querySelectorAll<HTMLElement>('select, input, summary, button')].filter(
      (control) => control.getClientRects().length > 0,
    )
  }

  /** A view stays with its row: otherwise somebody's choice would land in the row that took its place. */
  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type || node.attrs.row !== this.#node.attrs.row) return false
    this.#node = node
    this.#place(decorations)
    this.show()
    return true
  }

  #place(decorations: readonly Decoration[]): void {
    const place = placeIn(decorations)
    if (place === undefined) return
    this.dom.style.order = String(place)
    this.#number.textContent = String(place + 1)
  }

  show(): void {
    const { attrs, firstChild } = this.#node
    const { t } = this.#kit
    const facts = this.#kit.facts()
    this.dom.dataset.row = attrs.row ?? ''
    if (attrs.row) this.dom.id = domIdOf(attrs.row)
    this.dom.dataset.state = attrs.state
    this.dom.setAttribute('aria-label', `${t.title}: ${firstChild?.textContent || t.columns.place}`)
    this.#controls.disabled = !this.#view.editable
    for (const choice of this.#choices) choice.show(attrs, facts)
    this.#showChange(facts)
  }

  stopEvent(event: Event): boolean {
    const { target } = event
    return target instanceof globalThis.Node && (this.#controls.contains(target) || this.#note.contains(target))
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  #run(command: (pos: number) => ReturnType<typeof setRow>): void {
    const pos = this.#getPos()
    if (pos !== undefined && this.#view.editable) command(pos)(this.#view.state, this.#view.dispatch)
  }

  #buttons(): HTMLElement {
    const { t } = this.#kit
    const button = (words: string, press: (pos: number) => void) => {
      const made = element('button', { type: 'button', class: 'btn quiet' }, words)
      made.addEventListener('click', () => {
        const pos = this.#getPos()
        if (pos !== undefined && this.#view.editable) press(pos)
      })
      return made
    }
    const inRow = (change: typeof addRow, said: string) => (pos: number) => {
      const row = rowAt(this.#view.state, pos)
      if (!row) return
      change(row)(this.#view.state, this.#view.dispatch)
      this.#view.focus()
      this.#kit.say(said)
    }
    return element(
      'div',
      { class: 'row-acts' },
      button(t.editing.up, (pos) => this.#kit.move(this.#view, pos, -1)),
      button(t.editing.down, (pos) => this.#kit.move(this.#view, pos, 1)),
      button(t.editing.addBelow, inRow(addRow, t.editing.added)),
      button(t.editing.remove, inRow(removeRow, t.editing.removed)),
    )
  }

  /** What a new edition of the programme did to this statement, until somebody has dealt with it. */
  #showChange(facts: ComparisonFacts | null): void {
    const { t } = this.#kit
    const { change, statement } = this.#node.attrs
    const key = `${change} ${statement} ${facts?.changes.length ?? ''}`
    if (this.#note.dataset.key === key) return
    this.#note.dataset.key = key
    this.#note.hidden = change === ''
    this.#note.replaceChildren()
    if (change === '') return
    const found = facts?.changes.find(({ after }) => after.id === statement)
    const words = found ? element('p', { class: 'row-difference' }, ...found.parts.map(drawnPart)) : ''
    const done = element('button', { type: 'button', class: 'btn quiet' }, t.editing.done)
    done.addEventListener('click', () => this.#run((pos) => setRow({ pos }, 'change', '')))
    const label = t.changes[change as keyof Words['changes']] ?? change
    this.#note.append(element('b', {}, label), words, done)
  }
}
