import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { UndoManager } from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'

/** The editor's own binding and schema on a shared text, without a window to draw in. */
export interface HeadlessEditor {
  readonly state: EditorState
  run(command: Command): boolean
  change(edit: (tr: Transaction) => Transaction): void
  /** Puts the cursor behind the first occurrence of these words. */
  goBehind(words: string): void
  type(words: string): void
  undo(): void
  redo(): void
  text(): string
  close(): void
}

interface PluginLife {
  update?(): void
  destroy?(): void
}

export function openHeadlessEditor(doc: Y.Doc): HeadlessEditor {
  const plugins: Plugin[] = [ySyncPlugin(doc.getXmlFragment(field)), yUndoPlugin(), tableEditing()]
  const view = {
    state: EditorState.create({ schema, plugins }),
    hasFocus: () => false,
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr)
      for (const life of lives) life.update?.()
    },
  }
  const lives: PluginLife[] = []
  for (const plugin of plugins) {
    const life = plugin.spec.view?.(view as unknown as EditorView) as PluginLife | undefined
    if (life) lives.push(life)
  }
  const change = (edit: (tr: Transaction) => Transaction) => view.dispatch(edit(view.state.tr))
  const manager = () => (yUndoPluginKey.getState(view.state) as { undoManager: UndoManager }).undoManager
  return {
    get state() {
      return view.state
    },
    run: (command) => command(view.state, view.dispatch),
    change,
    goBehind: (words) => {
      const at = positionBehind(view.state, words)
      change((tr) => tr.setSelection(TextSelection.create(tr.doc, at)))
    },
    type: (words) => change((tr) => tr.insertText(words)),
    undo: () => void manager().undo(),
    redo: () => void manager().redo(),
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
    close: () => {
      for (const life of lives) life.destroy?.()
    },
  }
}

function positionBehind(state: EditorState, words: string): number {
  let found: number | undefined
  state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) found ??= position + at + words.length
  })
  if (found === undefined) throw new Error(`"${words}" is not in the text`)
  return found
}
