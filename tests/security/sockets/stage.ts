import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Clock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import { type Change, merge, type Receipt } from '#src/documents/editing/log.ts'
import { Room } from '#src/documents/editing/room.ts'
import { type OpenSeat, openSeat } from '#src/documents/editing/seat.ts'
import { field } from '#src/documents/markup.ts'
import type { Log } from '#src/ports.ts'
import type { Chance } from './chance.ts'
import { editFields, onBytes } from './mutations.ts'
import { frames, learn } from './raw.ts'
import { paragraphOf } from './updates.ts'

interface Sitting {
  seat: OpenSeat
  doc: Y.Doc
  code?: number
}

/** A room in memory with two honest people and somebody who throws things. */
export interface Stage {
  room: Room
  committer: Committer
  rows: Change[]
  owners: Map<number, string>
  stored(): Uint8Array
  swantje: Sitting
  tarek: Sitting
  gerd: Sitting
  /** Honest frames, to be spoilt. */
  corpus: Uint8Array[]
  updates: Uint8Array[]
  /** What went wrong where nothing may go wrong. */
  failures: string[]
  hurled: number
  write(): void
  comeBack(): void
}

/** Takes no notice of what the room logs, and lets as much time pass as nobody has. */
const silent: Log = { info: () => undefined, error: () => undefined }

function patientClock(): Clock {
  let now = 0
  return {
    now: () => (now += 10_000),
    later: (ms, work) => {
      const timer = setTimeout(work, Math.min(ms, 1))
      return () => clearTimeout(timer)
    },
  }
}

/** A store like the database's: a client id belongs to whoever came first. */
function memory() {
  const rows: Change[] = []
  const owners = new Map<number, string>()
  const keep = (change: Change): Receipt => {
    if (change.binds.some((id) => (owners.get(id) ?? change.personId) !== change.personId))
      return { refused: 'foreign' }
    for (const id of change.binds) owners.set(id, change.personId)
    return { seq: rows.push(change) }
  }
  return { rows, owners, store: async (changes: Change[]) => changes.map(keep) }
}

export function stage(chance: Chance): Stage {
  const { rows, owners, store } = memory()
  const clock = patientClock()
  const failures: string[] = []
  const committer = new Committer(store, { ...silent, error: (event) => void failures.push(event) }, { clock })
  const nothing = { state: null, generation: 0, rows: [], authors: new Map<number, string>() }
  const room = new Room('d', nothing, { committer, log: silent, clock, full: () => undefined })
  const [swantje, tarek] = [sit(room, 'swantje', docOf(1_001)), sit(room, 'tarek', docOf(1_002))]
  const corpus = [frames.vector(new Uint8Array([0])), frames.raw(3)]
  const updates: Uint8Array[] = []
  const send = (person: Sitting) => (update: Uint8Array, origin: unknown) => {
    if (origin === room) return
    updates.push(update)
    corpus.push(frames.update(update), frames.missing(Y.encodeStateAsUpdate(person.doc)))
    room.receive(person.seat, frames.update(update))
  }
  for (const person of [swantje, tarek]) person.doc.on('update', send(person))
  const here: Stage = {
    room,
    committer,
    rows,
    owners,
    stored: () => merge(rows.map(({ bytes }) => bytes)),
    swantje,
    tarek,
    gerd: sit(room, 'gerd', docOf(1_003)),
    corpus,
    updates,
    failures,
    hurled: 0,
    write: () => {
      writeSomething(chance.one([swantje, tarek]), chance)
      room.receive(here.gerd.seat, frames.vector(Y.encodeStateVector(here.gerd.doc)))
    },
    comeBack: () => {
      here.gerd = sit(room, 'gerd', here.gerd.doc)
    },
  }
  for (const person of [swantje, tarek]) person.doc.getXmlFragment(field).push([paragraphOf('Dorf')])
  return here
}

/** The same client each time, so that the same happens again. */
function docOf(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

function sit(room: Room, personId: string, doc: Y.Doc): Sitting {
  const sitting = { doc } as Sitting
  const line = {
    send: (message: Uint8Array) => hear(room, sitting, message),
    close: (code: number) => {
      sitting.code = code
    },
    waiting: () => 0,
  }
  const who = {
    documentId: 'd',
    groupId: 'g',
    personId,
    personName: personId,
    sessionId: personId,
    access: 'write' as const,
  }
  sitting.seat = openSeat(who, line, true)
  room.enter(sitting.seat)
  room.receive(sitting.seat, frames.vector(Y.encodeStateVector(doc)))
  return sitting
}

function hear(room: Room, { doc, seat }: Sitting, message: Uint8Array): void {
  const decoder = decoding.createDecoder(message)
  if (decoding.readVarUint(decoder) !== 0) return
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step > 0 && seat?.personId === 'gerd') learn(doc, bytes)
  else if (step > 0) Y.applyUpdate(doc, bytes, room)
  else if (seat) queueMicrotask(() => room.receive(seat, frames.missing(Y.encodeStateAsUpdate(doc, bytes))))
}

function writeSomething({ doc }: Sitting, chance: Chance): void {
  const body = doc.getXmlFragment(field)
  const paragraph = chance.one(body.toArray())
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  const what = chance.below(10)
  if (!(text instanceof Y.XmlText) || what < 3) body.insert(chance.below(body.length + 1), [some(chance)])
  else if (what < 5) text.format(0, text.length, { bold: {} })
  else if (what < 7 && text.length > 3) text.delete(0, 2)
  else text.insert(chance.below(text.length + 1), chance.one(['Wind', 'Wärme ', 'Hof']))
}

function some(chance: Chance): Y.XmlElement {
  if (chance.happens(0.6)) return paragraphOf('Dorf')
  const [list, entry] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
  entry.insert(0, [paragraphOf('Punkt')])
  list.insert(0, [entry])
  return list
}

/** Spoils an honest frame and throws it; whoever was sent off comes back. */
export function hurl(here: Stage, chance: Chance): void {
  if (here.gerd.code !== undefined) here.comeBack()
  const message = spoilt(here, chance)
  here.hurled += 1
  try {
    here.room.receive(here.gerd.seat, message)
  } catch (error) {
    here.failures.push(`${String(error)}: ${Buffer.from(message).toString('hex')}`)
  }
}

interface Ammunition {
  corpus: Uint8Array[]
  updates: Uint8Array[]
  gerd: { doc: Y.Doc }
  swantje: { doc: Y.Doc }
  tarek: { doc: Y.Doc }
}

export function spoilt(here: Ammunition, chance: Chance): Uint8Array {
  const { gerd, swantje, tarek, corpus, updates } = here
  if (chance.happens(0.4)) return chance.one(onBytes)(chance.one(corpus), chance, corpus)
  const clients = [
    gerd.doc.clientID,
    gerd.doc.clientID,
    gerd.doc.clientID,
    swantje.doc.clientID,
    tarek.doc.clientID,
    77,
  ]
  const update = chance.happens(0.5) ? ownEdit(gerd.doc, chance) : chance.one(updates)
  const edited = chance.happens(0.15) ? update : editFields(update, chance, clients)
  return chance.happens(0.8) ? frames.update(edited) : frames.missing(edited)
}

/** What gerd would send if he were honest; made from what he knows, and not kept by him. */
function ownEdit(known: Y.Doc, chance: Chance): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  doc.clientID = known.clientID
  const before = Y.encodeStateVector(doc)
  writeSomething({ doc } as Sitting, chance)
  return Y.encodeStateAsUpdate(doc, before)
}
