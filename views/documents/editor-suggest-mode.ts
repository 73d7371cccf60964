import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { Draft } from './editor-suggest-draft.ts'
import { Drafts } from './editor-suggest-drafts.ts'
import type { Office, Told } from './editor-suggest-office.ts'
import { restsIn } from './editor-suggest-rest.ts'
import { SuggestionSaving, type Unsent } from './editor-suggest-saving.ts'
import { bindAnew, suggestSync } from './editor-suggest-sync.ts'

interface Around {
  /** What is shown, or what is known of it, has changed. */
  changed(): void
  /** What this device keeps until the server has it. */
  keep(unsent: Unsent[], words: string[]): void
  /** The list of all suggestions is not as it was. */
  look(): void
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

  constructor(base: Y.Doc, office: Pick<Office, 'save' | 'settle'>) {
    this.#base = base
    this.saving = new SuggestionSaving(office, {
      changed: () => this.#changed(),
      older: (draft, told) => this.#merge(draft, told),
      settled: (draft) => void this.#settled(draft, true),
      packed: (draft) => this.drafts.packed(draft),
      saved: () => this.#around?.look(),
    })
    this.drafts = new Drafts(base, {
      changed: (draft) => this.saving.changed(draft),
      absorbed: (draft, by) => {
        this.saving.withdraw(draft)
        this.saving.changed(by)
      },
      renewed: () => this.#view && bindAnew(this.#view, this.drafts),
    })
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
    for (const { id, update, clients, version } of unsent) {
      if (this.drafts.byId(id)) continue
      const draft = new Draft(id, [update], clients, version)
      this.drafts.take(draft)
      this.saving.changed(draft)
    }
  }

  /** Brings together what the server has and what is here. `since`: when the server was asked. */
  reconcile(all: Told[], since: number): void {
    const mine = new Map(all.filter((told) => told.mine).map((told) => [told.id, told]))
    for (const told of mine.values()) this.#adopt(told)
    for (const draft of this.drafts.all) {
      const isStored = draft.version > 0 && draft.savedAt < since
      if (isStored && !mine.has(draft.id) && !this.saving.isUnsaved(draft)) void this.#settled(draft)
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

  /** Accepted words come by another way than the news of it. */
  async #settled(draft: Draft, isUnsaved = false): Promise<void> {
    this.saving.forget(draft)
    if (draft.isSettled) return
    draft.isSettled = true
    const stored = draft.stored ?? draft.patch
    for (const since = Date.now(); !restsIn(this.#base, stored) && Date.now() - since < arriving; )
      await new Promise((resolve) => setTimeout(resolve, 50))
    const isText = restsIn(this.#base, stored)
    if (isText && isUnsaved) this.#goOn(draft)
    else this.drafts.drop(draft, isText)
    this.#changed()
  }

  /** Accepted while somebody was still writing on it: what came after that is proposed anew. */
  #goOn(draft: Draft): void {
    const before = this.#view?.state.doc
    this.drafts.drop(draft, false)
    if (!this.#view || !before) return
    const { doc, tr } = this.#view.state
    const from = doc.content.findDiffStart(before.content)
    const to = doc.content.findDiffEnd(before.content)
    if (from === null || !to) return
    const overlap = Math.max(0, from - Math.min(to.a, to.b))
    this.#view.dispatch(tr.replace(from, to.a + overlap, before.slice(from, to.b + overlap)))
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
