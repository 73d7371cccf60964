/** Words of a passage and what stood around them. */
export interface Quote {
  words: string
  before: string
  after: string
}

/** Longer passages are found by their beginning. */
export const longestQuote = 1_000

/** So much of what stands around a passage is kept, to tell it from others of the same words. */
export const contextLength = 40

/** Every kind of space is one space, and stays one character. */
const plain = (text: string) => text.replace(/\s/g, ' ')

const commonEnd = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

const commonStart = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

function* placesOf(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at
}

interface Place {
  at: number
  /** How much of what stood around the passage stands around it here. */
  context: number
}

/** More than that many equal places are told apart by nobody. */
const mostPlaces = 200

function candidates(text: string, { words, before, after }: Quote): Place[] {
  const found: Place[] = []
  for (const at of placesOf(text, words)) {
    const end = at + words.length
    const context =
      commonEnd(text.slice(Math.max(0, at - before.length), at), before) +
      commonStart(text.slice(end, end + after.length), after)
    if (found.push({ at, context }) >= mostPlaces) break
  }
  return found
}

/** Words that many places could have said need something that tells it is this one. */
const tellsItself = 12
const tellingContext = 6

/**
 * Where a passage stands by its words: the place around which most stands that stood around it then. Null where it is
 * gone, and where two places are as likely.
 */
export function findQuote(text: string, quote: Quote): number | null {
  const words = plain(quote.words)
  const sought = { words, before: plain(quote.before), after: plain(quote.after) }
  const [best, second] = candidates(plain(text), sought).sort((a, b) => b.context - a.context)
  if (!best || best.context === second?.context) return null
  const around = Math.min(tellingContext, quote.before.length + quote.after.length)
  return words.length >= tellsItself || best.context >= around ? best.at : null
}

/** The words from here to there, with what stands around them. */
export const quoteAt = (text: string, from: number, to: number): Quote => ({
  words: text.slice(from, Math.min(to, from + longestQuote)),
  before: text.slice(Math.max(0, from - contextLength), from),
  after: text.slice(to, to + contextLength),
})

/** Something that a person would point at: not only spaces and signs. */
export const hasWords = (words: string) => /[\p{L}\p{N}\p{So}]/u.test(words)
