import type { Block } from './editor-blocks.ts'

/** From which letter to which, the last one not included. */
export interface Range {
  from: number
  to: number
}

function segments(text: string): string[] {
  const { Segmenter } = Intl
  if (!Segmenter) return text.match(/[^.!?]+[.!?]*\s*/g) ?? []
  return Array.from(new Segmenter('de', { granularity: 'sentence' }).segment(text), ({ segment }) => segment)
}

/** The sentences of a paragraph, without the space behind them. */
export function sentencesOf(text: string): Range[] {
  let at = 0
  return segments(text).map((sentence) => {
    const from = at
    at += sentence.length
    return { from, to: from + sentence.trimEnd().length }
  })
}

/** Each letter of a paragraph by what it is called for good. */
const lettersOf = ({ pieces }: Block): string[] =>
  pieces.flatMap(({ text, client, clock }) => Array.from({ length: text.length }, (_, i) => `${client}:${clock + i}`))

interface Place {
  block: number
  at: number
}

function placesIn(blocks: Block[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [block, one] of blocks.entries())
    for (const [at, letter] of lettersOf(one).entries())
      if (!letter.startsWith('-1:')) places.set(letter, { block, at })
  return places
}

const lastOf = (places: (Place | undefined)[]) => places.filter((place) => place !== undefined).at(-1)

const sentenceAround = (text: string, at: number): Range =>
  sentencesOf(text).find(({ to }) => at < to) ?? { from: at, to: text.length }

/** Without the space at its ends. */
function trimmed(text: string, { from, to }: Range): Range {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { from: start, to: Math.max(start, from + words.trimEnd().length) }
}

/** A paragraph as it is now, and those that grew out of it. */
export interface Now {
  start: number
  blocks: Block[]
}

/**
 * Where a sentence of a former paragraph stands now: between the letters beside it that are still there. Where none is
 * left on one side, what was written behind the paragraph is not part of it.
 */
export function spanOf(block: Block, sentence: Range, { start, blocks }: Now): Range & { block: number } {
  if (start < 0) return { block: -1, from: 0, to: 0 }
  const places = placesIn(blocks)
  const letters = lettersOf(block).map((letter) => places.get(letter))
  const within = letters.slice(sentence.from, sentence.to).filter((place) => place !== undefined)
  const before = lastOf(letters.slice(0, sentence.from))
  const behind = letters.slice(sentence.to).find((place) => place !== undefined)
  const index = before?.block ?? within[0]?.block ?? behind?.block ?? 0
  const { text = '' } = blocks[index] ?? {}
  const first = within.find((place) => place.block === index)?.at
  const last = lastOf(within.filter((place) => place.block === index))?.at
  const from = before ? before.at + 1 : first === undefined ? 0 : sentenceAround(text, first).from
  const next = behind && (behind.block === index ? behind.at : text.length)
  const to = next ?? sentenceAround(text, last ?? from).to
  return { block: start + index, ...trimmed(text, { from, to: Math.max(from, to) }) }
}

/**
 * Sentences that are to be decided, together with neighbours out of which something was torn: an editor may take the
 * first letter of the next sentence away instead of its own when both are the same.
 */
export function tornUnits(block: Block, { blocks }: Now, chosen: boolean[]): Range[] {
  const places = placesIn(blocks)
  const letters = lettersOf(block)
  const isGone = (at: number) => blocks.length > 0 && !places.has(letters[at] ?? '')
  const units: Range[] = []
  const sentences = sentencesOf(block.text)
  for (const [index, { from, to }] of sentences.entries()) {
    const unit = units.at(-1)
    const joins = unit !== undefined && unit.to === sentences[index - 1]?.to && isGone(from)
    if (unit && joins) unit.to = to
    else if (chosen[index]) units.push({ from: startOf(index), to })
  }
  return units

  function startOf(index: number): number {
    const [before, here] = [sentences[index - 1], sentences[index]]
    return before && isGone(before.to - 1) ? startOf(index - 1) : (here?.from ?? 0)
  }
}
