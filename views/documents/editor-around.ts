import { wordsIn, wordsSelected } from './editor-count.ts'
import type { Desk } from './editor-desk.ts'
import { wireOutline } from './editor-outline.ts'
import { counted } from './editor-said-texts.ts'

/** Nobody counts along while they type. */
const calm = 300

function showCount({ page, editor, said }: Desk): void {
  const place = page.querySelector('.count')
  const selected = wordsSelected(editor.state)
  const words =
    selected > 0 ? counted(selected, said.count.selected) : counted(wordsIn(editor.state.doc), said.count.all)
  if (place && place.textContent !== words) place.textContent = words
}

/** What is beside the text all the time and need not be there first: how long it is, and what is in it. */
export function layAround(desk: Desk): void {
  const { editor } = desk
  let waiting: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => editor.isDestroyed || showCount(desk), calm)
  }
  editor.on('update', later)
  editor.on('selectionUpdate', later)
  editor.on('destroy', () => clearTimeout(waiting))
  later()
  wireOutline(desk)
}
