import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Log } from '../../ports.ts'
import type { Clock } from './clock.ts'
import { Committed } from './committed.ts'
import type { Committer, Writer } from './committer.ts'
import { checkUpdate, isEmptyUpdate, malformed, Refusal } from './guard.ts'
import { type Change, type LoggedRow, merge, partsOf, type Receipt, type Stored } from './log.ts'
import { Logged } from './logged.ts'
import { kinds, savedMessage, savedStates, steps, syncMessage } from './messages.ts'
import { Presence } from './presence.ts'
import type { OpenSeat } from './seat.ts'

interface Pending extends Change {
  seat: OpenSeat
  number: number
}

const tooSlow = 1013
const notYours = 1008
const maxPending = 8 * 1024 * 1024
const tooMuchForCursors = 1024 * 1024
const tooMuch = 8 * 1024 * 1024

export interface Surroundings {
  committer: Pick<Committer, 'submit'>
  log: Log
  clock: Clock
  /** The log has become long enough to be merged. */
  full(): void
  /** What the presence of people here is, for other processes. */
  presenceElsewhere?: (bytes: Uint8Array) => void
}

/**
 * A text that is open, and who has it open. Knows the protocol and no sockets. What a writer sends is handed to the
 * committer and touches nothing else; only when it is stored it becomes part of the text that is served, goes to the
 * other seats, and is acknowledged. So whatever somebody has seen is there after a crash.
 */
export class Room implements Writer {
  readonly documentId: string
  readonly #seats = new Set<OpenSeat>()
  readonly #committed: Committed
  readonly #presence: Presence
  readonly #authors: Map<number, string>
  readonly #around: Surroundings
  /** Handed to the committer, oldest first. */
  readonly #pending: Pending[] = []
  #pendingBytes = 0
  readonly #logged: Logged
  #settling: { after: Pending; resolve: () => void }[] = []

  constructor(documentId: string, stored: Stored, around: Surroundings) {
    this.documentId = documentId
    this.#committed = new Committed(partsOf(stored))
    this.#logged = new Logged(stored)
    this.#authors = new Map(stored.authors)
    this.#around = around
    this.#presence = new Presence({
      clock: around.clock,
      tell: (message) => this.#tellPresence(message),
      tellElsewhere: around.presenceElsewhere,
      authorOf: (clientId) => this.#authors.get(clientId),
    })
  }

  get seats(): ReadonlySet<OpenSeat> {
    return this.#seats
  }

  /** The rows of the log that are part of the text here; what a compaction has covered is no row any more. */
  get seqs(): ReadonlySet<number> {
    return this.#logged.seqs
  }

  get generation(): number {
    return this.#logged.generation
  }

  /** Who is here, each person once; known from the seats, never from what clients say. */
  present(): { id: string; name: string; access: 'read' | 'write' }[] {
    const people = new Map<string, { id: string; name: string; access: 'read' | 'write' }>()
    for (const { personId: id, personName: name, access } of this.#seats)
      people.set(id, { id, name, access: people.get(id)?.access === 'write' ? 'write' : access })
    return [...people.values()]
  }

  enter(seat: OpenSeat): void {
    this.resume(seat)
    this.#send(seat, syncMessage(steps.vector, this.#committed.vector()))
    this.#introduceOthers(seat)
    if (seat.wantsSaved) this.#acknowledge(seat)
  }

  /** A seat that was here before and has only been asleep: it is neither greeted nor counted anew. */
  resume(seat: OpenSeat): void {
    this.#seats.add(seat)
  }

  leave(seat: OpenSeat): void {
    if (!this.#seats.delete(seat)) return
    this.#presence.leave(seat, ![...this.#seats].some(({ personId }) => personId === seat.personId))
  }

  /** From here on nothing that this seat sends is listened to, whatever is still on its way. */
  close(seat: OpenSeat, code: number): void {
    this.leave(seat)
    seat.line.close(code)
  }

  /** Whatever is wrong with a message ends the seat that sent it, before it has touched anything. */
  receive(seat: OpenSeat, bytes: Uint8Array): void {
    if (!this.#seats.has(seat)) return
    try {
      this.#read(seat, decoding.createDecoder(bytes))
    } catch (error) {
      const code = error instanceof Refusal ? error.code : malformed
      this.#around.log.error('document.message', error, { documentId: this.documentId, code })
      this.close(seat, code)
    }
  }

  /** Nothing waits to be stored. */
  get isSettled(): boolean {
    return this.#pending.length === 0
  }

  /** Resolves when everything is stored that has been received until now. */
  settle(): Promise<void> {
    const after = this.#pending.at(-1)
    if (!after) return Promise.resolve()
    return new Promise((resolve) => this.#settling.push({ after, resolve }))
  }

  /** These rows, all of them known here, have become part of the stored state. */
  merged(merged: { generation: number; seqs: number[] }): void {
    this.#logged.merged(merged)
  }

  /** Another process has stored this: it becomes part of the text and goes to everybody. */
  adopt(rows: LoggedRow[], authors: Map<number, string>): void {
    for (const [clientId, personId] of authors) this.#authors.set(clientId, personId)
    for (const row of rows.filter(({ seq }) => !this.seqs.has(seq))) {
      this.#logged.add(row)
      this.#spread(row.bytes)
    }
    if (this.#logged.isFull) this.#around.full()
  }

  /** Read anew from the database: whatever was missing here becomes part of the text and goes to everybody. */
  catchUp(stored: Stored): void {
    const whole = merge(partsOf(stored))
    for (const [clientId, personId] of stored.authors) this.#authors.set(clientId, personId)
    this.#logged.reread(stored)
    if (this.#committed.contains(whole)) return
    this.#spread(Y.diffUpdate(whole, this.#committed.vector()))
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

  stored(receipts: Receipt[]): void {
    const changes = this.#pending.splice(0, receipts.length)
    for (const [index, change] of changes.entries()) this.#settle(change, receipts[index] as Receipt)
    for (const seat of new Set(changes.map((change) => change.seat))) this.#acknowledge(seat)
    this.#settling = this.#settling.filter(({ after, resolve }) => !changes.includes(after) || resolve())
    if (this.#logged.isFull) this.#around.full()
  }

  unstored(): void {
    for (const seat of new Set(this.#pending.map((change) => change.seat))) this.#tellSaved(seat, savedStates.failing)
  }

  #read(seat: OpenSeat, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.sync) this.#sync(seat, decoder)
    if (kind === kinds.awareness) this.#presence.hear(seat, decoding.readVarUint8Array(decoder))
    if (kind === kinds.queryAwareness) this.#introduceOthers(seat)
  }

  /** A reader may ask for the text, but nothing that a reader sends may change it. */
  #sync(seat: OpenSeat, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === steps.vector) this.#send(seat, syncMessage(steps.missing, this.#committed.since(bytes)))
    else if (seat.access === 'write') this.#accept(seat, step, bytes)
  }

  #accept(seat: OpenSeat, step: number, bytes: Uint8Array): void {
    if (!isEmptyUpdate(bytes)) checkUpdate(bytes)
    seat.received += 1
    if (isEmptyUpdate(bytes) || (step === steps.missing && this.#committed.contains(bytes))) this.#acknowledge(seat)
    else if (this.#pendingBytes + bytes.length > maxPending) this.close(seat, tooSlow)
    else
      this.#submit({
        documentId: this.documentId,
        personId: seat.personId,
        bytes,
        binds: [],
        seat,
        number: seat.received,
      })
  }

  #submit(change: Pending): void {
    this.#pending.push(change)
    this.#pendingBytes += change.bytes.length
    change.seat.waiting += 1
    this.#around.committer.submit(change, this)
  }

  #settle({ seat, number, bytes }: Pending, receipt: Receipt): void {
    this.#pendingBytes -= bytes.length
    seat.waiting -= 1
    if ('refused' in receipt) this.close(seat, notYours)
    else this.#publish(seat, number, receipt.seq, bytes)
  }

  #publish(seat: OpenSeat, number: number, seq: number, bytes: Uint8Array): void {
    seat.stored = number
    this.#logged.add({ seq, bytes })
    this.#spread(bytes, seat)
  }

  #spread(bytes: Uint8Array, from?: OpenSeat): void {
    this.#committed.add(bytes)
    const message = syncMessage(steps.update, bytes)
    for (const seat of this.#seats) if (seat !== from) this.#send(seat, message)
  }

  /** When nothing of a seat waits any more, that covers what needed no storing too. */
  #acknowledge(seat: OpenSeat): void {
    if (seat.waiting === 0) seat.stored = seat.received
    this.#tellSaved(seat, seat.access === 'read' ? savedStates.readOnly : savedStates.fine)
  }

  #tellSaved(seat: OpenSeat, state: (typeof savedStates)[keyof typeof savedStates]): void {
    if (seat.wantsSaved && this.#seats.has(seat)) this.#send(seat, savedMessage(seat.stored, state))
  }

  #introduceOthers(seat: OpenSeat): void {
    const everybody = this.#presence.everybody()
    if (everybody) this.#send(seat, everybody)
  }

  #tellPresence(message: Uint8Array): void {
    for (const seat of this.#seats) if (seat.line.waiting() < tooMuchForCursors) this.#send(seat, message)
  }

  #send(seat: OpenSeat, message: Uint8Array): void {
    seat.line.send(message)
    if (seat.line.waiting() > tooMuch) this.close(seat, tooSlow)
  }
}
