import type { Content } from '../markup.ts'

// Rows of a comparison are never taken out and put in again to move them: what somebody writes in one meanwhile, on a
// train without a line, would go with the row that was taken out. Each has a key, and they are shown by their keys.
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Keys that grow longer than this are given out anew. */
const longest = 60

/** A fraction between nothing and one, to the base of 36, without zeros at its end. */
export const isOrderKey = (key: string) => key.length <= longest && /^([0-9a-z]*[1-9a-z])?$/.test(key)

/** A key behind one and before another; before the first stands '', behind the last null. */
export function keyBetween(before: string, behind: string | null): string {
  if (behind !== null) {
    let same = 0
    while (same < behind.length && (before[same] ?? '0') === behind[same]) same++
    if (same > 0) return behind.slice(0, same) + keyBetween(before.slice(same), behind.slice(same))
  }
  const low = before === '' ? 0 : digits.indexOf(before[0] as string)
  const high = behind === null ? digits.length : digits.indexOf(behind[0] as string)
  if (high - low > 1) return digits[Math.ceil((low + high) / 2)] as string
  if (behind !== null && behind.length > 1) return behind[0] as string
  return (digits[low] as string) + keyBetween(before.slice(1), null)
}

/** Keys for so many rows, with room between them. */
export function evenKeys(count: number): string[] {
  const width = Math.ceil(Math.log(2 * (count + 1)) / Math.log(digits.length)) + 1
  const step = digits.length ** width / (count + 1)
  const keyAt = (index: number) => Math.floor((index + 1) * step).toString(digits.length)
  return Array.from({ length: count }, (_, index) => keyAt(index).padStart(width, '0').replace(/0+$/, ''))
}

/** Which rows come first: by their keys, and those without one behind the row before which they stand in the text. */
export function shownOrder(keys: string[]): number[] {
  let last = ''
  const effective = keys.map((key) => {
    last = key || last
    return last
  })
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return keys.map((_, index) => index).sort((a, b) => compare(effective[a] ?? '', effective[b] ?? '') || a - b)
}

/** Which rows get which key, so that they are shown like this: only the one that was put somewhere, if it can be. */
export function keysFor(keys: string[], order: number[], placed: number): Map<number, string> {
  const at = order.indexOf(placed)
  const others = order.filter((index) => index !== placed).map((index) => keys[index] ?? '')
  const isSound = others.every((key, index) => key !== '' && key > (others[index - 1] ?? ''))
  const key = isSound ? keyBetween(others[at - 1] ?? '', others[at] ?? null) : null
  if (key !== null && isOrderKey(key)) return new Map([[placed, key]])
  const even = evenKeys(order.length)
  return new Map(order.map((index, place) => [index, even[place] as string]))
}

const keyOf = ({ attrs }: Pick<Content, 'attrs'>) => (typeof attrs?.order === 'string' ? attrs.order : '')

/** Rows as they are shown. */
export function rowsInOrder<Row extends Pick<Content, 'attrs'>>(rows: Row[]): Row[] {
  const keys = rows.map(keyOf)
  return keys.every((key) => key === '') ? rows : shownOrder(keys).map((index) => rows[index] as Row)
}

const hasComparison = ({ type, content = [] }: Content): boolean => type === 'comparison' || content.some(hasComparison)

function withoutKey(row: Content): Content {
  const { order: _, ...attrs } = row.attrs ?? {}
  return { ...row, attrs }
}

/** A text with its rows standing as they are shown: two texts that read the same are the same. */
export function asShown(node: Content): Content {
  if (!hasComparison(node)) return node
  const content = (node.content ?? []).map(asShown)
  return { ...node, content: node.type === 'comparison' ? rowsInOrder(content).map(withoutKey) : content }
}
