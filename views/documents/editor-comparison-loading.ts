import type { Editor } from '@tiptap/core'

const hasRows = ({ state: { doc } }: Editor) => {
  let found = false
  doc.descendants((node) => {
    found ||= node.type.name === 'comparison'
    return !found && node.isBlock && !node.isTextblock
  })
  return found
}

/** What a comparison needs is fetched when there is one: few texts have any. */
export function wireComparison(place: HTMLElement, editor: Editor): void {
  const address = (place.dataset.sync ?? '').replace(/\/sync$/, '/comparison')
  const look = () => {
    if (!hasRows(editor)) return
    editor.off('transaction', look)
    void import('./editor-comparison.ts').then(({ openComparison }) => {
      if (!editor.isDestroyed) openComparison(place, editor, address)
    })
  }
  editor.on('transaction', look)
  look()
}
