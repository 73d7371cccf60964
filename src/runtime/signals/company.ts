import type { Note } from './notes.ts'

const beat = 2_000
/** Whoever has not been heard for so long is gone. */
const silence = 5_000

type Listener = (process: string, crashed?: boolean) => void

/** Which other processes are there: each gives a sign of life now and then, and at once to one that has just come. */
export class Company {
  readonly come = new Set<Listener>()
  readonly gone = new Set<Listener>()
  readonly #heardAt = new Map<string, number>()
  readonly #known = new Set<string>()
  #say: (note: Note) => void = () => undefined
  #timer: NodeJS.Timeout | undefined

  begin(say: (note: Note) => void): void {
    this.#say = say
    this.#timer = setInterval(() => this.#beat(), beat).unref()
    say({ alive: 'here' })
  }

  get known(): ReadonlySet<string> {
    return this.#known
  }

  hear(process: string, { alive }: Note): void {
    if (alive === 'leaving') this.#forget(process, false)
    else this.#meet(process)
  }

  #meet(process: string): void {
    this.#heardAt.set(process, Date.now())
    if (this.#known.has(process)) return
    this.#known.add(process)
    this.#say({ alive: 'here' })
    for (const listener of this.come) listener(process)
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #beat(): void {
    this.#say({ alive: 'here' })
    const since = Date.now() - silence
    for (const [process, heardAt] of this.#heardAt) if (heardAt < since) this.#forget(process, true)
  }

  #forget(process: string, crashed: boolean): void {
    this.#heardAt.delete(process)
    if (this.#known.delete(process)) for (const listener of this.gone) listener(process, crashed)
  }
}
