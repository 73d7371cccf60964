import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { copyName } from './copies.ts'
import { showActs, wireActs } from './editor-acts.ts'
import { showCollisions, writeChosen } from './editor-collisions.ts'
import { restartingWhenStuck } from './editor-coming-back.ts'
import { wireComparison } from './editor-comparison-loading.ts'
import { type Connection, lineTo } from './editor-connection.ts'
import { wireDesk } from './editor-desk.ts'
import { Keeping } from './editor-keeping.ts'
import { standAboveKeyboard } from './editor-keyboard.ts'
import { wireLink } from './editor-link.ts'
import { layRest } from './editor-opening.ts'
import { OrderWatch } from './editor-order.ts'
import { openPaper } from './editor-paper.ts'
import { othersIn, PresenceLine, sentenceFor } from './editor-presence.ts'
import { Returning } from './editor-returning.ts'
import type { SaidInEditor } from './editor-said-texts.ts'
import { type SaveState, saveStateOf, showSaveState, wordsFor } from './editor-save-state.ts'
import { Saving } from './editor-saving.ts'
import { straightening } from './editor-straightening.ts'
import type { SuggestMode } from './editor-suggest-mode.ts'
import { rememberedMode } from './editor-suggest-remember.ts'
import { focusTools, wireTools } from './editor-tools.ts'
import { wireVisit } from './editor-visit.ts'

/** Lives as long as it stands in the page: leaving the page, or its part of it, closes the connection. */
class KreislaufEditor extends HTMLElement {
  #connection: Connection | undefined
  #keeping: Keeping | undefined
  #editor: Editor | undefined
  #straighten: (() => Promise<void>) | undefined
  #presence: PresenceLine | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #sinkBack: (() => void) | undefined
  /** None when what is typed goes into the text. */
  #mode: SuggestMode | undefined
  readonly #restartWhenStuck = restartingWhenStuck()
  /** What is also on the device is not lost with the window. */
  readonly #keepOpen = (event: BeforeUnloadEvent) => {
    if (this.#connection && !this.#isSent && !this.#keeping?.isKept) event.preventDefault()
  }
  readonly #secure = () => {
    this.#keeping?.secure()
    this.#keeping?.list()
  }
  readonly #choose = (event: Event) => {
    if (this.#editor?.isEditable && !this.#mode) writeChosen(this.#editor, event)
  }

  get #isSent(): boolean {
    return (this.#connection?.saving.complete ?? true) && (this.#mode?.saving.complete ?? true)
  }

  get #isSettled(): boolean {
    return this.#isSent && !(this.#mode && this.#editor?.isFocused)
  }

  connectedCallback(): void {
    const elsewhere = rememberedMode(this, location)
    if (elsewhere) location.replace(elsewhere)
    else this.#begin()
  }

  #begin(): void {
    const doc = new Y.Doc()
    const saving = new Saving(doc)
    const { sync = '', schema = '', label = '', me = '', document: id = '', collisions = '' } = this.dataset
    const keeping = new Keeping({
      ...{ doc, saving, person: me, document: id, title: label, href: location.pathname },
      ...{ copyName: copyName(me, id), schema },
    })
    const returning = new Returning({ doc, saving, keeping, me, sync, collisions, said: this.#said })
    const connection = lineTo({
      ...{ doc, sync, schema, saving, writes: this.dataset.writes !== undefined },
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
    this.#straighten = straightening(new OrderWatch(doc), connection, keeping, () => this.#isSettled)
    this.#connection = connection
    this.#keeping = keeping
    wireActs(this.#part('.acts'), { doc, connection, keeping, title: label, said: this.#said })
    returning.wire(this.#part('.report'))
    this.#clock = setInterval(() => {
      if (!connection.ended) keeping.list()
      void this.#straighten?.()
      this.#show()
    }, 500)
    window.addEventListener('beforeunload', this.#keepOpen)
    window.addEventListener('pagehide', this.#secure)
    this.#sinkBack = standAboveKeyboard(this)
    document.addEventListener('click', this.#choose, true)
    void this.#open(doc, connection, keeping)
  }

  disconnectedCallback(): void {
    clearInterval(this.#clock)
    window.removeEventListener('beforeunload', this.#keepOpen)
    window.removeEventListener('pagehide', this.#secure)
    this.#sinkBack?.()
    document.removeEventListener('click', this.#choose, true)
    this.#keeping?.list()
    this.#keeping?.close()
    this.#editor?.destroy()
    this.#connection?.close()
  }

  async #open(doc: Y.Doc, connection: Connection, keeping: Keeping): Promise<void> {
    if (this.dataset.mode === 'suggest') this.#mode = (await import('./editor-suggest.ts')).suggestIn(this, doc)
    if (connection.closed) return
    const fetched = this.#fetch(connection, keeping)
    this.#lay(doc, connection, keeping)
    await fetched
  }

  /** What this device has kept comes first, so that only the rest has to travel, and so that there is something without a line. */
  async #fetch(connection: Connection, keeping: Keeping): Promise<void> {
    connection.provider.connect()
    await keeping.open()
    this.#mode?.recall(await keeping.proposed())
    connection.load()
    this.#show()
  }

  #lay(base: Y.Doc, { provider: { awareness } }: Connection, keeping: Keeping): void {
    const mode = this.#mode
    this.#presence = new PresenceLine(this.#part('.presence'), this.#part('.presence-said'), this.#said.news)
    const tools = this.#part('.tools')
    const askForLink = wireLink(this.#part<HTMLDialogElement>('dialog'), () => this.#editor as Editor)
    const editor = openPaper({
      page: this,
      mount: this.#part('.mount'),
      doc: mode?.drafts.view ?? base,
      sharing: mode?.sharing,
      awareness,
      label: this.#label,
      askForLink,
      toTools: () => focusTools(tools),
    })
    this.#editor = editor
    wireComparison(this, editor)
    wireVisit()
    wireTools(tools, editor, askForLink)
    wireDesk({ page: this, editor, said: this.#said, suggests: mode !== undefined })
    const stage = { page: this, base, editor, keeping, mode }
    void import('./editor-suggest.ts').then((module) => !editor.isDestroyed && module.wireSuggestions(stage))
    void import('./editor-comments.ts').then(({ wireComments }) => !editor.isDestroyed && wireComments(editor))
    awareness.on('change', () => this.#show())
    this.#show()
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }

  /** Whoever hears the field hears whether what is typed goes into the text or beside it. */
  get #label(): string {
    const { label = '', mode } = this.dataset
    return mode === 'suggest' ? `${label} – ${this.#part('.modes [aria-current]').textContent}` : label
  }

  get #said(): SaidInEditor {
    return JSON.parse(this.dataset.said ?? '{}') as SaidInEditor
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
    layRest(this, connection, keeping)
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
    if (!unknown && this.#editor) this.#presence?.tell(others, this.#editor)
  }
}

customElements.define('kreislauf-editor', KreislaufEditor)
