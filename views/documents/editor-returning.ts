import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { placed, tellCollisions } from './editor-collisions.ts'
import type { Connection } from './editor-connection.ts'
import type { Keeping } from './editor-keeping.ts'
import { type Authors, authorsOf, reportLines, showReport } from './editor-report.ts'
import { type Merged, Return } from './editor-return.ts'
import type { SaidInEditor } from './editor-said-texts.ts'
import { blink } from './editor-save-state.ts'
import { type Saving, steps } from './editor-saving.ts'

interface Given {
  doc: Y.Doc
  saving: Saving
  keeping: Keeping
  me: string
  sync: string
  /** Where sentences that both sides have changed are told. */
  collisions: string
  said: SaidInEditor
}

/** Tells what was merged, once it is stored. */
export class Returning {
  readonly #given: Given
  readonly #return: Return
  #place: HTMLElement | undefined
  #hadUnsent = false
  #merged: Merged | undefined

  constructor(given: Given) {
    this.#given = given
    this.#return = new Return(given.doc, given.saving, given.keeping.server)
  }

  wire(place: HTMLElement): void {
    this.#place = place
    place.querySelector('button')?.addEventListener('click', () => {
      place.hidden = true
    })
  }

  arrives(step: number, { saving, opened, lostAt }: Connection): void {
    if (step !== steps.missing) return
    this.#hadUnsent = !saving.complete
    if (this.#hadUnsent || (opened && Date.now() - lostAt > blink)) this.#return.begin()
  }

  arrived(step: number, bytes: Uint8Array, editor: Editor): void {
    const { keeping } = this.#given
    if (step !== steps.vector) keeping.server.add(bytes)
    if (step !== steps.missing) return
    this.#merged = this.#return.finish()
    // At once: the places are counted in the text as it is now, and the next moment may be the last one of this tab.
    if (this.#merged) keeping.keepUntold([...keeping.untold, ...placed(this.#merged, editor)])
    // Else the tab after a crash would compare with what the server had before, and find the same again.
    if (this.#merged) keeping.secure()
    if (this.#merged || keeping.untold.length > 0) void this.#tell(this.#merged)
  }

  async #tell(merged: Merged | undefined): Promise<void> {
    const { saving, sync, me, said } = this.#given
    const hadUnsent = this.#hadUnsent
    while (!saving.complete || !this.#place) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      if (this.#merged !== merged || !this.#place?.isConnected) return
    }
    const authors = await authorsOf(sync)
    await this.#tellUntold(authors)
    if (merged) showReport(this.#place, reportLines(merged, hadUnsent, authors, me, said))
  }

  /** What cannot be told now is told with the next line, or when the text is opened again. */
  async #tellUntold(authors: Authors): Promise<void> {
    const { keeping, me, collisions } = this.#given
    const told = keeping.untold
    const left = await tellCollisions(collisions, told, authors, me)
    if (told.length > left.length) keeping.keepUntold([...left, ...keeping.untold.slice(told.length)])
  }
}
