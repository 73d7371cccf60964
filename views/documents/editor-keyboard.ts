/** On a phone the tools stand on top of the keyboard, which takes away from what can be seen, not from the page. */
export function standAboveKeyboard(editor: HTMLElement): () => void {
  const view = window.visualViewport
  const measure = () => {
    const covered = view ? Math.max(0, window.innerHeight - view.height - view.offsetTop) : 0
    editor.style.setProperty('--keyboard', `${Math.round(covered)}px`)
    editor.toggleAttribute('data-keyboard', covered > 100)
  }
  view?.addEventListener('resize', measure)
  return () => view?.removeEventListener('resize', measure)
}
