import { field } from '../../markup.ts'
import { isAllowed } from './allowed.ts'
import type { Grammar } from './grammar.ts'
import { inOrder } from './order.ts'
import { Outline } from './outline.ts'
import type { Owners } from './owners.ts'
import { readUpdate } from './reading.ts'
import { malformed, Refusal, tooLarge, tooMuch } from './refusal.ts'
import { sorted } from './sorting.ts'
import { onlyNew, withDeletions } from './stripping.ts'
import { kinds, type Range, type Section, type Struct, type Update } from './struct.ts'

export const maxUpdate = 1024 * 1024
const maxMarks = 10_000
const maxBinds = 200

export type Verdict =
  /** This much of it is new and may be stored, once these ids are bound to its sender. */
  | { kind: 'new'; bytes: Uint8Array; binds: number[] }
  /** All of it is here already, or on its way into the database. */
  | { kind: 'known' }
  /** Something is missing before it, which its sender may still have. */
  | { kind: 'gap' }

const gap: Verdict = { kind: 'gap' }
const known: Verdict = { kind: 'known' }

interface Sender {
  personId: string
  /** An answer to the question for everything: what it tells about others is left out and no gap. */
  isAnswer: boolean
}

interface Around {
  grammar: Grammar
  owners: Owners
  /** The text, and what has been accepted and is not stored yet. */
  parts(): Uint8Array[]
}

/**
 * Looks at each update before it touches anything. What it says about the text is judged against an outline, which is
 * made when the first one comes and follows what was accepted.
 */
export class Guard {
  readonly #around: Around
  #known: Outline | undefined

  constructor(around: Around) {
    this.#around = around
  }

  /** Throws a `Refusal`, or what decoders throw, for what no editor sends. */
  judge(bytes: Uint8Array, sender: Sender): Verdict {
    if (bytes.length > maxUpdate) throw new Refusal(tooLarge, 'size')
    const update = readUpdate(bytes)
    const inOrder = sorted(bytes, update)
    return inOrder ? this.#judgeSorted(inOrder, readUpdate(inOrder), sender) : this.#judgeSorted(bytes, update, sender)
  }

  #judgeSorted(bytes: Uint8Array, update: Update, sender: Sender): Verdict {
    const outline = this.#outline()
    const foreign = this.#foreignIn(update, outline, sender)
    if (foreign.length > 0 && !(sender.isAnswer && this.#isDecided(foreign))) return gap
    const isAllNew = foreign.length === 0 && update.sections.every((one) => one.start >= outline.endOf(one.client))
    if (isAllNew) return this.#judgeNew(bytes, update, outline, sender)
    const rest = onlyNew(bytes, update, outline, foreign)
    return this.#judgeNew(rest, readUpdate(rest), outline, sender)
  }

  /** Judged and stored by another process. */
  learn(bytes: Uint8Array): void {
    if (this.#known && !this.#known.learn(readUpdate(bytes))) this.forget()
  }

  /** What was accepted has not been stored after all; the outline is made anew when it is needed. */
  forget(): void {
    this.#known = undefined
  }

  #outline(): Outline {
    if (this.#known) return this.#known
    const outline = new Outline(this.#around.grammar)
    const learnt = this.#around.parts().map((part) => outline.learn(readUpdate(part)))
    // What hangs on a row that has not been heard of yet is left out, and would stay so when that row comes.
    if (learnt.every(Boolean)) this.#known = outline
    return outline
  }

  /** Unseen words under an id of somebody else; what is known under such an id may well be repeated. */
  #foreignIn({ sections }: Update, outline: Outline, { personId }: Sender): Section[] {
    return sections.filter(({ client, end }) => {
      const seen = outline.endOf(client)
      if (end <= seen) return false
      const owner = this.#around.owners.ownerOf(client)
      return owner === undefined ? seen > 0 : owner !== personId
    })
  }

  /** While it is open whose they are they may be the sender's own: nobody shall take them for stored. */
  #isDecided(foreign: Section[]): boolean {
    return foreign.every(({ client }) => this.#around.owners.isBound(client))
  }

  #judgeNew(bytes: Uint8Array, update: Update, outline: Outline, { personId }: Sender): Verdict {
    let fits = false
    try {
      fits = this.#fits(update, outline, personId)
    } finally {
      if (!fits) outline.undo()
    }
    if (!fits) return gap
    outline.keep()
    const fresh = update.deletions.filter((range) => !outline.deleted.has(range))
    if (update.sections.length === 0 && fresh.length === 0) return known
    outline.deleted.addAll(fresh)
    const isAllFresh = fresh.length === update.deletions.length
    return {
      kind: 'new',
      bytes: isAllFresh ? bytes : withDeletions(bytes.subarray(0, update.deletionsAt), fresh),
      binds: this.#bind(update, personId),
    }
  }

  #fits({ sections, deletions }: Update, outline: Outline, personId: string): boolean {
    if (sections.length > maxBinds) throw new Refusal(malformed, 'binds')
    // Each change carries all that are open along, and one commit takes many changes.
    if (sections.length + this.#around.owners.unconfirmedOf(personId).length > maxBinds)
      throw new Refusal(tooMuch, 'binds')
    let marks = 0
    const visit = (struct: Struct) => {
      if (struct.kind === kinds.mark && ++marks > maxMarks) throw new Refusal(malformed, 'marks')
      this.#admit(struct, outline)
    }
    return (
      inOrder(sections, (struct) => this.#missing(struct, outline, personId), visit) &&
      deletions.every((range) => this.#isThere(range, outline, personId))
    )
  }

  #admit(struct: Struct, outline: Outline): void {
    if (struct.parentName !== undefined && struct.parentName !== field) throw new Refusal(malformed, 'root')
    if (outline.isTorn(struct)) throw new Refusal(malformed, 'torn')
    const place = outline.placeOf(struct)
    if (!isAllowed(this.#around.grammar, place, struct)) throw new Refusal(malformed, 'schema')
    outline.add(struct, place)
  }

  #missing(struct: Struct, outline: Outline, personId: string): number | undefined {
    const { owners } = this.#around
    if (!owners.isAnyOpen) return outline.missing(struct)
    return (
      outline.missing(struct) ??
      [struct.originClient, struct.rightClient, struct.parentClient].find((id) => owners.isUnseen(id, personId))
    )
  }

  /** To delete what has not been written yet would silence whoever writes it. */
  #isThere({ client, clock, length }: Range, outline: Outline, personId: string): boolean {
    return clock + length <= outline.endOf(client) && !this.#around.owners.isUnseen(client, personId)
  }

  #bind({ sections }: Update, personId: string): number[] {
    this.#around.owners.bind(
      sections.map(({ client }) => client),
      personId,
    )
    return this.#around.owners.unconfirmedOf(personId)
  }
}
