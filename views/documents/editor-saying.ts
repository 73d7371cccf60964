const shownFor = 15_000

let hiding: ReturnType<typeof setTimeout> | undefined

/** One sentence below the tools, read out and gone after a while. */
export function say(page: HTMLElement, words: string): void {
  const place = page.querySelector<HTMLElement>('.node-said')
  if (!place) return
  place.textContent = words
  place.hidden = words === ''
  clearTimeout(hiding)
  if (words) hiding = setTimeout(() => say(page, ''), shownFor)
}
