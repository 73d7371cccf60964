import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'

/** What the server says of somebody who is there. */
export interface Present {
  id: string
  name: string
  tint: number
  access: 'read' | 'write'
}

const flagged = 2_000

export const firstName = (name: string) => name.split(' ')[0] ?? name

/** The name stands at the caret for a moment after each move, then only a stub. Styled by class, never by attribute. */
const caretOf = (user: Present): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.dataset.name = firstName(user.name)
  caret.dataset.who = String(user.tint)
  setTimeout(() => caret.removeAttribute('data-name'), flagged)
  return caret
}

const selectionOf = (user: Present) => ({ class: 'selection', 'data-who': String(user.tint) })

/** The document that is shown may be another one than the one that the line knows, so its id says nothing. */
const othersOnly = (awareness: Awareness) => (_shown: number, client: number) => client !== awareness.clientID

/** Where the others write. */
export const carets = (awareness: Awareness) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        awarenessStateFilter: othersOnly(awareness),
        cursorBuilder: caretOf,
        selectionBuilder: selectionOf,
      }),
    ],
  })
