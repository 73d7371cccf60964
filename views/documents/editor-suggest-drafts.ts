import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as random from 'lib0/random'
import * as Y from 'yjs'
import { Draft } from './editor-suggest-draft.ts'
import { neighboursOf, patchOf, updateOf } from './editor-suggest-patch.ts'
import { Steps } from './editor-suggest-steps.ts'

/** Above those that tabs draw for themselves, so that nobody can ever take one of them for their own. */
const draw = () => 2 ** 32 * (1 + (random.uint32() % 2 ** 20)) + random.uint32()

export interface Listeners {
  /** Something was proposed, or taken back. */
  changed(draft: Draft): void
  /** This one has become part of that one. */
  absorbed(draft: Draft, by: Draft): void
  /** What is shown is another document from now on. */
  renewed(): void
}

/** Marks a write that a person made; what an editor mends by itself is nobody's suggestion. */
const isWritten = ({ origin, meta }: Y.Transaction) => origin === ySyncPluginKey && meta.has('addToHistory')

/**
 * The text as it would be with one's own open suggestions. The text itself (`base`) is never written to; what is typed
 * goes into `view` under ids that belong to one suggestion each.
 */
export class Drafts {
  readonly #base: Y.Doc
  readonly #listeners: Listeners
  readonly #drafts = new Set<Draft>()
  readonly steps = new Steps()
  #view: Y.Doc
  #aimed: Draft | undefined
  /** The editor has taken out what does not fit together; after the next change of the text it may. */
  #mended = false
  /** Nothing is ever written under it, so that what an editor mends can never be taken for words of somebody. */
  readonly #nobody: number
  readonly #freshId: () => number

  constructor(base: Y.Doc, listeners: Listeners, freshId = draw) {
    this.#freshId = freshId
    this.#nobody = freshId()
    this.#base = base
    this.#listeners = listeners
    this.#view = this.#fresh()
    base.on('update', (update: Uint8Array) => this.#follow(update))
    withoutTidying(base)
  }

  get view(): Y.Doc {
    return this.#view
  }

  get isMended(): boolean {
    return this.#mended
  }

  get all(): Draft[] {
    return [...this.#drafts]
  }

  byClient(client: number): Draft | undefined {
    return this.all.find(({ clients }) => clients.has(client))
  }

  byId(id: string): Draft | undefined {
    return this.all.find((draft) => draft.id === id)
  }

  /** Something is about to be written down. */
  get isAimed(): boolean {
    return this.#view.clientID !== this.#nobody
  }

  /** What is at this place already goes on being written; what stands alone is a suggestion of its own. */
  aim(touched: Draft | undefined): void {
    const draft = touched ?? new Draft(crypto.randomUUID())
    draft.client ??= this.#freshId()
    draft.clients.add(draft.client)
    this.#aimed = draft
    this.#view.clientID = draft.client
  }

  /** What was kept from before: on the server, or on this device. */
  take(draft: Draft): void {
    this.#drafts.add(draft)
    for (const part of draft.parts) Y.applyUpdate(this.#view, part, this)
  }

  /** It was withdrawn or decided on. What has become text stays where it is. */
  drop(draft: Draft, isText: boolean): void {
    this.#drafts.delete(draft)
    this.steps.forget(draft)
    if (!isText) this.renew()
  }

  /**
   * For sending: letters that were typed one by one as the runs that they have become, without those that were taken
   * back. Where the text around it has gone or has not come yet, its own words are only in what was written down.
   */
  packed(draft: Draft): Uint8Array {
    const { pendingStructs, pendingDs } = this.#view.store
    if (pendingStructs || pendingDs) return draft.update
    const structs = [...draft.clients].flatMap((client) => this.#view.store.clients.get(client) ?? [])
    const isWhole = structs.every((one) => one instanceof Y.Item && (!one.deleted || draft.takesAway(one.id)))
    return isWhole ? updateOf({ structs, deletions: draft.patch.deletions }) : draft.update
  }

  undo(): boolean {
    const step = this.steps.back()
    step?.draft.remove(step.parts)
    return this.#stepped(step?.draft)
  }

  redo(): boolean {
    const step = this.steps.again()
    step?.draft.add(...step.parts)
    return this.#stepped(step?.draft)
  }

  /** Nothing can be taken out of a shared document again, so it is put together anew. */
  renew(): void {
    const old = this.#view
    this.#mended = false
    this.#view = this.#fresh()
    this.#listeners.renewed()
    old.destroy()
  }

  #follow(update: Uint8Array): void {
    if (this.#mended) this.renew()
    else Y.applyUpdate(this.#view, update, this.#base)
  }

  #stepped(draft: Draft | undefined): boolean {
    if (!draft) return false
    this.#drafts.add(draft)
    this.renew()
    this.#listeners.changed(draft)
    return true
  }

  #fresh(): Y.Doc {
    const view = new Y.Doc()
    view.clientID = this.#nobody
    withoutTidying(view)
    Y.applyUpdate(view, Y.encodeStateAsUpdate(this.#base), this.#base)
    for (const draft of this.#drafts) for (const part of draft.parts) Y.applyUpdate(view, part, this)
    view.on('beforeTransaction', ({ origin }: Y.Transaction) => {
      if (origin !== ySyncPluginKey) view.clientID = this.#nobody
    })
    view.on('afterTransaction', () => {
      view.clientID = this.#nobody
    })
    view.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (isWritten(transaction)) this.#written(update)
      else this.#mended ||= transaction.origin === ySyncPluginKey
    })
    return view
  }

  #written(update: Uint8Array): void {
    const draft = this.#aimed ?? new Draft(crypto.randomUUID())
    this.#drafts.add(draft)
    draft.add(update)
    this.steps.made(draft, update)
    const clients = [...neighboursOf(patchOf(update))]
    const grown = this.all
      .filter((other) => other !== draft && clients.some((client) => other.clients.has(client)))
      .reduce((one, other) => this.#join(one, other), draft)
    this.#listeners.changed(grown)
  }

  /** What hangs on each other can only be accepted together. One that is stored already goes on. */
  #join(one: Draft, other: Draft): Draft {
    const [kept, gone] = one.version === 0 && other.version > 0 ? [other, one] : [one, other]
    kept.add(...gone.parts)
    kept.client ??= gone.client
    for (const client of gone.clients) kept.clients.add(client)
    this.steps.move(gone, kept)
    this.#drafts.delete(gone)
    this.#listeners.absorbed(gone, kept)
    return kept
  }
}

/** Yjs tidies formatting up after changes of others, and it does so in the name of whoever looks on. */
export function withoutTidying(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
}
