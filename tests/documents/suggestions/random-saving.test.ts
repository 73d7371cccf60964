import { splitBlock } from '@tiptap/pm/commands'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Saved, Told, Withdrawn } from '#views/documents/editor-suggest-office.ts'
import { deletes } from '#views/documents/editor-suggest-patch.ts'
import type { Unsent } from '#views/documents/editor-suggest-saving.ts'
import { Dice } from '../simulation/dice.ts'
import { Server, tarekIn } from './office.ts'
import { copyOf, textOf, writer } from './proposer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Answers take their time, and now and then one gets lost although what was asked for is done. */
class SlowServer extends Server {
  readonly #dice: Dice

  constructor(dice: Dice) {
    super()
    this.#dice = dice
  }

  override save = (unsent: Unsent): Promise<Saved> => this.#slowly(() => super.save(unsent))
  override withdraw = (id: string): Promise<Withdrawn> => this.#slowly(() => super.withdraw(id))

  async #slowly<T>(work: () => Promise<T>): Promise<T | { kind: 'later' }> {
    await new Promise((resolve) => setTimeout(resolve, this.#dice.below(700)))
    const answer = await work()
    await new Promise((resolve) => setTimeout(resolve, this.#dice.below(700)))
    return this.#dice.chance(0.1) ? { kind: 'later' } : answer
  }
}

/** The line of one window: when that has died nobody hears an answer any more. */
class Line {
  isCut = false
  readonly #server: Server

  constructor(server: Server) {
    this.#server = server
  }

  save = (unsent: Unsent): Promise<Saved> => this.#heard(() => this.#server.save(unsent))
  withdraw = (id: string): Promise<Withdrawn> => this.#heard(() => this.#server.withdraw(id))

  #heard<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      if (!this.isCut) void ask().then((answer) => this.isCut || resolve(answer))
    })
  }
}

type Tarek = ReturnType<typeof tarekIn>

/** One sign each: two words that begin alike get mixed up letter by letter, which is another matter. */
const wordsIn = (text: string): string[] => text.match(/[\u4e00-\u9fff]/g) ?? []
/** What it puts in and does not take back itself. */
const lettersIn = ({ structs, deletions }: Told['patch']) =>
  structs
    .map((one) =>
      one instanceof Y.Item && one.content instanceof Y.ContentString && !deletes(deletions, one.id)
        ? one.content.str
        : '',
    )
    .join('')

class Scene {
  readonly dice: Dice
  readonly base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.', 'Ende gut.')
  readonly server: SlowServer
  readonly nele: ReturnType<typeof writer>
  tarek: Tarek
  #line: Line
  /** Accepted, and not arrived in the open text yet. */
  onTheWay: Told[] = []
  readonly #typed = new Set<string>()
  readonly #removed = new Set<string>()
  #count = 0

  constructor(seed: number) {
    this.dice = new Dice(seed)
    this.base.clientID = this.#id()
    this.server = new SlowServer(this.dice)
    this.nele = writer(this.base)
    this.#line = new Line(this.server)
    this.tarek = tarekIn(this.base, this.#line, this.#id)
  }

  readonly #id = () => this.dice.below(2 ** 32)

  #word(): string {
    this.#count += 1
    return String.fromCharCode(0x4e00 + this.#count)
  }

  #places({ sheet }: { sheet: Tarek['sheet'] }): number[] {
    const places: number[] = []
    sheet.state.doc.descendants((node, at) => {
      if (node.isTextblock) for (let n = 0; n <= node.content.size; n++) places.push(at + 1 + n)
      return !node.isTextblock
    })
    return places
  }

  /** Mostly on what was written last. */
  write(): void {
    const { sheet, type } = this.tarek
    const own = sheet.state.selection.head
    const places = this.#places(this.tarek)
    const at = this.dice.chance(0.6) && places.includes(own) ? own : this.dice.pick(places)
    const word = this.#word()
    this.#typed.add(word)
    type(word, at)
  }

  remove(): void {
    const { sheet } = this.tarek
    const [one, other] = [this.dice.pick(this.#places(this.tarek)), this.dice.pick(this.#places(this.tarek))]
    const [from, to] = [Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + 20)]
    const before = wordsIn(this.tarek.text())
    sheet.dispatch(sheet.state.tr.delete(from, to))
    const after = wordsIn(this.tarek.text())
    for (const word of before) if (!after.includes(word)) this.#removed.add(word)
  }

  split(): void {
    const { sheet } = this.tarek
    const at = this.dice.pick(this.#places(this.tarek))
    sheet.dispatch(sheet.state.tr.setSelection(TextSelection.create(sheet.state.doc, at)))
    splitBlock(sheet.state, sheet.dispatch)
  }

  other(): void {
    const at = this.dice.pick(this.#places(this.nele))
    this.nele.change((tr) => tr.insertText(this.#word(), at))
  }

  decide(): void {
    const open = [...this.server.open.values()]
    if (open.length === 0) return
    const told = this.dice.pick(open)
    const state = this.dice.chance(0.5) ? 'accepted' : 'rejected'
    if (state === 'accepted' && this.#isGone(told)) return
    this.server.decide(told.id, state)
    if (state === 'accepted') this.onTheWay.push(told)
    else for (const word of wordsIn(lettersIn(told.patch))) this.#removed.add(word)
  }

  /** There is no paragraph any more for what it puts in: nobody can accept that. */
  #isGone(told: Told): boolean {
    const shown = this.#with([...this.onTheWay, told])
    return wordsIn(lettersIn(told.patch)).some((word) => !shown.includes(word))
  }

  arrive(): void {
    for (const { update } of this.onTheWay.splice(0, 1)) Y.applyUpdate(this.base, update)
  }

  look(): void {
    this.tarek.mode.reconcile([...this.server.open.values()], Date.now())
  }

  line(): void {
    this.server.reachable = !this.server.reachable
  }

  /** What the window knew is gone; another one finds the text, what is stored and what the device has kept. */
  kill(): void {
    const kept = this.tarek.kept.at(-1) ?? []
    this.tarek.mode.saving.end()
    this.#line.isCut = true
    this.#line = new Line(this.server)
    this.tarek = tarekIn(this.base, this.#line, this.#id)
    this.tarek.mode.recall(kept)
    this.look()
  }

  async settle(): Promise<void> {
    this.server.reachable = true
    while (this.onTheWay.length > 0) this.arrive()
    for (let n = 0; n < 40 && !this.tarek.mode.saving.complete; n++) {
      await vi.advanceTimersByTimeAsync(5_000)
      this.tarek.mode.saving.now()
    }
    this.look()
    await vi.advanceTimersByTimeAsync(5_000)
  }

  #with(updates: Iterable<Pick<Told, 'update'>>): string {
    const copy = copyOf(this.base)
    for (const { update } of updates) Y.applyUpdate(copy, update)
    return writer(copy).sheet.state.doc.textContent
  }

  /** With everything that is still open in it. */
  get whole(): string {
    return this.#with(this.server.open.values())
  }

  /**
   * What is written stands in the text, or in what is open; and what was written where there is no paragraph any more
   * can still be read beside the text.
   */
  get missing(): string[] {
    const open = [...this.server.open.values()].map(({ patch }) => lettersIn(patch))
    const there = new Set(wordsIn([this.#with([]), this.whole, ...open].join(' ')))
    return [...this.#typed].filter((word) => !there.has(word) && !this.#removed.has(word))
  }

  get doubled(): string[] {
    const all = wordsIn(this.whole)
    return all.filter((word, at) => all.indexOf(word) !== at)
  }
}

const acts = [
  [50, (scene: Scene) => scene.write()],
  [6, (scene: Scene) => scene.remove()],
  [5, (scene: Scene) => scene.split()],
  [10, (scene: Scene) => scene.other()],
  [14, (scene: Scene) => scene.decide()],
  [10, (scene: Scene) => scene.arrive()],
  [10, (scene: Scene) => scene.look()],
  [4, (scene: Scene) => scene.line()],
  [3, (scene: Scene) => scene.kill()],
] as const

async function live(seed: number): Promise<void> {
  const scene = new Scene(seed)
  for (let step = 0; step < 60; step++) {
    scene.dice.weighted(acts)(scene)
    await vi.advanceTimersByTimeAsync(scene.dice.below(600))
  }
  await scene.settle()
  expect(scene.tarek.mode.saving.state).toBe('saved')
  expect({ missing: scene.missing, doubled: scene.doubled }).toEqual({ missing: [], doubled: [] })
}

const runs = Number(process.env.RUNS ?? 40)
const first = Number(process.env.FIRST ?? 0)

test('whatever is decided while somebody writes, and whenever their window dies, no word of theirs is lost or doubled', {
  timeout: 120_000,
}, async () => {
  for (let seed = first; seed < first + runs; seed++)
    try {
      await live(seed)
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error })
    }
})
