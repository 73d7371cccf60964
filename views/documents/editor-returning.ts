import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { type Placed, placed, tellCollisions } from './editor-collisions.ts'
import type { Connection } from './editor-connection.ts'
import type { Keeping } from './editor-keeping.ts'
import { authorsOf, reportLines, showReport } from './editor-report.ts'
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
    const { server } = this.#given.keeping
    if (step !== steps.vector) server.add(bytes)
    if (step !== steps.missing) return
    this.#merged = this.#return.finish()
    // At once: the places are counted in the text as it is now.
    if (this.#merged) void this.#tell(this.#merged, placed(this.#merged, editor))
  }

  async #tell(merged: Merged, collided: Placed[]): Promise<void> {
    const { saving, sync, me, collisions, said } = this.#given
    const hadUnsent = this.#hadUnsent
    while (!saving.complete || !this.#place) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      if (this.#merged !== merged || !this.#place?.isConnected) return
    }
    const authors = await authorsOf(sync)
    await tellCollisions(collisions, collided, authors, me)
    showReport(this.#place, reportLines(merged, hadUnsent, authors, me, said))
  }
}
