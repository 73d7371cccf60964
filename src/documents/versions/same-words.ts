import type { Content } from '../markup.ts'
import { evenly } from './shapes.ts'

type Span = readonly [from: number, to: number]

/** Longer stretches are not searched. */
const fewEnough = 40

const isWorthIt = (words: string) => /[\p{L}\p{N}]/u.test(words)

/** Some of the older nodes that say exactly what one of the newer ones says, or one of them what some of these say. */
export function sameWordsIn(olds: Content[], news: Content[]): { olds: Span; news: Span } | null {
  if (olds.length > fewEnough || news.length > fewEnough) return null
  for (const [at, fresh] of news.entries()) {
    const found = spanSaying(evenly([fresh]), olds)
    if (found) return { olds: found, news: [at, at + 1] }
  }
  for (const [at, old] of olds.entries()) {
    const found = spanSaying(evenly([old]), news)
    if (found) return { olds: [at, at + 1], news: found }
  }
  return null
}

function spanSaying(words: string, nodes: Content[]): Span | null {
  if (!isWorthIt(words)) return null
  for (let from = 0; from < nodes.length; from++) {
    for (let to = from + 1; to <= nodes.length; to++) {
      const said = evenly(nodes.slice(from, to))
      if (said === words) return [from, to]
      if (!words.startsWith(said)) break
    }
  }
  return null
}
