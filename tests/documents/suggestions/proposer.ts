import { type Command, EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'
import type { Draft } from '#views/documents/editor-suggest-draft.ts'
import { Drafts, withoutTidying } from '#views/documents/editor-suggest-drafts.ts'
import { bindAnew, suggestSync } from '#views/documents/editor-suggest-sync.ts'

/** An editor without its looks, with all its plugins at work. */
export function sheetOf(plugins: Plugin[]) {
  let views: PluginView[] = []
  let state = EditorState.create({ schema, plugins })
  const view = {
    get state() {
      return state
    },
    updateState(next: EditorState) {
      const before = state
      state = next
      if (before.plugins === next.plugins) {
        for (const one of views) one.update?.(sheet, before)
        return
      }
      for (const one of views) one.destroy?.()
      views = []
      for (const plugin of next.plugins) {
        const one = plugin.spec.view?.(sheet)
        if (one) views.push(one)
      }
    },
    dispatch(transaction: Transaction) {
      view.updateState(state.apply(transaction))
    },
    hasFocus: () => false,
  }
  const sheet = view as unknown as EditorView
  view.updateState(state.reconfigure({ plugins: [...plugins] }))
  return sheet
}

/** Somebody who writes. */
export function writer(base: Y.Doc) {
  const sheet = sheetOf([ySyncPlugin(base.getXmlFragment(field))])
  return {
    sheet,
    change: (make: (transaction: Transaction) => Transaction) => sheet.dispatch(make(sheet.state.tr)),
    run: (command: Command) => command(sheet.state, sheet.dispatch),
  }
}

/** Somebody in the mode of suggesting. */
export function proposer(base: Y.Doc, freshId?: () => number) {
  const absorbed: string[] = []
  const drafts: Drafts = new Drafts(
    base,
    {
      changed: () => {},
      absorbed: (draft: Draft) => absorbed.push(draft.id),
      renewed: () => bindAnew(sheet, drafts),
    },
    freshId,
  )
  const sheet = sheetOf(suggestSync(drafts))
  return {
    drafts,
    absorbed,
    sheet,
    text: () => sheet.state.doc.textBetween(0, sheet.state.doc.content.size, '\n'),
    change: (make: (transaction: Transaction) => Transaction) => sheet.dispatch(make(sheet.state.tr)),
    run: (command: Command) => command(sheet.state, sheet.dispatch),
    open: () => drafts.all.filter((draft) => !draft.isEmpty),
  }
}

/** A text with these paragraphs, written by somebody else. */
export function textOf(...paragraphs: string[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  const nodes = paragraphs.map((words) => {
    const paragraph = new Y.XmlElement('paragraph')
    if (words) paragraph.insert(0, [new Y.XmlText(words)])
    return paragraph
  })
  doc.getXmlFragment(field).insert(0, nodes)
  return doc
}

export const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  withoutTidying(copy)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

export const shownIn = (doc: Y.Doc): string => doc.getXmlFragment(field).toString()
