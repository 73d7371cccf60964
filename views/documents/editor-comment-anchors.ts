import type { Editor } from '@tiptap/core'
import { absolutePositionToRelativePosition, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type EditorLine, editorLineOf } from '#src/documents/comments/editor-line.ts'
import { findQuote, hasWords } from '#src/documents/comments/finding.ts'
import { placeOf, type Range } from './editor-places.ts'

/** What a thread hangs on, as it stands on its card. */
export interface Passage extends Range {
  words: string
  before: string
  after: string
}

export interface Stretch {
  from: number
  to: number
}

interface Shared {
  doc: Y.Doc
  type: Y.XmlFragment
  binding: ProsemirrorBinding
}

const sharedOf = (editor: Editor) => ySyncPluginKey.getState(editor.state) as Shared

/** Bound to the letter after it, so that what is written before the passage stays outside. */
function boundToNext(position: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  const here = Y.createAbsolutePositionFromRelativePosition(position, doc)
  if (!(here?.type instanceof Y.XmlText) || here.index >= here.type.length) return position
  return Y.createRelativePositionFromTypeIndex(here.type, here.index, 0)
}

export function anchorFor(editor: Editor, { from, to }: Stretch): Range {
  const { doc, type, binding } = sharedOf(editor)
  const [first, last] = [from, to].map((at) => absolutePositionToRelativePosition(at, type, binding.mapping))
  return {
    from: Y.relativePositionToJSON(boundToNext(first as Y.RelativePosition, doc)),
    to: Y.relativePositionToJSON(last),
  }
}

/** Whatever holds the place is still in the text. */
function isThere(written: unknown, doc: Y.Doc): boolean {
  const here = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(written), doc)
  for (let item = here?.type._item; item; item = (item.parent as Y.XmlElement)._item) if (item.deleted) return false
  return here !== null
}

function held(editor: Editor, passage: Passage): Stretch | null {
  const { doc } = sharedOf(editor)
  if (passage.from === undefined || !isThere(passage.from, doc) || !isThere(passage.to, doc)) return null
  const place = placeOf(editor, passage)
  if (!place || place.to <= place.from) return null
  return hasWords(editor.state.doc.textBetween(place.from, place.to, ' ', ' ')) ? place : null
}

function found({ text, positionOf }: EditorLine, passage: Passage): Stretch | null {
  const at = findQuote(text, passage)
  if (at === null) return null
  const [from, to] = [positionOf(at, false), positionOf(at + passage.words.length, true)]
  return from === null || to === null ? null : { from, to }
}

/** By its letters, or else by its words: the same way as the server. */
export function stretchesOf(editor: Editor, passages: Passage[]): (Stretch | null)[] {
  let line: EditorLine | undefined
  return passages.map((passage) => {
    const place = held(editor, passage)
    if (place) return place
    line ??= editorLineOf(editor.state.doc)
    return found(line, passage)
  })
}
