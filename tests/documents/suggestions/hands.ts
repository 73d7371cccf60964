import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteRow } from '@tiptap/pm/tables'
import { schema } from '#src/documents/content/codec.ts'
import type { Dice } from '../simulation/dice.ts'
import type { writer } from './proposer.ts'

type Hand = ReturnType<typeof writer>
type Name = keyof typeof schema.nodes

const node = (name: Name) => {
  const type = schema.nodes[name]
  if (!type) throw new Error(`There is no ${name}`)
  return type
}

const bold = schema.marks.bold
if (!bold) throw new Error('There is no bold')

const table: Command = (state, dispatch) => {
  const cell = () => node('tableCell').createAndFill()
  const row = () =>
    node('tableRow').create(
      null,
      [cell(), cell()].filter((one) => one !== null),
    )
  dispatch?.(state.tr.replaceSelectionWith(node('table').create(null, [row(), row()])))
  return true
}

const footnote: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(node('footnote').create(null, schema.text('Quelle'))))
  return true
}

const commands: Command[] = [
  splitBlock,
  splitBlock,
  joinBackward,
  toggleMark(bold),
  setBlockType(node('heading'), { level: 2 }),
  setBlockType(node('paragraph')),
  wrapInList(node('bulletList')),
  wrapIn(node('blockquote')),
  lift,
  table,
  footnote,
  addRowAfter,
  addColumnAfter,
  deleteRow,
]

/** Somewhere in the words, sometimes over several of them. */
function place({ sheet, change }: Hand, dice: Dice): void {
  const { size } = sheet.state.doc.content
  const from = dice.below(size + 1)
  const to = dice.chance(0.5) ? from : Math.min(size, from + dice.below(30))
  change((tr) => tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))))
}

const acts = [
  [30, (who: Hand, dice: Dice) => void who.run(dice.pick(commands))],
  [20, ({ change }: Hand) => change((tr) => tr.deleteSelection())],
  [50, ({ change }: Hand, dice: Dice) => change((tr) => tr.insertText(dice.pick(['a', 'b', 'wo', ' ', 'Wasser'])))],
] as const

/** Like a cursor at work: mostly it goes on where it is. */
export function propose(who: Hand, dice: Dice): void {
  if (dice.chance(0.4)) place(who, dice)
  dice.weighted(acts)(who, dice)
}
