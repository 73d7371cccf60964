import { sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import type { World } from '../../../support/world.ts'
import { Dice } from '../dice.ts'
import type { Stage } from '../happenings.ts'
import { type Note, nameOf, type Person, type Surroundings, Tab, type TabWire } from '../tab.ts'
import { hasAll, textOf } from '../truth.ts'
import { Audit } from './audit.ts'
import type { Servers } from './servers.ts'
import { SocketWire } from './socket-wire.ts'

/** What lives share that are lived at the same time. */
export interface Town {
  w: World
  servers: Servers
  cookies: Map<string, string>
}

interface Text {
  id: string
  sync: string
}

/** Codes with which a room ends a seat that broke its rules; everybody here keeps them. */
const violations = [1003, 1007, 1008, 1009]

/** So many times sooner than in the simulation things are tried again, which nobody has to wait for there. */
const hurry = 4

/** A text, the people in it and their sockets. What is done follows from the seed; how long it takes does not. */
export class SocketWorld implements Stage {
  readonly seed: number
  readonly dice: Dice
  readonly tabs: Tab[] = []
  readonly faults: string[] = []
  readonly trace: string[] = []
  readonly audit: Audit
  readonly town: Town
  readonly text: Text
  isOver = false
  /** What was put off and has not happened yet. */
  planned = 0
  readonly #began = performance.now()
  readonly #work: Promise<unknown>[] = []
  readonly #owners = new Map<number, string>()
  readonly #stopHearing: () => void

  constructor(seed: number, town: Town, text: Text) {
    this.seed = seed
    this.dice = new Dice(seed)
    this.town = town
    this.text = text
    this.audit = new Audit({ db: town.w.db, documentId: text.id, fault: (what) => this.fault(what) })
    this.#stopHearing = town.servers.onKill((url) => void this.#mourn(url))
  }

  get living(): Tab[] {
    return this.tabs.filter(({ alive }) => alive)
  }

  readonly clock = {
    later: (ms: number, work: () => void) => {
      this.planned += 1
      return this.#later(ms, () => {
        this.planned -= 1
        work()
      })
    },
  }

  say(what: string): void {
    this.trace.push(`${(performance.now() - this.#began).toFixed(1).padStart(8)} ${what}`)
  }

  fault = (what: string): void => {
    this.say(`FAULT ${what}`)
    this.faults.push(what)
  }

  openTab(person: Person, documentId: string, kept: Note[] = []): Tab {
    const clientId = 1 + this.dice.below(2 ** 32 - 1)
    this.#owners.set(clientId, person.id)
    const tab = new Tab(person, documentId, clientId, this.#around(clientId), kept)
    this.say(`${nameOf(tab)} opens with ${kept.length} kept`)
    this.tabs.push(tab)
    tab.remember()
    tab.connect()
    return tab
  }

  /** As any other process may do, or a job. */
  compact(): void {
    this.say('the text is merged')
    this.#work.push(compact(this.town.w.ports, this.text.id))
  }

  /** Nothing of this text can be stored meanwhile. */
  stallDatabase(ms: number): void {
    this.say(`nothing can be stored for ${ms} ms`)
    const stalled = this.town.w.db.transaction(async (tx) => {
      await tx.execute(sql`select id from documents where id = ${this.text.id} for update`)
      await tx.execute(sql`select pg_sleep(${ms / 1_000})`)
    })
    this.#work.push(stalled)
  }

  /** Whatever was begun in the database is over. */
  async isQuiet(): Promise<void> {
    await Promise.all(this.#work)
  }

  agrees(tab: Tab): boolean {
    const { doc } = this.audit.truth
    const isSame = hasAll(tab.doc, doc) && hasAll(doc, tab.doc) && textOf(tab.doc) === textOf(doc)
    return tab.synced && tab.saving.complete && isSame
  }

  /** Nothing is stored of anybody under the name of another. */
  checkAuthors(): void {
    for (const clientId of this.audit.truth.doc.store.clients.keys()) {
      const person = this.#owners.get(clientId) as PersonKey | undefined
      if (!person || this.audit.authors.get(clientId) !== this.town.w.people[person].id)
        this.fault(`${clientId} of ${person} is bound to ${this.audit.authors.get(clientId)}`)
    }
  }

  end(): void {
    this.isOver = true
    this.#stopHearing()
    for (const tab of this.living) tab.crash()
  }

  /** Each tab has a chance of its own, so that what is done does not follow from who is quicker. */
  #around(clientId: number): Surroundings {
    const dice = new Dice(this.seed ^ clientId)
    return {
      dice,
      later: (ms, work) => this.#later(ms / hurry, work),
      dial: (tab, opened, refused) => this.#dial(tab, dice, opened, () => refused(false)),
      made: (_, update) => Y.applyUpdate(this.audit.made, update),
      mustBeStored: (tab, update, what) => this.audit.promise({ update, what: `${what} (${nameOf(tab)})` }),
      closed: (tab, code) => {
        this.say(`${nameOf(tab)} is closed with ${code}`)
        if (violations.includes(code)) this.fault(`${nameOf(tab)} was closed with ${code}`)
      },
    }
  }

  #dial(tab: Tab, dice: Dice, opened: (wire: TabWire) => void, refused: () => void): void {
    const { running } = this.town.servers
    if (running.length === 0) refused()
    else void SocketWire.dial(this.#wayTo(dice.pick(running).url, tab), this.#end(tab, opened, refused))
  }

  #wayTo(url: string, { person }: Tab) {
    return { url, cookie: this.town.cookies.get(person.id) ?? '', sync: this.text.sync }
  }

  #end(tab: Tab, opened: (wire: TabWire) => void, refused: () => void) {
    return {
      opened: (wire: TabWire) => {
        this.say(`${nameOf(tab)} is in`)
        if (tab.alive) opened(wire)
        else wire.closeByClient()
      },
      refused: () => {
        this.say(`${nameOf(tab)} is not let in`)
        refused()
      },
      hear: (frame: Uint8Array) => tab.hear(frame),
      closed: (code: number) => tab.closed(code),
    }
  }

  /** Before anybody who still has the words can bring them again. */
  async #mourn(url: string): Promise<void> {
    this.say(`${url} is killed`)
    await this.audit.look()
  }

  #later(ms: number, work: () => void): () => void {
    const timer = setTimeout(() => this.isOver || work(), ms)
    return () => clearTimeout(timer)
  }
}
