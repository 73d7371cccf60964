import { type Desk, taken } from './editor-desk.ts'
import { closeness } from './editor-insert-words.ts'
import { tools } from './editor-tool-acts.ts'

const phone = matchMedia('(width < 48rem)')

class InsertMenu {
  readonly #desk: Desk
  readonly #dialog: HTMLDialogElement
  readonly #input: HTMLInputElement
  readonly #options: HTMLElement[]
  /** What is not possible where the cursor is. */
  readonly #elsewhere: HTMLElement[]
  #shown: HTMLElement[]
  #at = 0
  #chosen: string | undefined

  constructor(desk: Desk, isBySlash: boolean) {
    this.#desk = desk
    this.#dialog = taken<HTMLDialogElement>(desk.page, 'insert')
    this.#input = this.#dialog.querySelector('input') as HTMLInputElement
    const all = [...this.#dialog.querySelectorAll<HTMLElement>('[role=option]')]
    const isPossible = ({ dataset: { kind = '' } }: HTMLElement) => tools[kind]?.can?.(desk.editor) ?? true
    this.#options = all.filter(isPossible)
    this.#elsewhere = all.filter((option) => !isPossible(option))
    for (const option of this.#elsewhere) option.hidden = true
    this.#shown = this.#options
    this.#input.addEventListener('input', () => this.#narrow())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    this.#dialog.addEventListener('click', (event) => this.#click(event))
    this.#dialog.addEventListener('close', () => this.#end(isBySlash))
  }

  open(isBySlash: boolean): void {
    const { page, editor } = this.#desk
    page.append(this.#dialog)
    // Whoever asked by touching sees the list, not the keyboard over it; a touch of the field brings it.
    if (phone.matches && !isBySlash) this.#input.inputMode = 'none'
    this.#input.addEventListener('pointerdown', () => {
      this.#input.inputMode = 'text'
    })
    const { left, bottom, top } = editor.view.coordsAtPos(editor.state.selection.head)
    this.#dialog.style.setProperty('--left', `${Math.max(8, Math.min(left, window.innerWidth - 340))}px`)
    const isLow = bottom > window.innerHeight * 0.6
    this.#dialog.toggleAttribute('data-above', isLow)
    this.#dialog.style.setProperty('--down', `${isLow ? window.innerHeight - top + 4 : bottom + 4}px`)
    this.#dialog.showModal()
    this.#input.focus()
    this.#narrow()
  }

  #narrow(): void {
    const { value } = this.#input
    const fits = new Map(this.#options.map((option) => [option, closeness(option.dataset.words ?? '', value)]))
    for (const option of this.#options) option.hidden = fits.get(option) === 0
    const best = this.#options.find((option) => fits.get(option) === 2)
    this.#shown = this.#options.filter((option) => !option.hidden)
    this.#tell(value)
    this.#mark(value && best ? this.#shown.indexOf(best) : 0)
  }

  /** Where nothing is left it is either not known at all, or not possible here. */
  #tell(value: string): void {
    const none = this.#dialog.querySelector<HTMLElement>('.insert-none')
    const isElsewhere = this.#elsewhere.some(({ dataset }) => closeness(dataset.words ?? '', value) > 0)
    const words = isElsewhere ? none?.dataset.elsewhere : none?.dataset.none
    if (none) none.textContent = this.#shown.length === 0 ? (words ?? '') : ''
  }

  #mark(at: number): void {
    const { length } = this.#shown
    this.#at = length === 0 ? -1 : (at + length) % length
    for (const option of this.#options) option.setAttribute('aria-selected', String(option === this.#shown[this.#at]))
    const current = this.#shown[this.#at]
    this.#input.setAttribute('aria-activedescendant', current?.id ?? '')
    current?.scrollIntoView({ block: 'nearest' })
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const isDone = event.key === 'Enter' || event.key === 'Tab'
    if (event.isComposing || !(step || isDone)) return
    event.preventDefault()
    if (step) this.#mark(this.#at + step)
    else if (event.key === 'Tab') this.#dialog.close()
    else this.#take(this.#shown[this.#at])
  }

  #click({ target }: Event): void {
    if (target === this.#dialog) this.#dialog.close()
    else this.#take(target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null)
  }

  #take(option: HTMLElement | null | undefined): void {
    if (!option) return
    this.#chosen = option.dataset.kind
    this.#dialog.close()
  }

  /** Whoever wanted to write a slash has written one. */
  #end(isBySlash: boolean): void {
    const { editor } = this.#desk
    this.#dialog.remove()
    editor.view.focus()
    if (this.#chosen) tools[this.#chosen]?.run(editor)
    else if (isBySlash) editor.view.dispatch(editor.state.tr.insertText(`/${this.#input.value}`))
  }
}

/** Asks what shall be put where the cursor is. */
export function openInsert(desk: Desk, isBySlash: boolean): void {
  if (!desk.editor.isEditable || desk.page.querySelector('dialog.insert')) return
  new InsertMenu(desk, isBySlash).open(isBySlash)
}
