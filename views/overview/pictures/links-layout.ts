import type { GroupLinks, Post, PostHolder } from '#src/groups/links.ts'
import { cut, width } from './measure.ts'

/** The circle stands at the right, all groups at its left, each with two links to it. */
const bar = { x: width - 28, width: 26 }

const head = 40
const rowHeight = 108
const linkTop = 52
const linkGap = 38

/** `held`: somebody who sits in the circle. `loose`: somebody who does not. `vacant`: nobody. */
export type LinkLook = 'held' | 'loose' | 'vacant'

export interface DrawnLink {
  post: Post
  look: LinkLook
  label: { x: number; y: number; text: string }
  line: { x1: number; x2: number; y: number }
}

export interface DrawnGroup {
  name: { x: number; y: number; text: string }
  /** Lead and delegate; a post that nobody has is drawn, too. */
  links: [DrawnLink, DrawnLink]
}

export const lookOf = (holders: readonly PostHolder[]): LinkLook => {
  if (holders.length === 0) return 'vacant'
  return holders.some(({ isInCircle }) => isInCircle) ? 'held' : 'loose'
}

const indent = 12

function drawnLink(post: Post, holders: readonly PostHolder[], y: number, words: string): DrawnLink {
  const x2 = bar.x
  return {
    post,
    look: lookOf(holders),
    label: { x: indent, y: y - 8, text: cut(words, x2 - indent - 6) },
    line: { x1: indent, x2, y },
  }
}

export function drawnGroup(
  { group, leads, delegates }: GroupLinks,
  place: number,
  words: Record<Post, string>,
): DrawnGroup {
  const top = head + place * rowHeight
  return {
    name: { x: 0, y: top + 20, text: cut(group.name, bar.x - 8) },
    links: [
      drawnLink('lead', leads, top + linkTop, words.lead),
      drawnLink('delegate', delegates, top + linkTop + linkGap, words.delegate),
    ],
  }
}

export const heightOf = (count: number) => head + count * rowHeight

/** The circle beside its groups: as high as all of them. */
export const drawnCircle = (count: number) => ({
  x: bar.x,
  y: head,
  width: bar.width,
  height: count * rowHeight - 6,
  label: { x: width, y: 22 },
})
