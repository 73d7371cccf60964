import type { ResolvedPos } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

type Around = ReadonlySet<string>

const namesAround = ($pos: ResolvedPos): string[] =>
  Array.from({ length: $pos.depth + 1 }, (_, depth) => $pos.node(depth).type.name)

/** What is put below the paragraph of a footnote is possible in its words; what would change the paragraph is not. */
const outsideNotes = (around: Around) => !around.has('footnote')

const rules: Record<string, (around: Around, state: EditorState) => boolean> = {
  bulletList: outsideNotes,
  orderedList: outsideNotes,
  taskList: outsideNotes,
  quote: outsideNotes,
  table: (around) => outsideNotes(around) && !around.has('table'),
  comparison: (around) => !around.has('comparison'),
  pageBreak: (around) => !(around.has('table') || around.has('comparison')),
  footnote: (_around, { schema, selection: { $to } }) => {
    const type = schema.nodes.footnote
    return type !== undefined && $to.parent.canReplaceWith($to.index(), $to.index(), type)
  },
}

/** Of what changes or puts in blocks: whether that goes where the cursor is. The place of a row is one line of words. */
export function isPossible(kind: string, state: EditorState): boolean {
  const { $from, $to } = state.selection
  const around = new Set([...namesAround($from), ...namesAround($to)])
  return !around.has('rowPlace') && (rules[kind]?.(around, state) ?? true)
}
