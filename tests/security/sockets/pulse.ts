import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { type Tab, until } from '../../documents/editing/co-editing.ts'

const between = 6

/** Two honest people in one room: what one types, the other sees, and how long that takes. */
export class Pulse {
  readonly #writer: Tab
  readonly #reader: Tab
  readonly #line: Y.XmlText
  #beats = 0

  constructor(writer: Tab, reader: Tab) {
    this.#writer = writer
    this.#reader = reader
    const paragraph = new Y.XmlElement('paragraph')
    this.#line = new Y.XmlText()
    paragraph.insert(0, [this.#line])
    writer.doc.getXmlFragment(field).push([paragraph])
  }

  /** All that was ever written here. */
  get written(): string {
    return Array.from({ length: this.#beats }, (_, i) => `${i};`).join('')
  }

  async take(beats: number): Promise<number[]> {
    const times: number[] = []
    for (let i = 0; i < beats; i++) times.push(await this.#beat())
    return times
  }

  /** Goes on until the work is done, and at least so often. */
  async takeDuring(work: Promise<unknown>, atLeast: number): Promise<number[]> {
    let done = false
    const ended = work.finally(() => {
      done = true
    })
    const times: number[] = []
    while (!done || times.length < atLeast) times.push(await this.#beat())
    await ended
    return times
  }

  async #beat(): Promise<number> {
    const word = `${this.#beats++};`
    const start = performance.now()
    this.#line.insert(this.#line.length, word)
    const took = await this.#seen(word)
    await pause(between)
    return took - start
  }

  async #seen(word: string): Promise<number> {
    const { clientID, store } = this.#writer.doc
    const written = Y.getState(store, clientID)
    let at: number | undefined
    const look = () => {
      if (Y.getState(this.#reader.doc.store, clientID) >= written) at ??= performance.now()
    }
    this.#reader.doc.on('update', look)
    await until(() => at !== undefined, `"${word}" of ${clientID} has arrived`)
    this.#reader.doc.off('update', look)
    return at ?? 0
  }
}

/** Nobody can be faster than the machine lets them be without any attack. */
export const bearable = (before: number[]): number => Math.max(1_000, 10 * Math.max(...before))

const sorted = (times: number[]) => [...times].sort((a, b) => a - b)
const at = (times: number[], share: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

export const median = (times: number[]) => at(times, 0.5)
export const p99 = (times: number[]) => at(times, 0.99)
