import type { MatterWay, Stop } from '#src/overview/circle/ways.ts'
import { cut, width } from './measure.ts'

const stops: readonly Stop[] = [1, 2, 3, 4, 5]

/** Where the station stands; the names above are in two lines, because they are longer than the way between two of them. */
export const placeOf = (stop: Stop): number => 40 + (stop - 1) * 70

const head = 56
const rowHeight = 104
const track = 58

export interface DrawnStop {
  x: number
  y: number
  stop: Stop
  state: 'passed' | 'now' | 'ahead' | 'left-out'
}

export interface DrawnWay {
  title: { x: number; y: number; text: string }
  stops: DrawnStop[]
  /** From the first station to where the matter is. */
  done: { x1: number; x2: number; y: number }
  /** The rest of the way. */
  ahead: { x1: number; x2: number; y: number }
  /** Back from the circle to the draft, where it was given back. */
  loop: string | null
  note: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; text: string }
}

const stateOf = (stop: Stop, { at, passed }: MatterWay): DrawnStop['state'] => {
  if (stop === at) return 'now'
  if (passed.includes(stop)) return 'passed'
  return stop < at ? 'left-out' : 'ahead'
}

/** What stands below the present station begins or ends with the picture where it would leave it. */
const anchorAt = (at: Stop) => (at <= 2 ? 'start' : at >= 4 ? 'end' : 'middle')

const noteX = { start: 0, middle: width / 2, end: width } as const

/** How far it has ever come: what was given back had been with the circle. */
const furthest = ({ at, loops }: MatterWay): Stop => (loops > 0 && at < 4 ? 4 : at)

const arc = (y: number) => {
  const [from, to] = [placeOf(4), placeOf(1)]
  const head = `M${to + 1} ${y - 25} L${to + 2} ${y - 13} L${to + 14} ${y - 16}`
  return `M${from} ${y - 9} C${from - 20} ${y - 32} ${to + 24} ${y - 32} ${to + 2} ${y - 13} ${head}`
}

export function drawnWay(way: MatterWay, place: number, words: { title: string; note: string }): DrawnWay {
  const top = head + place * rowHeight
  const y = top + track
  const reached = placeOf(furthest(way))
  const anchor = anchorAt(way.at)
  return {
    title: { x: 0, y: top + 20, text: cut(words.title, width) },
    stops: stops.map((stop) => ({ x: placeOf(stop), y, stop, state: stateOf(stop, way) })),
    done: { x1: placeOf(1), x2: reached, y },
    ahead: { x1: reached, x2: placeOf(5), y },
    loop: way.loops > 0 ? arc(y) : null,
    note: { x: noteX[anchor], y: y + 30, anchor, text: words.note },
  }
}

/** Every other name a line higher. */
export const heads = (names: Record<Stop, string>) =>
  stops.map((stop) => ({ x: placeOf(stop), y: stop % 2 === 1 ? 18 : 42, stop, text: names[stop] }))

export const heightOf = (count: number) => head + count * rowHeight
