import { asShown } from '../comparisons/order.ts'
import type { Content } from '../markup.ts'
import { type Comparing, compareNodes } from './compare-blocks.ts'
import type { Compared } from './compared.ts'
import { Effort } from './effort.ts'
import { markMoved } from './moved-passages.ts'
import { type Place, Places } from './places.ts'
import { exactly } from './shapes.ts'

export interface Difference {
  /** The newer text, with what was put in, taken out, moved and set otherwise marked in it. */
  content: Compared
  /** Every place that is not the same, in reading order. */
  places: Place[]
  /** How many places are not the same. */
  changed: number
  /** How many of these were only moved. */
  moved: number
}

/** Words, not lines: what stays the same keeps its look, and headings, lists and tables keep theirs. */
export function difference(old: Content, fresh: Content): Difference {
  const [before, after] = [asShown(old), asShown(fresh)]
  if (exactly(before) === exactly(after)) return { content: after, places: [], changed: 0, moved: 0 }
  const comparing = begin()
  const content = compareNodes(before, after, comparing)
  markMoved(content, comparing)
  const places = new Places()
  places.visit(content)
  const { list } = places
  return { content, places: list, changed: list.length, moved: list.filter(({ kind }) => kind === 'moved').length }
}

function begin(): Comparing {
  let last = 0
  return { effort: new Effort(), next: () => ++last }
}
