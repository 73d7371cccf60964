import { field } from '../../markup.ts'
import { Deleted } from './deleted.ts'
import type { Grammar } from './grammar.ts'
import { inOrder } from './order.ts'
import { gone, Place } from './place.ts'
import { Runs } from './runs.ts'
import { kinds, type Struct, types, type Update } from './struct.ts'

/**
 * What must be known of a text to judge a change of it: up to where each client's items are known, what each of them is
 * a part of, and what is deleted. Far smaller than a `Y.Doc`, since neighbours of the same parent are one entry.
 */
export class Outline {
  readonly #clients = new Map<number, Runs>()
  readonly #deleted = new Deleted()
  readonly #body: Place
  /** Where each client ended before what is being tried. */
  #before = new Map<number, number>()

  constructor({ body }: Grammar) {
    this.#body = new Place('body', 0, body)
  }

  get deleted(): Deleted {
    return this.#deleted
  }

  /** Clocks below are known. */
  endOf(client: number): number {
    return this.#clients.get(client)?.end ?? 0
  }

  ends(): Map<number, number> {
    return new Map([...this.#clients].map(([client, runs]) => [client, runs.end]))
  }

  /** Takes in what was judged before; what is known of it already is passed over. False when something is missing. */
  learn({ sections, deletions }: Update): boolean {
    this.keep()
    const complete = inOrder(
      sections,
      (struct) => (struct.end <= this.endOf(struct.client) ? undefined : this.missing(struct)),
      (struct) => this.#learnStruct(struct),
    )
    this.#deleted.addAll(deletions)
    this.keep()
    return complete
  }

  #learnStruct(struct: Struct): void {
    const known = this.endOf(struct.client) - struct.clock
    if (known >= struct.length) return
    const place = this.placeOf(struct)
    if (known > 0) struct.length -= known
    this.add(struct, place)
  }

  /** The client without whose items this one cannot be placed. */
  missing(struct: Struct): number | undefined {
    if (struct.kind === kinds.skip || struct.clock > this.endOf(struct.client)) return struct.client
    if (this.#lacks(struct.originClient, struct.originClock)) return struct.originClient
    if (this.#lacks(struct.rightClient, struct.rightClock)) return struct.rightClient
    if (this.#lacks(struct.parentClient, struct.parentClock)) return struct.parentClient
    return undefined
  }

  #lacks(client: number, clock: number): boolean {
    return client >= 0 && clock >= this.endOf(client)
  }

  /** By its neighbours if it has any, as Yjs does; next to what is gone for good it is gone as well. */
  placeOf(struct: Struct): Place {
    if (struct.kind === kinds.gone) return gone(0)
    const left = this.#at(struct.originClient, struct.originClock)
    const right = this.#at(struct.rightClient, struct.rightClock)
    if (left?.kind === 'gone') return left
    if (right?.kind === 'gone') return right
    return left ?? right ?? this.#within(struct)
  }

  /** Neighbours that are not in the same place come from no editor. */
  isTorn(struct: Struct): boolean {
    if (struct.originClient < 0 || struct.rightClient < 0) return false
    const left = this.#at(struct.originClient, struct.originClock)
    const right = this.#at(struct.rightClient, struct.rightClock)
    return left !== right && left?.kind !== 'gone' && right?.kind !== 'gone'
  }

  add(struct: Struct, place: Place): void {
    const runs = this.#clients.get(struct.client) ?? new Runs()
    this.#clients.set(struct.client, runs)
    if (!this.#before.has(struct.client)) this.#before.set(struct.client, runs.end)
    runs.add(struct.length, place, madeBy(struct, place))
  }

  /** What has been added since is there to stay. */
  keep(): void {
    if (this.#before.size > 0) this.#before = new Map()
  }

  /** What has been added since was refused: nothing of it stays. */
  undo(): void {
    for (const [client, end] of this.#before) {
      if (end === 0) this.#clients.delete(client)
      else this.#clients.get(client)?.cutAt(end)
    }
    this.keep()
  }

  #at(client: number, clock: number): Place | undefined {
    return client < 0 ? undefined : this.#clients.get(client)?.at(clock)
  }

  #within(struct: Struct): Place {
    const parent = struct.parentName === undefined ? this.#madeBy(struct) : this.#root(struct.parentName)
    return struct.attribute === undefined ? parent : parent.attributeCalled(struct.attribute)
  }

  /** Nobody is ever shown another root. */
  #root(name: string): Place {
    return name === field ? this.#body : gone(0)
  }

  /** What a deleted item once made is gone. */
  #madeBy({ parentClient, parentClock }: Struct): Place {
    const runs = this.#clients.get(parentClient)
    return runs?.madeAt(parentClock) ?? gone((runs?.at(parentClock).depth ?? 0) + 1)
  }
}

function madeBy(struct: Struct, place: Place): Place | undefined {
  if (struct.kind !== kinds.type) return undefined
  const depth = place.depth + 1
  const rule = place.rule?.children.get(struct.name)
  if (place.kind === 'gone' || place.kind === 'attribute') return gone(depth)
  if (struct.type === types.words) return new Place('words', depth)
  return rule ? new Place('element', depth, rule) : gone(depth)
}
