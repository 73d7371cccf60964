import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { type Connection, connect } from './editor-connection.ts'
import { wireLink } from './editor-link.ts'
import { openPaper } from './editor-paper.ts'
import { othersIn, PresenceLine, sentenceFor } from './editor-presence.ts'
import { type SaveState, saveStateOf, showSaveState, wordsFor } from './editor-save-state.ts'
import { failing } from './editor-saving.ts'
import type { SaidInEditor } from './editor-texts.ts'
import { focusTools, showTools, wireTools } from './editor-tools.ts'

/** When nothing has moved for so long, the line is taken down and built anew, and again after as long. */
const hopeless = 12_000

/** Lives as long as it stands in the page: leaving the page, or its part of it, closes the connection. */
class KreislaufEditor extends HTMLElement {
  #connection: Connection | undefined
  #editor: Editor | undefined
  #presence: PresenceLine | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #hopeSince = 0
  readonly #keepOpen = (event: BeforeUnloadEvent) => {
    if (this.#connection && !this.#connection.saving.complete) event.preventDefault()
  }

  connectedCallback(): void {
    const doc = new Y.Doc()
    const { sync = '', schema = '', label = '' } = this.dataset
    const connection = connect(doc, sync, schema, () => this.#show())
    const { awareness } = connection.provider
    this.#connection = connection
    this.#presence = new PresenceLine(this.#part('.presence'), this.#part('.presence-said'))
    const tools = this.#part('.tools')
    const askForLink = wireLink(this.#part<HTMLDialogElement>('dialog'), () => this.#editor as Editor)
    this.#editor = openPaper({
      mount: this.#part('.mount'),
      doc,
      awareness,
      label,
      askForLink,
      toTools: () => focusTools(tools),
    })
    wireTools(tools, this.#editor, askForLink)
    this.#editor.on('transaction', ({ editor }) => showTools(tools, editor))
    awareness.on('change', () => this.#show())
    this.#clock = setInterval(() => this.#show(), 500)
    window.addEventListener('beforeunload', this.#keepOpen)
    window.visualViewport?.addEventListener('resize', this.#aboveKeyboard)
    showTools(tools, this.#editor)
    this.#show()
  }

  disconnectedCallback(): void {
    clearInterval(this.#clock)
    window.removeEventListener('beforeunload', this.#keepOpen)
    window.visualViewport?.removeEventListener('resize', this.#aboveKeyboard)
    this.#presence?.stop()
    this.#editor?.destroy()
    this.#connection?.close()
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E
  }

  get #said(): SaidInEditor {
    return JSON.parse(this.dataset.said ?? '{}') as SaidInEditor
  }

  #show(): void {
    const connection = this.#connection
    const editor = this.#editor
    if (!connection || !editor) return
    const state = saveStateOf(connection, Date.now())
    showSaveState(this.#part('.save'), state, wordsFor(state, connection, this.#said))
    const mayWrite = connection.opened && state !== 'reading' && state !== 'ended'
    if (editor.isEditable !== mayWrite) this.#permit(editor, mayWrite)
    this.#showPresence(connection, state)
    this.#restartWhenStuck(connection)
  }

  /** Whoever opened this page came to write: ready to type, unless the keyboard is already somewhere else. */
  #permit(editor: Editor, mayWrite: boolean): void {
    editor.setEditable(mayWrite, false)
    const isElsewhere = document.activeElement?.closest('a, button, input, select, summary')
    if (mayWrite && !isElsewhere) editor.commands.focus('start', { scrollIntoView: false })
  }

  #restartWhenStuck({ saving, connected, again }: Connection): void {
    const { waitingSince, serverState } = saving
    const since = Math.max(waitingSince ?? Date.now(), this.#hopeSince)
    if (!connected || serverState === failing || Date.now() - since < hopeless) return
    this.#hopeSince = Date.now()
    again()
  }

  /** Without a connection nobody can know who else is here. */
  #showPresence({ provider, connected }: Connection, state: SaveState): void {
    const unknown = state === 'offline' || state === 'ended'
    if (!connected && !unknown) return
    const others = unknown ? [] : othersIn(provider.awareness, this.dataset.me ?? '')
    this.#presence?.show(others, unknown ? '' : sentenceFor(others, this.#said))
  }

  /** On a phone the tools stand on top of the keyboard, which takes away from what can be seen, not from the page. */
  readonly #aboveKeyboard = () => {
    const view = window.visualViewport
    const covered = view ? Math.max(0, window.innerHeight - view.height - view.offsetTop) : 0
    this.style.setProperty('--keyboard', `${Math.round(covered)}px`)
    this.toggleAttribute('data-keyboard', covered > 100)
  }
}

customElements.define('kreislauf-editor', KreislaufEditor)
