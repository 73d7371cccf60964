import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { copyName } from './copies.ts'
import { showActs, wireActs } from './editor-acts.ts'
import { showCollisions, writeChosen } from './editor-collisions.ts'
import { restartingWhenStuck } from './editor-coming-back.ts'
import { type Connection, lineTo } from './editor-connection.ts'
import { Keeping } from './editor-keeping.ts'
import { standAboveKeyboard } from './editor-keyboard.ts'
import { wireLink } from './editor-link.ts'
import { OrderWatch } from './editor-order.ts'
import { openPaper } from './editor-paper.ts'
import { othersIn, PresenceLine, sentenceFor } from './editor-presence.ts'
import { Returning } from './editor-returning.ts'
import type { SaidInEditor } from './editor-said-texts.ts'
import { type SaveState, saveStateOf, showSaveState, wordsFor } from './editor-save-state.ts'
import { Saving } from './editor-saving.ts'
import { straightening } from './editor-straightening.ts'
import { focusTools, showTools, wireTools } from './editor-tools.ts'

/** Lives as long as it stands in the page: leaving the page, or its part of it, closes the connection. */
class KreislaufEditor extends HTMLElement {
  #connection: Connection | undefined
  #keeping: Keeping | undefined
  #editor: Editor | undefined
  #straighten: (() => Promise<void>) | undefined
  #presence: PresenceLine | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #sinkBack: (() => void) | undefined
  readonly #restartWhenStuck = restartingWhenStuck()
  /** What is also on the device is not lost with the window. */
  readonly #keepOpen = (event: BeforeUnloadEvent) => {
    const { saving } = this.#connection ?? {}
    if (saving && !saving.complete && !this.#keeping?.isKept) event.preventDefault()
  }
  readonly #secure = () => {
    this.#keeping?.secure()
    this.#keeping?.list()
  }
  readonly #choose = (event: Event) => {
    if (this.#editor?.isEditable) writeChosen(this.#editor, event)
  }

  connectedCallback(): void {
    const doc = new Y.Doc()
    const saving = new Saving(doc)
    const { sync = '', schema = '', label = '', me = '', document: id = '', collisions = '' } = this.dataset
    const keeping = new Keeping({
      ...{ doc, saving, person: me, document: id, title: label, href: location.pathname },
      ...{ copyName: copyName(me, id), schema },
    })
    const returning = new Returning({ doc, saving, keeping, me, sync, collisions, said: this.#said })
    const connection = lineTo({
      ...{ doc, sync, schema, saving },
      listener: {
        changed: () => {
          keeping.changed(connection.connected)
          this.#show()
        },
        begun: () => keeping.begun(),
        lost: () => keeping.secure(),
        arrives: (step) => returning.arrives(step, connection),
        arrived: (step, bytes) => returning.arrived(step, bytes, this.#editor as Editor),
        sent: (bytes) => keeping.sent(bytes),
        heard: (count) => keeping.heard(count),
        ended: (how) => void keeping.ended(how),
      },
    })
    this.#straighten = straightening(new OrderWatch(doc), connection, keeping)
    this.#connection = connection
    this.#keeping = keeping
    this.#lay(doc, connection)
    wireActs(this.#part('.acts'), { doc, connection, keeping, title: label, said: this.#said })
    returning.wire(this.#part('.report'))
    this.#clock = setInterval(() => this.#tick(), 500)
    window.addEventListener('beforeunload', this.#keepOpen)
    window.addEventListener('pagehide', this.#secure)
    this.#sinkBack = standAboveKeyboard(this)
    document.addEventListener('click', this.#choose, true)
    void this.#begin(connection, keeping)
  }

  disconnectedCallback(): void {
    clearInterval(this.#clock)
    window.removeEventListener('beforeunload', this.#keepOpen)
    window.removeEventListener('pagehide', this.#secure)
    this.#sinkBack?.()
    document.removeEventListener('click', this.#choose, true)
    this.#keeping?.list()
    this.#keeping?.close()
    this.#presence?.stop()
    this.#editor?.destroy()
    this.#connection?.close()
  }

  /** What this device has kept comes first, so that only the rest has to travel, and so that there is something without a line. */
  async #begin(connection: Connection, keeping: Keeping): Promise<void> {
    await keeping.open()
    connection.loaded = true
    this.#show()
    if (!connection.closed) connection.provider.connect()
  }

  #lay(doc: Y.Doc, { provider: { awareness } }: Connection): void {
    this.#presence = new PresenceLine(this.#part('.presence'), this.#part('.presence-said'))
    const tools = this.#part('.tools')
    const askForLink = wireLink(this.#part<HTMLDialogElement>('dialog'), () => this.#editor as Editor)
    const editor = openPaper({
      mount: this.#part('.mount'),
      doc,
      awareness,
      label: this.dataset.label ?? '',
      askForLink,
      toTools: () => focusTools(tools),
    })
    this.#editor = editor
    wireTools(tools, editor, askForLink)
    editor.on('transaction', () => showTools(tools, editor))
    awareness.on('change', () => this.#show())
    showTools(tools, editor)
    this.#show()
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }

  get #said(): SaidInEditor {
    return JSON.parse(this.dataset.said ?? '{}') as SaidInEditor
  }

  #tick(): void {
    if (!this.#connection?.ended) this.#keeping?.list()
    void this.#straighten?.()
    this.#show()
  }

  #show(): void {
    const [connection, keeping, editor] = [this.#connection, this.#keeping, this.#editor]
    if (!connection || !keeping || !editor) return
    const said = this.#said
    const state = saveStateOf(connection, Date.now())
    showSaveState(this.#part('.save'), state, wordsFor(state, connection, keeping, said))
    showActs(this.#part('.acts'), state, connection)
    // Tools for a text in which nobody can write here any more would only take the room of the words about it.
    this.toggleAttribute('data-ended', state === 'ended')
    const mayWrite = connection.loaded && (connection.opened || keeping.isKnown) && state !== 'ended'
    if (editor.isEditable !== mayWrite) this.#permit(editor, mayWrite)
    showCollisions(editor, said.struck)
    this.#showPresence(connection, state)
    this.#restartWhenStuck(connection)
  }

  /** Whoever opened this page came to write: ready to type, unless the keyboard is already somewhere else. */
  #permit(editor: Editor, mayWrite: boolean): void {
    editor.setEditable(mayWrite, false)
    const isElsewhere = document.activeElement?.closest('a, button, input, select, summary')
    if (mayWrite && !isElsewhere) editor.commands.focus('start', { scrollIntoView: false })
  }

  /** Without a connection nobody can know who else is here. */
  #showPresence({ provider, connected }: Connection, state: SaveState): void {
    const unknown = state === 'offline' || state === 'ended'
    if (!connected && !unknown) return
    const others = unknown ? [] : othersIn(provider.awareness, this.dataset.me ?? '')
    this.#presence?.show(others, unknown ? '' : sentenceFor(others, this.#said))
  }
}

customElements.define('kreislauf-editor', KreislaufEditor)
