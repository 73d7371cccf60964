/** From here on there is room beside the text. */
const roomy = '(min-width: 76rem)'

export const hasRoom = () => matchMedia(roomy).matches

/** Each card stands level with its passage, or below the card before it. */
export function level(cards: { card: HTMLElement; top: number }[]): void {
  for (const { card } of cards) card.style.marginBlockStart = ''
  if (!hasRoom()) return
  const natural = cards.map(({ card }) => card.getBoundingClientRect().top)
  let pushed = 0
  for (const [index, { card, top }] of cards.entries()) {
    const missing = Math.round(top - (natural[index] ?? 0) - pushed)
    if (missing <= 0) continue
    card.style.marginBlockStart = `${missing}px`
    pushed += missing
  }
}
