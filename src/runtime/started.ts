type Undo = () => unknown

/** What has been started, to be ended the other way round: by a stop, or by a later step that fails. */
export class Started {
  readonly #undo: Undo[] = []

  add(undo: Undo) {
    this.#undo.push(undo)
  }

  async end() {
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) await undo()
  }
}
