import type { Content } from '../markup.ts'
import { evenly, holdsWords } from './shapes.ts'
import type { Step } from './steps.ts'

/** Steps that are told of together. */
export interface Run {
  steps: Step[]
  /** The words are the same, only divided into paragraphs otherwise. */
  isDivided: boolean
}

type SideOf = (step: Step) => Content | undefined

const older: SideOf = ({ old }) => old
const newer: SideOf = ({ fresh }) => fresh

/** A paragraph is not divided into more than that at once. */
const farthest = 12

/** Paragraphs that were divided or put together, each with everything that it became or came of. */
export function runsOf(steps: Step[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < steps.length; ) {
    const divided = dividedFrom(steps, at)
    if (divided) runs.push({ steps: divided, isDivided: true })
    else add(runs, steps[at] as Step)
    at += divided?.length ?? 1
  }
  return runs
}

/** Steps without a counterpart stand together. */
function add(runs: Run[], step: Step): void {
  const last = runs.at(-1)
  if (isPair(step) || !last || last.isDivided || last.steps.some(isPair)) runs.push({ steps: [step], isDivided: false })
  else last.steps.push(step)
}

export const isPair = ({ old, fresh }: Step) => old !== undefined && fresh !== undefined

function dividedFrom(steps: Step[], from: number): Step[] | null {
  return stretchFrom(steps, from, older, newer) ?? stretchFrom(steps, from, newer, older)
}

/** From here on: one on this side, next to several on the other that say together what it says. */
function stretchFrom(steps: Step[], from: number, one: SideOf, many: SideOf): Step[] | null {
  const stretch: Step[] = []
  for (const step of steps.slice(from, from + farthest)) {
    if (!isAbout(step, one, many) || (one(step) && stretch.some(one))) return null
    stretch.push(step)
    const whole = stretch.map(one).find((node) => node !== undefined)
    const parts = stretch.flatMap((step) => many(step) ?? [])
    const said = evenly(parts)
    if (whole && parts.length > 1 && said !== '' && said === evenly([whole])) return stretch
    if (whole && !evenly([whole]).startsWith(said)) return null
  }
  return null
}

/** Only words are divided; what was taken out for good or put in for good is no part of it. */
const isAbout = (step: Step, one: SideOf, many: SideOf) => {
  const [whole, part] = [one(step), many(step)]
  return (!whole || holdsWords(whole)) && part !== undefined && holdsWords(part)
}
