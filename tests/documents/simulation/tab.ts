import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessMessage, kinds, savedStates, steps, syncMessage } from '#src/documents/editing/messages.ts'
import { field } from '#src/documents/markup.ts'
import { Saving } from '#views/documents/editor-saving.ts'
import type { Dice } from './dice.ts'
import { newDoc } from './truth.ts'
import { typing, write } from './writing.ts'

export interface Person {
  id: string
  access: 'write' | 'read' | 'none'
}

/** The tab's end of its line. */
export interface TabWire {
  send(frame: Uint8Array): void
  closeByClient(): void
  cut(): void
  stall(ms: number, direction: 'up' | 'down' | 'both'): void
  /** So heavy is each byte that waits, where that can be told. */
  weight?: number
}

/** What a tab needs of the world around it. */
export interface Surroundings {
  dice: Dice
  later(ms: number, work: () => void): () => void
  /** A handshake; says no with undefined, and then whether it is worth trying again. */
  dial(tab: Tab, opened: (wire: TabWire) => void, refused: (final: boolean) => void): void
  /** The database must have this. */
  mustBeStored(tab: Tab, update: Uint8Array, what: string): void
  made(tab: Tab, update: Uint8Array): void
  closed(tab: Tab, code: number): void
}

/** What the browser writes down, one piece at a time: what has changed, and what the server is known to have. */
export interface Note {
  update?: Uint8Array
  mark?: { vector: Map<number, number>; unsent: boolean }
}

/** How soon it is written down what the server has. */
const lazily = 500

const remote = Symbol('remote')
const persistence = Symbol('persistence')

const isFinal = (code: number) => code >= 4400 && code < 4500

/**
 * A tab of a browser: the editor's operations, a faithful small model of the y-websocket provider, the real count of
 * what is saved, and a store of its own that survives a crash of the browser.
 */
export class Tab {
  readonly doc = newDoc()
  readonly person: Person
  readonly documentId: string
  readonly saving = new Saving(this.doc)
  readonly #around: Surroundings
  readonly #undo: Y.UndoManager
  /** What the browser keeps, if it does. */
  readonly kept: Note[]
  wire: TabWire | undefined
  synced = false
  ended = false
  alive = true
  /** Own changes of this connection in the order in which they were sent. */
  #sent: Uint8Array[] = []
  #counted = 0
  #failures = 0
  #cursors = 0
  /** Own changes that nobody has called saved yet. */
  readonly #made: Uint8Array[] = []
  #saidUnsent = false
  #noteLater: (() => void) | undefined
  #cancelDial: () => void = () => undefined

  constructor(person: Person, documentId: string, clientId: number, around: Surroundings, kept: Note[] = []) {
    this.person = person
    this.documentId = documentId
    this.doc.clientID = clientId
    this.kept = kept
    this.#around = around
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#changed(update, origin))
    this.#undo = new Y.UndoManager(this.doc.getXmlFragment(field), {
      trackedOrigins: new Set([typing]),
      captureTimeout: 0,
      doc: this.doc,
    })
  }

  get connected(): boolean {
    return this.wire !== undefined
  }

  /** What was kept comes back in one piece. */
  remember(): void {
    const updates = this.kept.flatMap(({ update }) => update ?? [])
    const mark = this.kept.findLast((note) => note.mark)?.mark
    if (updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(updates), persistence)
    this.#made.push(...updates)
    if (mark) this.saving.recall(mark.vector, mark.unsent)
    this.#saidUnsent = Boolean(mark?.unsent)
  }

  write(): void {
    write(this.doc, this.#around.dice)
    if (this.#around.dice.chance(0.15)) this.#tellCursor()
  }

  undo(): void {
    if (this.#around.dice.chance(0.7)) this.#undo.undo()
    else this.#undo.redo()
  }

  /** As somebody does who is not sure what has arrived. */
  repeat(): void {
    if (this.#sent.length > 0) this.#sendChange(steps.update, this.#around.dice.pick(this.#sent))
  }

  connect(): void {
    this.#cancelDial()
    if (!this.alive || this.ended || this.wire) return
    this.#around.dial(
      this,
      (wire) => this.#opened(wire),
      (final) => this.#closed(final ? 4403 : 1006),
    )
  }

  /** The browser is gone, and with it all that it has not kept. */
  crash(): void {
    this.alive = false
    this.wire?.closeByClient()
    this.wire = undefined
  }

  hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.sync) this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    if (kind === kinds.saved) this.#heard(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
  }

  closed(code: number): void {
    this.wire = undefined
    this.#around.closed(this, code)
    this.#closed(code)
  }

  #opened(wire: TabWire): void {
    this.wire = wire
    this.synced = false
    this.#sent = []
    this.#counted = 0
    this.saving.opened()
    wire.send(syncMessage(steps.vector, Y.encodeStateVector(this.doc)))
    this.#tellCursor()
  }

  #closed(code: number): void {
    this.ended ||= isFinal(code)
    this.#failures += 1
    this.#cancelDial = this.#around.later(Math.min(2 ** this.#failures * 100, 2_500), () => this.connect())
  }

  #changed(update: Uint8Array, origin: unknown): void {
    if (origin === persistence) return
    if (origin !== remote) this.#make(update)
    this.kept.push(this.saving.complete || this.#saidUnsent ? { update } : { update, mark: this.#mark() })
    if (origin === remote) return
    if (this.wire) this.#sendChange(steps.update, update)
  }

  #mark(): NonNullable<Note['mark']> {
    this.#saidUnsent = !this.saving.complete
    return { vector: new Map(this.saving.known), unsent: this.#saidUnsent }
  }

  #make(update: Uint8Array): void {
    this.saving.changed()
    this.#made.push(update)
    this.#around.made(this, update)
  }

  #sendChange(step: 1 | 2, update: Uint8Array): void {
    this.#sent.push(update)
    this.saving.sent(step)
    this.wire?.send(syncMessage(step, update))
  }

  #sync(step: number, bytes: Uint8Array): void {
    if (step === steps.vector) this.#answer(bytes)
    else this.#learn(step, bytes)
  }

  #learn(step: number, bytes: Uint8Array): void {
    if (step === steps.update) this.saving.learnt(bytes)
    this.#around.mustBeStored(this, bytes, 'was shown')
    Y.applyUpdate(this.doc, bytes, remote)
    if (step !== steps.missing) return
    this.synced = true
    this.#failures = 0
  }

  #answer(vector: Uint8Array): void {
    this.saving.told(Y.decodeStateVector(vector))
    this.#sendChange(steps.missing, Y.encodeStateAsUpdate(this.doc, vector))
  }

  /** Each change that is counted, and all of them once the page says so. */
  #heard(count: number, state: number): void {
    this.saving.heard(count, state)
    this.#noteLater ??= this.#around.later(lazily, () => {
      this.#noteLater = undefined
      this.kept.push({ mark: this.#mark() })
    })
    if (state === savedStates.readOnly) return
    if (count > this.#sent.length) this.#around.mustBeStored(this, never, `${count} of ${this.#sent.length} counted`)
    for (const update of this.#sent.slice(this.#counted, count)) this.#around.mustBeStored(this, update, 'was counted')
    this.#counted = Math.max(this.#counted, count)
    if (!this.saving.complete) return
    for (const update of this.#made.splice(0)) this.#around.mustBeStored(this, update, 'was called saved')
  }

  #tellCursor(): void {
    this.wire?.send(awarenessMessage(cursorOf(this.doc.clientID, ++this.#cursors)))
  }
}

export const nameOf = ({ person, documentId, doc }: Tab) => `${person.id}/${documentId}/${doc.clientID}`

/** No database has this. */
const never = (() => {
  const doc = newDoc()
  doc.clientID = 0
  doc.getText('never').insert(0, 'never')
  return Y.encodeStateAsUpdate(doc)
})()

const cursorOf = (clientId: number, clock: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, '{"cursor":null}')
  })
