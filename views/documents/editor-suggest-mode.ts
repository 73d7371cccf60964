import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { Draft } from './editor-suggest-draft.ts'
import { Drafts } from './editor-suggest-drafts.ts'
import { goOn } from './editor-suggest-going-on.ts'
import type { Decided, Told } from './editor-suggest-office.ts'
import { arrival, restsIn } from './editor-suggest-rest.ts'
import { type Place, SuggestionSaving, type Unsent } from './editor-suggest-saving.ts'
import { bindAnew, suggestSync } from './editor-suggest-sync.ts'

interface Around {
  /** What is shown, or what is known of it, has changed. */
  changed(): void
  /** What this device keeps until the server has it. */
  keep(unsent: Unsent[], words: string[]): void
  /** The list of all suggestions is not as it was. */
  look(): void
  /** What was written on a suggestion that was decided on has become another one. */
  wentOn(): void
}

/** After so long it is clear whether what is no longer open has become text. */
const arriving = 2_000

/** The mode in which everything that is typed is a suggestion. */
export class SuggestMode {
  readonly drafts: Drafts
  readonly saving: SuggestionSaving
  readonly #base: Y.Doc
  #around: Around | undefined
  #view: EditorView | undefined

  constructor(base: Y.Doc, office: Place, freshId?: () => number) {
    this.#base = base
    this.saving = new SuggestionSaving(office, {
      changed: () => this.#changed(),
      older: (draft, told) => this.#merge(draft, told),
      settled: (draft, what) => void this.#settled(draft, what),
      packed: (draft) => this.drafts.packed(draft),
      saved: () => this.#around?.look(),
    })
    const listeners = {
      changed: (draft: Draft) => this.saving.changed(draft),
      absorbed: (draft: Draft, by: Draft) => this.saving.absorbed(draft, by),
      renewed: () => this.#view && bindAnew(this.#view, this.drafts),
    }
    this.drafts = new Drafts(base, listeners, freshId)
  }

  attend(around: Around): void {
    this.#around = around
  }

  /** Instead of the plugin that writes into the shared text. */
  get sharing(): Extension {
    const { drafts } = this
    return Extension.create({
      name: 'suggesting',
      priority: 1_000,
      onCreate: ({ editor }) => {
        this.bind(editor.view)
      },
      onDestroy: () => {
        this.#view = undefined
      },
      addCommands: () => ({
        undo: () => stepping((dispatch) => (dispatch ? drafts.undo() : drafts.steps.canBack)),
        redo: () => stepping((dispatch) => (dispatch ? drafts.redo() : drafts.steps.canAgain)),
      }),
      addKeyboardShortcuts: () => ({
        'Mod-z': () => drafts.undo(),
        'Mod-y': () => drafts.redo(),
        'Shift-Mod-z': () => drafts.redo(),
      }),
      addProseMirrorPlugins: () => suggestSync(drafts),
    })
  }

  /** The editor that shows it. */
  bind(view: EditorView): void {
    this.#view = view
  }

  /** What this device has kept from before. */
  recall(unsent: Unsent[]): void {
    for (const { id, update, clients, version, absorbed = [] } of unsent) {
      if (this.drafts.byId(id)) continue
      const draft = new Draft(id, [update], clients, version)
      draft.isSent = true
      this.drafts.take(draft)
      this.saving.absorb(absorbed, draft)
    }
  }

  /** Brings together what the server has and what is here. `since`: when the server was asked. */
  reconcile(all: Told[], since: number): void {
    const mine = new Map(all.filter((told) => told.mine).map((told) => [told.id, told]))
    for (const told of mine.values()) this.#adopt(told)
    for (const draft of this.drafts.all) {
      const isStored = draft.version > 0 && draft.savedAt < since
      if (isStored && !mine.has(draft.id) && !this.saving.isUnsaved(draft)) void this.#over(draft)
    }
  }

  withdraw(id: string): void {
    const draft = this.drafts.byId(id)
    if (!draft) return
    this.saving.withdraw(draft)
    this.drafts.drop(draft, false)
    this.#changed()
  }

  #adopt(told: Told): void {
    const draft = this.drafts.byId(told.id)
    if (!draft && !this.saving.isLeaving(told.id)) this.drafts.take(stored(told))
    if (!draft || told.version <= draft.version || this.saving.isUnsaved(draft)) return
    draft.replace(told.update, told.clients, told.version)
    this.drafts.steps.forget(draft)
    this.drafts.renew()
  }

  /** Written on in two windows at once: what both have said. */
  #merge(draft: Draft, told: Told): void {
    draft.add(told.update)
    for (const client of told.clients) draft.clients.add(client)
    draft.version = told.version
    this.drafts.steps.forget(draft)
    this.drafts.renew()
    this.saving.changed(draft)
  }

  /** Accepted words come by another way than the news of it. What is written on it meanwhile is asked about when it is saved. */
  async #over(draft: Draft): Promise<void> {
    if (draft.isOver) return
    draft.isOver = true
    const stored = draft.stored ?? draft.patch
    for (const since = Date.now(); !restsIn(this.#base, stored) && Date.now() - since < arriving; )
      await new Promise((resolve) => setTimeout(resolve, 50))
    draft.isOver = false
    if (this.saving.isUnsaved(draft) || this.drafts.byId(draft.id) !== draft) return
    this.drafts.drop(draft, restsIn(this.#base, stored))
    this.#changed()
  }

  /**
   * Decided on while somebody was still writing on it: what they see is proposed anew. That is what came after what was
   * accepted; with what was turned down it is the words in which somebody has gone on writing, lest any of them get lost.
   */
  async #settled(draft: Draft, what: Decided[]): Promise<void> {
    const own = draft.stored ?? draft.patch
    for (const { state, told } of what) if (state === 'accepted') await arrival(this.#base, told?.patch ?? own)
    if (!this.#view || !this.saving.isUnsaved(draft)) return
    const wanted = this.#view.state.doc
    this.drafts.drop(draft, false)
    this.saving.forget(draft)
    if (goOn(this.#view, wanted)) this.#around?.wentOn()
    this.#changed()
  }

  #changed(): void {
    this.#around?.keep(
      this.saving.unsent,
      this.drafts.all.filter((draft) => this.saving.isUnsaved(draft)).map(({ words }) => words),
    )
    this.#around?.changed()
  }
}

function stored({ id, update, clients, version, patch }: Told): Draft {
  const draft = new Draft(id, [update], clients, version)
  draft.stored = patch
  return draft
}

/** What is taken back here is no change of an editor's document but of what lies behind it. */
const stepping =
  (step: (dispatch: boolean) => boolean) =>
  ({ tr, dispatch }: { tr: { setMeta(name: string, value: unknown): unknown }; dispatch: unknown }) => {
    tr.setMeta('preventDispatch', true)
    return step(Boolean(dispatch))
  }
