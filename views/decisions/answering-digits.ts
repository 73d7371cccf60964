/** Within this long a 0 after a 1 makes it a 10. */
const together = 800

interface Typed {
  scale: Element
  digit: string
  at: number
}

let last: Typed | null = null

/** 1, then 0: ten. Anything else stands for itself. */
function numberOf(scale: Element, digit: string, at: number): string {
  const isTen = digit === '0' && last?.digit === '1' && last.scale === scale && at - last.at <= together
  last = { scale, digit, at }
  return isTen ? '10' : digit
}

function choose(scale: Element, value: string): void {
  const radio = scale.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`)
  if (!radio) return
  radio.focus()
  radio.checked = true
  radio.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Digits choose only while the focus is inside of a scale: nowhere else does a single key do anything. */
function typed(event: KeyboardEvent): void {
  const scale = event.target instanceof Element && event.target.closest('fieldset.scale')
  if (!scale || event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return
  event.preventDefault()
  choose(scale, numberOf(scale, event.key, event.timeStamp))
}

export const watchDigits = (): void => document.addEventListener('keydown', typed)
