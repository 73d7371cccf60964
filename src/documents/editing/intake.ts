import type { Committer, Writer } from './committer.ts'
import { countGap, countStored, type Receivable } from './counting.ts'
import type { Guard, Verdict } from './guard/judging.ts'
import type { Owners } from './guard/owners.ts'
import { malformed, tooMuch } from './guard/refusal.ts'
import type { Change, Receipt } from './log.ts'
import type { OpenSeat } from './seat.ts'

interface Pending extends Change {
  from: OpenSeat
  /** What is counted as stored together with it. */
  waiting: Receivable[]
  /** Parts of it were left out because they were known from a change that was refused afterwards. */
  isDoubtful?: boolean
}

const maxPending = 8 * 1024 * 1024
/** Who types while an answer is on its way makes a gap with each key. */
const maxGaps = 1_000

/** What the room does about it. */
interface Around {
  committer: Pick<Committer, 'submit'>
  guard: Guard
  owners: Owners
  publish(stored: { bytes: Uint8Array; from: OpenSeat; seq: number }[]): void
  acknowledge(seat: OpenSeat, isFailing?: boolean): void
  /** Asks for everything that the seat has. */
  ask(seat: OpenSeat): void
  /** The same, when the text has been read anew: somebody may know what another process has stored. */
  askLater(seat: OpenSeat): void
  close(seat: OpenSeat, code: number, reason: string): void
}

/** What seats of a room have sent, from the first look at it until it is stored. */
export class Intake implements Writer {
  readonly #documentId: string
  readonly #around: Around
  /** Handed to the committer, oldest first. */
  readonly #pending: Pending[] = []
  #pendingBytes = 0
  #settling: { after: Pending; resolve: () => void }[] = []

  constructor(documentId: string, around: Around) {
    this.#documentId = documentId
    this.#around = around
  }

  /** Nothing waits to be stored. */
  get isSettled(): boolean {
    return this.#pending.length === 0
  }

  /** Accepted and not yet stored. */
  parts(): Uint8Array[] {
    return this.#pending.map(({ bytes }) => bytes)
  }

  /** Resolves when everything is stored that has been received until now. */
  settle(): Promise<void> {
    const after = this.#pending.at(-1)
    if (!after) return Promise.resolve()
    return new Promise((resolve) => this.#settling.push({ after, resolve }))
  }

  /** What an honest client sends when it has nothing to say is never looked at, so that a text that is only read stays as it is. */
  take(seat: OpenSeat, bytes: Uint8Array, isAnswer: boolean): void {
    const verdict = isEmptyUpdate(bytes)
      ? nothing
      : this.#around.guard.judge(bytes, { personId: seat.personId, isAnswer: isAnswer && seat.isHeard === true })
    seat.received += 1
    if (isAnswer) seat.asked = false
    const received = { seat, number: seat.received, isAnswer }
    if (verdict.kind === 'new') this.#submit(received, verdict)
    else if (verdict.kind === 'known') this.#wait(received)
    else this.#gap(received)
  }

  stored(receipts: Receipt[]): void {
    const changes = this.#pending.splice(0, receipts.length)
    this.#doubt(changes, receipts)
    const stored = changes.flatMap((change, index) => this.#settle(change, receipts[index] as Receipt))
    if (stored.length > 0) this.#around.publish(stored)
    for (const seat of this.#count(changes, receipts)) this.#around.acknowledge(seat)
    this.#settling = this.#settling.filter(({ after, resolve }) => !changes.includes(after) || resolve())
  }

  unstored(): void {
    for (const seat of new Set(this.#pending.map(({ from }) => from))) this.#around.acknowledge(seat, true)
  }

  #submit(received: Receivable, { bytes, binds }: Extract<Verdict, { kind: 'new' }>): void {
    const from = received.seat
    const change = { documentId: this.#documentId, personId: from.personId, bytes, binds, from, waiting: [received] }
    if (this.#pendingBytes + bytes.length > maxPending) this.#overflow(from)
    else this.#store(change)
  }

  #store(change: Pending): void {
    this.#pending.push(change)
    this.#pendingBytes += change.bytes.length
    this.#around.committer.submit(change, this)
  }

  /** It has been accepted as part of the text, but will not be stored. */
  #overflow(seat: OpenSeat): void {
    this.#around.guard.forget()
    this.#around.close(seat, tooMuch, 'pending')
  }

  /** What is known may still be on its way into the database. */
  #wait(received: Receivable): void {
    const last = this.#pending.at(-1)
    if (last) last.waiting.push(received)
    else {
      countStored(received)
      this.#around.acknowledge(received.seat)
    }
  }

  #gap(received: Receivable): void {
    const { seat, isAnswer } = received
    if (countGap(received) > maxGaps) this.#around.close(seat, tooMuch, 'gaps')
    else if (!seat.asked) {
      seat.asked = true
      if (isAnswer) this.#around.askLater(seat)
      else this.#around.ask(seat)
    }
  }

  #settle({ bytes, binds, personId, from }: Pending, receipt: Receipt) {
    this.#pendingBytes -= bytes.length
    if ('seq' in receipt) {
      this.#around.owners.confirm(binds.map((clientId) => [clientId, personId]))
      return [{ bytes, from, seq: receipt.seq }]
    }
    this.#around.owners.deny(binds)
    this.#around.guard.forget()
    return []
  }

  /** What was judged together with a change that is refused counts as stored only when it has been told once more. */
  #doubt(changes: Pending[], receipts: Receipt[]): void {
    const first = receipts.findIndex((receipt) => 'refused' in receipt)
    if (first < 0) return
    for (const change of [...changes.slice(first), ...this.#pending]) change.isDoubtful = true
  }

  /**
   * Words that turned out to be under the id of somebody else are a gap like any other: an honest client may have heard
   * of them from a process that knows more than this one.
   */
  #count(changes: Pending[], receipts: Receipt[]): Set<OpenSeat> {
    const seats = new Set<OpenSeat>()
    for (const [index, { waiting, personId, isDoubtful }] of changes.entries())
      for (const received of waiting) {
        const receipt = receipts[index] as Receipt
        const isRefused = 'refused' in receipt && received.seat.personId === personId
        if (isRefused && receipt.refused === 'unfit') this.#around.close(received.seat, malformed, 'unfit')
        else if (!isRefused && !isDoubtful) countStored(received)
        else this.#gap(received)
        seats.add(received.seat)
      }
    return seats
  }
}

const nothing: Verdict = { kind: 'known' }

/** Most clients answer the first step with an update in which there is nothing. */
const isEmptyUpdate = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0
