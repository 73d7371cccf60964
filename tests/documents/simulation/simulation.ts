import * as Y from 'yjs'
import type { Log } from '#src/ports.ts'
import { attack, mark } from './attacks.ts'
import { Dice } from './dice.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeDatabase, noDatabase } from './fake-database.ts'
import { FakeStreet } from './fake-neighbours.ts'
import { type Faulty, Server } from './server.ts'
import { type Note, nameOf, type Person, type Surroundings, Tab } from './tab.ts'
import { hasAll, lettersIn, textOf } from './truth.ts'
import { Wire } from './wire.ts'

export interface Wishes {
  faulty?: Faulty
  tracing?: boolean
}

/** Codes with which a room ends a seat that broke its rules. */
const violations = [1003, 1007, 1008, 1009]

const hostile = 'mallory'

/** A small world around one or two texts; everything in it follows from the seed. */
export class Simulation {
  readonly dice: Dice
  readonly clock = new FakeClock()
  readonly database: FakeDatabase
  readonly street: FakeStreet
  readonly people: Person[] = []
  readonly tabs: Tab[] = []
  readonly faults: string[] = []
  readonly trace: string[] = []
  servers: Server[] = []
  /** Client ids under which nothing may be stored, or nothing from that letter on. */
  readonly closedIds = new Map<number, number>()
  readonly #owners = new Map<number, string>()
  /** Everything that was ever typed, stored or not, per text. */
  readonly #made = new Map<string, Y.Doc>()
  readonly #wishes: Wishes
  #names = 0
  kills = 0

  constructor(seed: number, wishes: Wishes = {}) {
    this.#wishes = wishes
    this.dice = new Dice(seed)
    this.database = new FakeDatabase(this.clock, this.dice, (what) => this.fault(what))
    this.street = new FakeStreet(this.clock, this.dice)
  }

  say(what: string): void {
    if (this.#wishes.tracing) this.trace.push(`${String(this.clock.now()).padStart(6)} ${what}`)
  }

  fault(what: string): void {
    this.say(`FAULT ${what}`)
    this.faults.push(`after ${this.clock.now()} ms: ${what}`)
  }

  /** Only what the weather explains may go wrong inside. */
  readonly log: Log = {
    info: () => undefined,
    error: (event, error) => {
      this.say(`${event}: ${String(error)}`)
      if (error !== noDatabase && event !== 'document.message') this.fault(`${event}: ${(error as Error).stack}`)
    },
  }

  get living(): Tab[] {
    return this.tabs.filter(({ alive }) => alive)
  }

  async passes(ms: number): Promise<void> {
    const until = this.clock.now() + ms
    while (this.faults.length === 0 && (await this.#step(until)));
  }

  startServer(): void {
    const name = `process ${++this.#names}`
    this.say(`${name} starts`)
    const { clock, database, log } = this
    const neighbours = this.street.moveIn(name)
    this.servers.push(new Server(name, { clock, database, neighbours, log, faulty: this.#wishes.faulty ?? {} }))
  }

  killServer(server: Server): void {
    this.say(`${server.name} is killed`)
    this.kills += 1
    this.servers = this.servers.filter((other) => other !== server)
    server.kill(() => this.dice.chance(0.5))
    this.street.moveOut(server.name)
  }

  openTab(person: Person, documentId: string, kept: Note[] = []): Tab {
    const clientId = 1 + this.dice.below(2 ** 32 - 1)
    this.#owners.set(clientId, person.id)
    if (person.access !== 'write') this.closedIds.set(clientId, 0)
    const tab = new Tab(person, documentId, clientId, this.#around, kept)
    this.say(`${nameOf(tab)} opens with ${kept.length} kept`)
    this.tabs.push(tab)
    tab.remember()
    tab.connect()
    return tab
  }

  /** From the moment when every process has heard of it nothing more of this person may come in. */
  revoke(person: Person, access: 'read' | 'none'): void {
    this.say(`${person.id} may only ${access}`)
    person.access = access
    const code = access === 'none' ? 4403 : 4500
    for (const server of this.servers)
      this.clock.later(this.dice.between(0, 40), () => server.alive && server.sendOff(person.id, code))
    this.clock.later(41, () => {
      for (const tab of this.tabs) if (tab.person === person) this.#closeId(tab)
    })
  }

  attack(tab: Tab): void {
    const text = this.database.truth(tab.documentId).doc
    const others = [...text.store.clients.keys()].filter((id) => this.#owners.get(id) !== tab.person.id)
    const frame = attack({ text, others, own: tab.doc.clientID, dice: this.dice })
    if (!frame || !tab.wire) return
    this.say(`${nameOf(tab)} attacks`)
    tab.wire.send(frame)
  }

  /** What is stored is what was typed, by whom it was typed, and by nobody who may not. */
  checkStored(documentId: string): void {
    const { doc } = this.database.truth(documentId)
    if (textOf(doc).includes(mark)) this.fault('an attack got into the text')
    for (const [clientId, personId] of this.database.authors(documentId))
      if (this.#owners.get(clientId) !== personId) this.fault(`${clientId} was bound to ${personId}`)
    for (const clientId of doc.store.clients.keys()) this.#checkClient(documentId, clientId)
    for (const [place, letter] of lettersIn(doc))
      if (this.#letters(documentId).get(place) !== letter) this.fault(`${letter} at ${place} was never typed`)
  }

  lettersStored(): number {
    const texts = new Set(this.tabs.map((tab) => tab.documentId))
    return [...texts].reduce((sum, id) => sum + lettersIn(this.database.truth(id).doc).size, 0)
  }

  agrees(tab: Tab): boolean {
    const truth = this.database.truth(tab.documentId)
    if (tab.person.access === 'none' || tab.ended || isHostile(tab)) return true
    if (tab.person.access === 'read') return hasAll(tab.doc, truth.doc)
    return (
      tab.saving.complete &&
      hasAll(tab.doc, truth.doc) &&
      hasAll(truth.doc, tab.doc) &&
      textOf(tab.doc) === textOf(truth.doc)
    )
  }

  get #around(): Surroundings {
    return {
      dice: this.dice,
      later: (ms, work) => this.clock.later(ms, work),
      dial: (...given) => this.#dial(...given),
      made: ({ documentId }, update) => Y.applyUpdate(this.#madeIn(documentId), update),
      mustBeStored: (tab, update, what) => {
        if (isHostile(tab) && what !== 'was shown') return
        if (!this.database.truth(tab.documentId).has(update)) this.fault(`${nameOf(tab)}: what is not stored ${what}`)
      },
      closed: (tab, code) => {
        this.say(`${nameOf(tab)} is closed with ${code}`)
        if (violations.includes(code) && !isHostile(tab)) this.fault(`${nameOf(tab)} was closed with ${code}`)
      },
    }
  }

  /** What nobody catches would end a process. */
  #step(until: number): Promise<boolean> {
    return this.clock.step(until).catch((error: Error) => {
      this.fault(`uncaught ${error.stack}`)
      return false
    })
  }

  #dial(tab: Tab, opened: (wire: Wire) => void, refused: (final: boolean) => void): void {
    this.clock.later(this.dice.between(5, 60), () => {
      if (this.servers.length === 0) return refused(false)
      if (tab.person.access === 'none') return refused(true)
      this.#join(this.dice.pick(this.servers), tab, opened, () => refused(false))
    })
  }

  #join(server: Server, tab: Tab, opened: (wire: Wire) => void, refused: () => void): void {
    const wire = new Wire(this.clock, this.dice, tab)
    const joining = { person: tab.person, documentId: tab.documentId, wire, refused }
    const enter = () => {
      if (!server.isJoining(joining)) return
      if (!tab.alive) return server.forget(joining)
      this.say(`${nameOf(tab)} is in ${server.name}`)
      server.opened(joining)
      opened(wire)
    }
    server.join(joining).then(
      () => this.clock.later(this.dice.between(1, 20), enter),
      () => server.refuse(joining),
    )
  }

  #closeId({ doc }: Tab): void {
    const clock = Y.getState(doc.store, doc.clientID)
    this.closedIds.set(doc.clientID, Math.min(clock, this.closedIds.get(doc.clientID) ?? clock))
  }

  #checkClient(documentId: string, clientId: number): void {
    const { doc } = this.database.truth(documentId)
    if (!this.database.authors(documentId).has(clientId)) this.fault(`nobody is known to have written ${clientId}`)
    if (Y.getState(doc.store, clientId) > (this.closedIds.get(clientId) ?? Number.POSITIVE_INFINITY))
      this.fault(`${this.#owners.get(clientId)} may not write and did as ${clientId}`)
  }

  #madeIn(documentId: string): Y.Doc {
    const made = this.#made.get(documentId) ?? new Y.Doc({ gc: false, guid: 'made' })
    this.#made.set(documentId, made)
    return made
  }

  #letters(documentId: string): Map<string, string> {
    return lettersIn(this.#madeIn(documentId))
  }
}

export const isHostile = (tab: Tab) => tab.person.id === hostile
