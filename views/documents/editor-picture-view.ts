import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { NodeTexts } from './editor-nodes-texts.ts'

export interface PictureKit {
  t: NodeTexts
  /** Where the pictures of this group are fetched. */
  pictures: string
  describe(at: number): void
}

type Place = () => number | undefined

/** The picture, and below it what those hear who do not see it. */
export class PictureView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly #image = document.createElement('img')
  readonly #words = document.createElement('button')
  readonly #kit: PictureKit

  constructor(node: Node, editor: Editor, place: Place, kit: PictureKit) {
    this.#kit = kit
    this.dom.className = 'picture'
    this.dom.contentEditable = 'false'
    this.#words.type = 'button'
    this.#words.className = 'btn quiet'
    this.#words.addEventListener('click', () => {
      const at = place()
      if (at !== undefined && editor.isEditable) kit.describe(at)
    })
    this.#image.addEventListener('error', () => this.dom.setAttribute('data-missing', kit.t.notShown))
    this.dom.append(this.#image, this.#words)
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'image') return false
    this.#show(node)
    return true
  }

  #show({ attrs }: Node): void {
    const { t, pictures } = this.#kit
    const src = attrs.attachment ? `${pictures}${attrs.attachment}` : ''
    if (src && this.#image.getAttribute('src') !== src) {
      this.dom.removeAttribute('data-missing')
      this.#image.src = src
    }
    for (const side of ['width', 'height'])
      if (attrs[side]) this.#image.setAttribute(side, String(attrs[side]))
      else this.#image.removeAttribute(side)
    this.#image.alt = attrs.decorative ? '' : attrs.alt
    this.#words.textContent = attrs.decorative ? t.decorative : attrs.alt || t.undescribed
    this.#words.title = t.described
    this.dom.toggleAttribute('data-undescribed', !attrs.decorative && !attrs.alt)
  }

  stopEvent = ({ target, type }: Event): boolean => target === this.#words && !type.startsWith('drag')

  ignoreMutation = (): boolean => true
}
