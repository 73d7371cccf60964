import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '#src/documents/content/codec.ts'
import { guarded } from './guarded.ts'
import { dice, honestEditor } from './honest-editor.ts'

interface Message {
  bytes: Uint8Array
  isAnswer: boolean
}

type Dice = ReturnType<typeof dice>

/** A server without sockets, and tabs whose messages travel at random speeds, drop out and come back. */
class Circle {
  readonly roll: Dice
  readonly tabs: Tab[] = []
  server = guarded()
  readonly authors: Record<number, string> = {}

  constructor(seed: number) {
    this.roll = dice(seed)
  }

  join(personId: string): Tab {
    const tab = new Tab(this, personId, 1_000 + this.tabs.length * 7 + this.roll(1_000) * 100)
    this.tabs.push(tab)
    return tab
  }

  spread(bytes: Uint8Array, from: Tab): void {
    for (const tab of this.tabs) if (tab !== from && tab.isConnected) tab.incoming.push(bytes)
  }

  /** As when the last one leaves: deleted words go, and what was typed letter by letter is joined. */
  compact(): void {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.server.whole())
    this.server = guarded({ parts: [Y.encodeStateAsUpdate(doc)], authors: this.authors })
  }
}

class Tab {
  readonly circle: Circle
  readonly personId: string
  readonly editor: ReturnType<typeof honestEditor>
  readonly incoming: Uint8Array[] = []
  readonly outgoing: Message[] = []
  isConnected = true
  gaps = 0

  constructor(circle: Circle, personId: string, clientId: number) {
    this.circle = circle
    this.personId = personId
    this.editor = honestEditor(clientId, [circle.server.whole()], circle.roll)
    this.editor.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && this.isConnected) this.outgoing.push({ bytes, isAnswer: false })
    })
  }

  get doc(): Y.Doc {
    return this.editor.doc
  }

  drop(): void {
    this.isConnected = false
    this.incoming.length = 0
    this.outgoing.length = 0
  }

  /** Fresh typing may get ahead of the answer to the server's question. */
  comeBack(): void {
    this.isConnected = true
    if (this.circle.roll(2)) this.editor.edit()
    this.answer()
    this.incoming.push(Y.diffUpdate(this.circle.server.whole(), Y.encodeStateVector(this.doc)))
  }

  answer(): void {
    const vector = Y.encodeStateVectorFromUpdate(this.circle.server.whole())
    this.outgoing.push({ bytes: Y.encodeStateAsUpdate(this.doc, vector), isAnswer: true })
  }

  send(): void {
    const message = this.outgoing.shift()
    if (!message) return
    const verdict = this.circle.server.judge(message.bytes, this.personId, message.isAnswer)
    this.circle.authors[this.doc.clientID] = this.personId
    if (verdict.kind === 'new') this.circle.spread(verdict.bytes, this)
    if (verdict.kind !== 'gap') return
    this.gaps += 1
    this.answer()
  }

  hear(): void {
    const bytes = this.incoming.shift()
    if (bytes) Y.applyUpdate(this.doc, bytes, 'server')
  }
}

function step(circle: Circle): void {
  const { roll, tabs } = circle
  const tab = tabs[roll(tabs.length)] as Tab
  const what = roll(40)
  if (what < 12) tab.editor.edit()
  else if (what < 24) tab.send()
  else if (what < 36) tab.hear()
  else if (what === 36) tab.editor.undo.undo()
  else if (what === 37) tab.editor.undo.redo()
  else if (tab.isConnected) tab.drop()
  else tab.comeBack()
}

function finish(circle: Circle): void {
  for (const tab of circle.tabs) if (!tab.isConnected) tab.comeBack()
  while (circle.tabs.some(({ incoming, outgoing }) => incoming.length + outgoing.length > 0))
    for (const tab of circle.tabs) {
      tab.send()
      tab.hear()
    }
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

test.each(seeds)('what honest editors do is never refused, and all end with the same text (%i)', (seed) => {
  const circle = new Circle(seed)
  for (const person of ['swantje', 'tarek', 'bjarne', 'swantje']) circle.join(person)
  for (let i = 0; i < 400; i++) step(circle)
  finish(circle)
  const shown = circle.tabs.map(({ doc }) => contentOf(Y.encodeStateAsUpdate(doc)))
  for (const content of shown) expect(content).toEqual(contentOf(circle.server.whole()))
})

test.each(seeds)('nor when the text is merged in between (%i)', (seed) => {
  const circle = new Circle(seed + 100)
  for (const person of ['swantje', 'tarek', 'bjarne']) circle.join(person)
  for (let round = 0; round < 8; round++) {
    for (let i = 0; i < 60; i++) step(circle)
    circle.compact()
    circle.join('tarek')
  }
  finish(circle)
  const shown = circle.tabs.map(({ doc }) => contentOf(Y.encodeStateAsUpdate(doc)))
  for (const content of shown) expect(content).toEqual(contentOf(circle.server.whole()))
})
