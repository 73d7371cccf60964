import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { element, type Words } from './editor-comparison-choices.ts'

const columns = {
  rowPlace: 'place',
  rowStatement: 'statement',
  rowPosition: 'position',
  rowDemand: 'demand',
} as const

/** A cell with the name of its column, which stands above it on a phone and in the first row. */
export class CellView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #type: Node['type']

  constructor(node: Node, t: Words) {
    this.#type = node.type
    const column = columns[node.type.name as keyof typeof columns]
    const label = element('span', { class: 'cell-label', contenteditable: 'false' }, t.columns[column])
    this.contentDOM = element('div', { class: 'cell-words' })
    this.dom = element('div', { class: 'row-cell', 'data-cell': column }, label, this.contentDOM)
  }

  update(node: Node): boolean {
    return node.type === this.#type
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }
}

export const cellNames = Object.keys(columns)
