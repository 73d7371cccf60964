import { attr, childrenOf } from '../parts.ts'
import { blockOf } from './blocks.ts'
import type { Reading } from './reading.ts'

interface Around {
  style: string | undefined
  level: number
}

const whole = (written: string | undefined) => (written && /^\d{1,4}$/.test(written) ? Number(written) : undefined)

/** A list with those inside of it: a style says for every level whether it counts. */
export function listOf(list: Element, reading: Reading, around: Around = { style: undefined, level: 1 }): string {
  const style = attr(list, 'text:style-name') ?? around.style
  const { ordered, start } = reading.styles.level(style, around.level)
  const items = childrenOf(list, 'text:list-item', 'text:list-header')
  const first = items[0] ? whole(attr(items[0], 'text:start-value')) : undefined
  const own = { start: first ?? start, items: items.length }
  if (first !== undefined && around.level === 1) reading.begin(style, first - start + items.length)
  const from = first ?? startOf(list, { style, level: around.level }, own, reading)
  const tag = ordered ? 'ol' : 'ul'
  const inside = items.map((item) => itemOf(item, reading, { style, level: around.level + 1 })).join('')
  return `<${tag}${ordered && from !== 1 ? ` start="${from}"` : ''}>${inside}</${tag}>`
}

/** A list that says so goes on counting where the one before of its kind ended. */
function startOf(list: Element, { style, level }: Around, own: { start: number; items: number }, reading: Reading) {
  if (level > 1) return own.start
  const goesOn = attr(list, 'text:continue-numbering') === 'true' || attr(list, 'text:continue-list') !== undefined
  if (!goesOn) reading.begin(style, 0)
  return own.start + reading.counted(style, own.items)
}

const itemOf = (item: Element, reading: Reading, around: Around): string => {
  const parts = [...item.children].map((child) =>
    child.tagName === 'text:list' ? listOf(child, reading, around) : blockOf(child, reading),
  )
  return `<li>${parts.join('')}</li>`
}
