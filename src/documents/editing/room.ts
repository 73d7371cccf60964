import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Log } from '../../ports.ts'
import { schema } from '../content/codec.ts'
import { Allowances, costs } from './allowance.ts'
import { Audience, type Present } from './audience.ts'
import type { Clock } from './clock.ts'
import { Committed } from './committed.ts'
import type { Committer } from './committer.ts'
import { follows } from './guard/following.ts'
import { grammarOf } from './guard/grammar.ts'
import { Guard } from './guard/judging.ts'
import { Owners } from './guard/owners.ts'
import { malformed, Refusal, tooMuch } from './guard/refusal.ts'
import { Intake } from './intake.ts'
import { type LoggedRow, merge, partsOf, type Stored } from './log.ts'
import { Logged } from './logged.ts'
import { kinds, steps, syncMessage } from './messages.ts'
import { Presence } from './presence.ts'
import type { OpenSeat } from './seat.ts'

const grammar = grammarOf(schema)

export interface Surroundings {
  committer: Pick<Committer, 'submit'>
  log: Log
  clock: Clock
  /** The log has become long enough to be merged. */
  full(): void
  /** Reads the text anew, as something seems to be stored that is not known here. Answers whether it could. */
  reread?: () => Promise<boolean>
  /** What the presence of people here is, for other processes. */
  presenceElsewhere?: (bytes: Uint8Array) => void
  /** A seat was closed because of what it sent; to be counted. */
  refused?: (reason: string) => void
}

/**
 * A text that is open, and who has it open. Knows the protocol and no sockets. What a writer sends is judged, handed to
 * the committer and touches nothing else; only when it is stored it becomes part of the text that is served, goes to
 * the other seats, and is acknowledged. So whatever somebody has seen is there after a crash.
 */
export class Room {
  readonly documentId: string
  readonly #audience = new Audience((seat) => this.close(seat, tooMuch))
  readonly #allowances: Allowances
  readonly #committed: Committed
  readonly #logged: Logged
  readonly #owners: Owners
  readonly #guard: Guard
  readonly #intake: Intake
  readonly #presence: Presence
  readonly #around: Surroundings

  constructor(documentId: string, stored: Stored, around: Surroundings) {
    this.documentId = documentId
    this.#around = around
    this.#allowances = new Allowances(around.clock)
    this.#committed = new Committed(partsOf(stored))
    this.#logged = new Logged(stored)
    this.#owners = new Owners(stored.authors, (clientId) => this.#presence.claimantOf(clientId))
    this.#presence = new Presence({
      clock: around.clock,
      tell: (message) => this.#audience.sendCursors(message),
      tellElsewhere: around.presenceElsewhere,
      authorOf: (clientId) => this.#owners.authorOf(clientId),
    })
    const parts = () => [this.#committed.whole(), ...this.#intake.parts()]
    this.#guard = new Guard({ grammar, owners: this.#owners, parts })
    this.#intake = new Intake(documentId, {
      committer: around.committer,
      guard: this.#guard,
      owners: this.#owners,
      publish: (stored) => this.#publish(stored),
      acknowledge: (seat, isFailing) => this.#audience.tellSaved(seat, isFailing),
      ask: (seat) => this.#ask(seat),
      askLater: (seat) => this.#askLater(seat),
      close: (seat, code, reason) => this.#refuse(seat, new Refusal(code, reason)),
    })
  }

  get seats(): ReadonlySet<OpenSeat> {
    return this.#audience.seats
  }

  /** The rows of the log that are part of the text here; what a compaction has covered is no row any more. */
  get seqs(): ReadonlySet<number> {
    return this.#logged.seqs
  }

  get generation(): number {
    return this.#logged.generation
  }

  present(): Present[] {
    return this.#audience.people()
  }

  enter(seat: OpenSeat): void {
    this.resume(seat)
    this.#ask(seat)
    this.#introduceOthers(seat)
    this.#audience.tellSaved(seat)
  }

  /** A seat that was here before and has only been asleep: it is neither greeted nor counted anew. */
  resume(seat: OpenSeat): void {
    this.#audience.add(seat)
  }

  leave(seat: OpenSeat): void {
    if (this.#audience.remove(seat)) this.#presence.leave(seat, !this.#audience.hasPerson(seat.personId))
  }

  /** From here on nothing that this seat sends is listened to, whatever is still on its way. */
  close(seat: OpenSeat, code: number): void {
    this.leave(seat)
    seat.line.close(code)
  }

  /** Whatever is wrong with a message ends the seat that sent it, before it has touched anything. */
  receive(seat: OpenSeat, bytes: Uint8Array): void {
    if (!this.seats.has(seat)) return
    try {
      this.#allowances.spend(seat.personId, costs.message + costs.bytes(bytes.length))
      this.#read(seat, decoding.createDecoder(bytes))
    } catch (error) {
      this.#refuse(seat, error)
    }
  }

  /** Nothing waits to be stored. */
  get isSettled(): boolean {
    return this.#intake.isSettled
  }

  /** Resolves when everything is stored that has been received until now. */
  settle(): Promise<void> {
    return this.#intake.settle()
  }

  /** These rows, all of them known here, have become part of the stored state. */
  merged(merged: { generation: number; seqs: number[] }): void {
    this.#logged.merged(merged)
  }

  /** Stored by another process: it goes to everybody. What hangs on a row not heard of is left, to be read with that. */
  adopt(rows: LoggedRow[], authors: Map<number, string>): void {
    this.#owners.confirm(authors)
    for (const row of rows.filter(({ seq }) => !this.seqs.has(seq))) {
      if (!follows(row.bytes, this.#committed.ends())) continue
      this.#logged.add(row)
      this.#learn(row.bytes)
    }
    if (this.#logged.isFull) this.#around.full()
  }

  /** Read anew from the database: whatever was missing here becomes part of the text and goes to everybody. */
  catchUp(stored: Stored): void {
    const whole = merge(partsOf(stored))
    this.#owners.confirm(stored.authors)
    this.#logged.reread(stored)
    if (this.#committed.contains(whole)) return
    this.#learn(Y.diffUpdate(whole, this.#committed.vector()))
  }

  /** Where people in another process are, already judged and stamped there. */
  hearElsewhere(process: string, bytes: Uint8Array): void {
    this.#presence.hearElsewhere(process, bytes)
  }

  /** That process has ended or closed the text. */
  forgetElsewhere(process: string): void {
    this.#presence.forgetElsewhere(process)
  }

  /** Where everybody is who is here, for a process that has just opened the text. */
  presenceHere(): Uint8Array | undefined {
    return this.#presence.here()
  }

  #read(seat: OpenSeat, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.sync) this.#sync(seat, decoder)
    if (kind === kinds.awareness) this.#presence.hear(seat, decoding.readVarUint8Array(decoder))
    if (kind === kinds.queryAwareness) {
      this.#allowances.spend(seat.personId, costs.everybody)
      this.#introduceOthers(seat)
    }
  }

  /** A reader may ask for the text, but nothing that a reader sends may change it. */
  #sync(seat: OpenSeat, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === steps.vector) this.#answer(seat, bytes)
    else if (seat.access === 'write') this.#intake.take(seat, bytes, step === steps.missing)
  }

  #answer(seat: OpenSeat, vector: Uint8Array): void {
    this.#allowances.spend(seat.personId, costs.question)
    this.#audience.send(seat, syncMessage(steps.missing, this.#committed.since(vector)))
  }

  #ask(seat: OpenSeat): void {
    this.#audience.send(seat, syncMessage(steps.vector, this.#committed.vector()))
  }

  #askLater(seat: OpenSeat): void {
    const ask = (isRead: boolean) => {
      seat.isHeard ||= isRead
      this.#ask(seat)
    }
    if (this.#around.reread) void this.#around.reread().then(ask)
    else ask(true)
  }

  #refuse(seat: OpenSeat, error: unknown): void {
    const { code, reason } = error instanceof Refusal ? error : { code: malformed, reason: 'broken' }
    if (!this.seats.has(seat)) return
    this.#around.log.error('document.message', error, { documentId: this.documentId, code })
    this.#around.refused?.(reason)
    this.close(seat, code)
  }

  #publish(stored: { bytes: Uint8Array; from: OpenSeat; seq: number }[]): void {
    for (const { bytes, from, seq } of stored) {
      this.#logged.add({ seq, bytes })
      this.#spread(bytes, from)
    }
    if (this.#logged.isFull) this.#around.full()
  }

  #learn(bytes: Uint8Array): void {
    this.#guard.learn(bytes)
    this.#spread(bytes)
  }

  #spread(bytes: Uint8Array, from?: OpenSeat): void {
    this.#committed.add(bytes)
    this.#audience.sendAll(syncMessage(steps.update, bytes), from)
  }

  #introduceOthers(seat: OpenSeat): void {
    const everybody = this.#presence.everybody()
    if (everybody) this.#audience.send(seat, everybody)
  }
}
