import * as Y from 'yjs'
import type { Log } from '../../../ports.ts'
import { type Clock, pause } from '../clock.ts'
import type { Merged } from '../compaction.ts'
import type { LoggedRow } from '../log.ts'
import type { OpenRooms } from '../open-rooms.ts'
import type { Room } from '../room.ts'
import type { Neighbours, News } from './neighbours.ts'
import { inPieces } from './pieces.ts'
import type { FoundRow, Standing } from './rows.ts'

/** How the database is asked for what other processes have stored. */
export interface Lookup {
  rows(seqs: number[]): Promise<FoundRow[]>
  seqsOf(documentIds: string[]): Promise<Map<string, number[]>>
  standing(documentIds: string[]): Promise<Standing[]>
}

interface Around {
  rooms: OpenRooms
  lookup: Lookup
  neighbours: Neighbours
  clock: Clock
  log: Log
}

/** How soon what nobody has told us is found. */
const pollEvery = 2_000
/** So much is gathered for the next note after one has gone out: a lone change waits for nothing, many share one. */
const gatherFor = 8
/** A note may have 8000 bytes. */
const seqsPerNote = 500

/**
 * Keeps the texts that are open here abreast of what other processes store. After a commit the others are told which
 * rows there are; who has that text open reads exactly those. As a note may get lost, the database is asked now and
 * then how many rows there should be.
 */
export class Abreast {
  readonly #around: Around
  #untold = new Map<string, number[]>()
  #lacking = new Map<Room, Set<number>>()
  #telling = false
  #reading = false
  #isUp = true
  readonly #stop: (() => void)[]

  constructor(around: Around) {
    this.#around = around
    const { neighbours } = around
    this.#stop = [neighbours.onNews((news) => void this.#listen(news)), neighbours.onMissed(() => void this.#look())]
    this.#plan()
  }

  end(): void {
    this.#isUp = false
    for (const stop of this.#stop) stop()
  }

  /** After a commit of this process. Costs nothing while it is alone, and nobody waits for it. */
  committed(perDocument: Map<string, number[]>): void {
    if (this.#around.neighbours.known().size === 0) return
    for (const [documentId, seqs] of perDocument)
      this.#untold.set(documentId, [...(this.#untold.get(documentId) ?? []), ...seqs])
    if (!this.#telling) void this.#tell()
  }

  /** Stored by this process, but by no room of it. */
  async beside(documentId: string, seqs: number[]): Promise<void> {
    this.committed(new Map([[documentId, seqs]]))
    await this.#listen({ stored: [[documentId, seqs]] })
  }

  compacted(documentId: string, { generation, seqs }: Merged): void {
    const { neighbours } = this.#around
    if (neighbours.known().size === 0) return
    const merged = { documentId, generation, ...(seqs.length <= seqsPerNote && { seqs }) }
    void neighbours.tell({ merged })
  }

  /** What is committed while a note is on its way goes with the next one. */
  async #tell(): Promise<void> {
    this.#telling = true
    while (this.#untold.size > 0) {
      const notes = inPieces(cut(this.#untold), ([, seqs]) => seqs.length + 5, seqsPerNote + 5)
      this.#untold = new Map()
      for (const stored of notes) await this.#around.neighbours.tell({ stored })
      await pause(this.#around.clock, gatherFor)
    }
    this.#telling = false
  }

  /** What could not be read now is found by the next look. */
  #listen(news: News): Promise<void> {
    return this.#hear(news).catch((error) => this.#around.log.error('documents.unread', error))
  }

  async #hear(news: News): Promise<void> {
    if ('stored' in news) for (const [documentId, seqs] of news.stored) await this.#heard(documentId, seqs)
    if ('merged' in news) await this.#heardMerged(news.merged)
  }

  async #heardMerged({ documentId, generation, seqs }: Extract<News, { merged: unknown }>['merged']): Promise<void> {
    const { rooms } = this.#around
    const room = await rooms.opening(documentId)
    if (room && seqs) await rooms.hearMerged(room, { generation, seqs })
    else if (room && generation > room.generation) await rooms.catchUp(room)
  }

  /** A text that is being opened right now may have been read a moment too early. */
  async #heard(documentId: string, seqs: number[]): Promise<void> {
    const room = await this.#around.rooms.opening(documentId)
    if (room) this.#want(room, seqs)
  }

  #want(room: Room, seqs: number[]): void {
    const lacking = seqs.filter((seq) => !room.seqs.has(seq))
    if (lacking.length === 0) return
    this.#lacking.set(room, new Set([...(this.#lacking.get(room) ?? []), ...lacking]))
    if (!this.#reading) void this.#read()
  }

  async #read(): Promise<void> {
    this.#reading = true
    while (this.#lacking.size > 0) {
      const lacking = this.#lacking
      this.#lacking = new Map()
      await this.#fetch(lacking).catch((error) => this.#around.log.error('documents.unread', error))
    }
    this.#reading = false
  }

  async #fetch(lacking: Map<Room, Set<number>>): Promise<void> {
    const found = await this.#around.lookup.rows([...lacking.values()].flatMap((seqs) => [...seqs]))
    const byDocument = Map.groupBy(found, ({ documentId }) => documentId)
    for (const [room, seqs] of lacking) {
      const rows = byDocument.get(room.documentId) ?? []
      room.adopt(rows, authorsOf(rows))
      // What is not there any more was merged meanwhile.
      if ([...seqs].some((seq) => !room.seqs.has(seq))) await this.#around.rooms.catchUp(room)
    }
  }

  #plan(): void {
    this.#around.clock.later(pollEvery, async () => {
      if (!this.#isUp) return
      await this.#look()
      this.#plan()
    })
  }

  /** One question for all texts that somebody has open here. */
  async #look(): Promise<void> {
    const { rooms, lookup, log } = this.#around
    const open = rooms.all().filter(({ seats }) => seats.size > 0)
    if (open.length === 0) return
    await lookup
      .standing(open.map(({ documentId }) => documentId))
      .then((standing) => this.#compare(standing))
      .catch((error) => log.error('documents.unlooked', error))
  }

  async #compare(standing: Standing[]): Promise<void> {
    const { rooms, lookup } = this.#around
    const suspect: Room[] = []
    for (const { documentId, generation, rows } of standing) {
      const room = rooms.find(documentId)
      if (!room || generation < room.generation) continue
      if (generation > room.generation) await rooms.catchUp(room)
      else if (rows !== room.seqs.size) suspect.push(room)
    }
    if (suspect.length === 0) return
    const known = new Map(suspect.map((room) => [room, { generation: room.generation, seqs: [...room.seqs] }]))
    const there = await lookup.seqsOf(suspect.map(({ documentId }) => documentId))
    for (const [room, before] of known) this.#reconcile(room, before, there.get(room.documentId) ?? [])
  }

  /** Rows that are gone although nothing was merged meanwhile were merged before they were heard of. */
  #reconcile(room: Room, before: Merged, there: number[]): void {
    this.#want(room, there)
    const rows = new Set(there)
    const stale = before.seqs.filter((seq) => !rows.has(seq))
    if (stale.length > 0 && room.generation === before.generation)
      room.merged({ generation: room.generation, seqs: stale })
  }
}

function* cut(untold: Map<string, number[]>): Iterable<[string, number[]]> {
  for (const [documentId, seqs] of untold)
    for (let at = 0; at < seqs.length; at += seqsPerNote) yield [documentId, seqs.slice(at, at + seqsPerNote)]
}

/** Nobody can store words under the client id of somebody else: whoever wrote the row owns the ids in it. */
function authorsOf(rows: LoggedRow[]): Map<number, string> {
  const authors = new Map<number, string>()
  for (const { bytes, personId } of rows)
    for (const clientId of Y.parseUpdateMeta(bytes).from.keys()) authors.set(clientId, personId)
  return authors
}
