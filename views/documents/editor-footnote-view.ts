import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { type Decoration, DecorationSet, Decoration as Drawn, type EditorView, type NodeView } from '@tiptap/pm/view'
import { insertNote, noteAround, noteSelected } from './editor-footnote.ts'
import { handleNoteKey, openNote } from './editor-footnote-keys.ts'
import type { NodeTexts } from './editor-nodes-texts.ts'

/** A number that is counted by the sheet, and behind it the words, for as long as somebody is in them. */
export class NoteView implements NodeView {
  readonly dom = document.createElement('span')
  readonly contentDOM = document.createElement('span')

  constructor(decorations: readonly Decoration[], t: NodeTexts) {
    this.dom.className = 'footnote'
    const number = document.createElement('sup')
    number.className = 'note-number'
    number.contentEditable = 'false'
    const word = document.createElement('span')
    word.className = 'vh'
    word.textContent = t.note
    number.append(word)
    this.contentDOM.className = 'note-words'
    this.dom.append(number, this.contentDOM)
    this.#show(decorations)
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'footnote') return false
    this.#show(decorations)
    return true
  }

  /** Closed it is one sign, beside which one writes and not into it. */
  #show(decorations: readonly Decoration[]): void {
    const isOpen = decorations.some(({ spec }) => spec.isOpen)
    this.dom.toggleAttribute('data-open', isOpen)
    if (isOpen) this.dom.removeAttribute('contenteditable')
    else this.dom.contentEditable = 'false'
  }

  ignoreMutation({ target }: { target: globalThis.Node }): boolean {
    return target !== this.contentDOM && !this.contentDOM.contains(target)
  }
}

/** Browsers put a cursor only beside something. */
function nothing(): HTMLElement {
  const image = document.createElement('img')
  image.className = 'ProseMirror-separator'
  image.alt = ''
  return image
}

function open({ doc, selection }: EditorState): DecorationSet {
  const note = noteAround(selection.$head)
  if (!note) return DecorationSet.empty
  const shown = Drawn.node(note.from, note.to, {}, { isOpen: true })
  const inside = Drawn.widget(note.from + 1, nothing, { raw: true, key: 'nothing' })
  return DecorationSet.create(doc, note.node.content.size > 0 ? [shown] : [shown, inside])
}

/** Of what was copied only the words: a footnote has no paragraphs. */
function wordsOf({ content }: Slice): Fragment {
  const words: Node[] = []
  content.descendants((node) => {
    if (node.isText) words.push(node)
    else if (node.isTextblock && words.length > 0) words.push(node.type.schema.text(' '))
    return true
  })
  return Fragment.fromArray(words)
}

function pasteInto(view: EditorView, slice: Slice): boolean {
  const { selection, tr } = view.state
  if (!noteAround(selection.$from)) return false
  view.dispatch(tr.replaceWith(selection.from, selection.to, wordsOf(slice)).scrollIntoView())
  return true
}

/** What is typed while a number is selected goes behind it. */
function typeBehind(view: EditorView, text: string): boolean {
  const note = noteSelected(view.state)
  if (note) view.dispatch(view.state.tr.insertText(text, note.to))
  return note !== null
}

const plugin = () =>
  new Plugin({
    props: {
      decorations: open,
      handleKeyDown: handleNoteKey,
      handlePaste: (view, _event, slice) => pasteInto(view, slice),
      handleTextInput: (view, _from, _to, text) => typeBehind(view, text),
      handleClickOn(view, _at, node, from, event) {
        if (node.type.name !== 'footnote' || !(event.target as Element).closest('.note-number')) return false
        return openNote(view, { node, from, to: from + node.nodeSize })
      },
    },
  })

/** Writing footnotes. Comes before other keys, so that Enter does not tear the paragraph around one apart. */
export const notes = Extension.create({
  name: 'notes',
  priority: 1_000,
  addProseMirrorPlugins: () => [plugin()],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-f': () => insertNote(this.editor) }
  },
})
