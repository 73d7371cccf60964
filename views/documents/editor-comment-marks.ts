import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Stretch } from './editor-comment-anchors.ts'

export interface Mark extends Stretch {
  thread: string
}

export interface Marks {
  marks: Mark[]
  /** The thread that somebody is at. */
  active: string | null
  /** What somebody is about to comment on. */
  chosen: Stretch | null
}

type Kept = Marks & { drawn: DecorationSet }

export const commentMarks = new PluginKey<Kept>('comments')

const drawnAs = (isActive: boolean) => (isActive ? 'commented active' : 'commented')

function draw(doc: Node, { marks, active, chosen }: Marks): DecorationSet {
  const drawn = marks.map(({ thread, from, to }) =>
    Decoration.inline(from, to, { class: drawnAs(thread === active), 'data-on-thread': thread }),
  )
  if (chosen) drawn.push(Decoration.inline(chosen.from, chosen.to, { class: 'commented chosen' }))
  return DecorationSet.create(doc, drawn)
}

const moved = <S extends Stretch>({ mapping }: Transaction, stretch: S): S => ({
  ...stretch,
  from: mapping.map(stretch.from, 1),
  to: mapping.map(stretch.to, -1),
})

function after(transaction: Transaction, kept: Kept): Kept {
  const told = transaction.getMeta(commentMarks) as Partial<Marks> | undefined
  if (!told && !transaction.docChanged) return kept
  const { marks, active, chosen } = kept
  const now = {
    marks: marks.map((mark) => moved(transaction, mark)).filter(({ from, to }) => to > from),
    active,
    chosen: chosen && moved(transaction, chosen),
    ...told,
  }
  return { ...now, drawn: draw(transaction.doc, now) }
}

const empty: Kept = { marks: [], active: null, chosen: null, drawn: DecorationSet.empty }

/** What comes from others replaces all that stands there, and the places have to be looked up again. */
const comesFromOthers = (transaction: Transaction) => Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin)

/** Underlines the passages on which threads hang. `stale`: look again where they are; at once when others have written. */
export const markingPassages = (stale: (atOnce: boolean) => void) =>
  new Plugin<Kept>({
    key: commentMarks,
    state: {
      init: () => empty,
      apply(transaction, kept) {
        if (transaction.docChanged) stale(comesFromOthers(transaction))
        return after(transaction, kept)
      },
    },
    props: { decorations: (state: EditorState) => commentMarks.getState(state)?.drawn },
  })

export const marksIn = (state: EditorState): Marks => commentMarks.getState(state) ?? empty
