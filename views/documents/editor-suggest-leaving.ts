import type { Draft } from './editor-suggest-draft.ts'
import type { Decided, Office } from './editor-suggest-office.ts'

interface Part {
  id: string
  how: Decided
}

/** Own suggestions that are to be withdrawn on the server: taken back, or part of another one by now. */
export class Leaving {
  readonly #office: Pick<Office, 'withdraw'>
  /** Which one it has become a part of. */
  readonly #partOf = new Map<string, Draft | undefined>()
  /** Of parts that could not be withdrawn any more: what became of them. */
  readonly #decided = new Map<Draft, Part[]>()

  constructor(office: Pick<Office, 'withdraw'>) {
    this.#office = office
  }

  get size(): number {
    return this.#partOf.size
  }

  has(id: string): boolean {
    return this.#partOf.has(id)
  }

  add(id: string, partOf?: Draft): void {
    this.#partOf.set(id, partOf)
  }

  /** What was to become part of the one becomes part of the other. */
  move(from: Draft, to: Draft): void {
    for (const id of this.partsOf(from)) this.add(id, to)
    const decided = this.#decided.get(from) ?? []
    this.#decided.delete(from)
    for (const one of decided) this.#note(to, one)
  }

  /** Also those that are decided on, as long as nobody has heard of it. */
  partsOf(draft: Draft): string[] {
    const open = [...this.#partOf].flatMap(([id, whole]) => (whole === draft ? [id] : []))
    return [...open, ...(this.#decided.get(draft) ?? []).map(({ id }) => id)]
  }

  /** Nothing when the server could not be asked. Else: of which parts somebody else had decided before. */
  async send(): Promise<Map<Draft, Decided[]> | null> {
    while (this.#partOf.size > 0) {
      for (const id of [...this.#partOf.keys()]) if (!(await this.#withdraw(id))) return null
      for (const whole of this.#decided.keys()) this.#beginAgain(whole)
    }
    const decided = new Map([...this.#decided].map(([whole, all]) => [whole, all.map(({ how }) => how)]))
    this.#decided.clear()
    return decided
  }

  async #withdraw(id: string): Promise<boolean> {
    const how = await this.#office.withdraw(id)
    if (how.kind === 'later') return false
    const whole = this.#partOf.get(id)
    this.#partOf.delete(id)
    if (whole && how.kind === 'settled' && how.state !== 'withdrawn') this.#note(whole, { id, how })
    return true
  }

  /** What is not free to go on as it is goes on as another one: nothing of it may be accepted beside that. */
  #beginAgain(whole: Draft): void {
    if (!whole.isSent) return
    this.add(whole.id, whole)
    whole.beginAgain()
  }

  #note(whole: Draft, part: Part): void {
    this.#decided.set(whole, [...(this.#decided.get(whole) ?? []), part])
  }
}
