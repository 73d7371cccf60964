import { blocksOf, isTextblock, textOfBlock, wordCountOf, wordsOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import type { Written } from './clients.ts'

/** Shorter ones are corrections: the line under them tells whose they are, letters before them would tear words apart. */
const signedFrom = 3

/** So many passages ahead somebody who was corrected may go on. */
const reach = 20

interface Passage {
  by: number
  parts: Written[]
}

/** Says for a client id which source its words are from. */
export type SourceOf = (client: number | undefined) => number

/**
 * Marks whose words they are: `by` is the source, `starts` is set where a reader has to be told. That is at the beginning
 * of each paragraph, and within it where somebody else goes on for more than a correction.
 */
export function markPassages(written: Written, sourceOf: SourceOf): Content {
  const { client: _, content = [], ...node } = written
  if (isTextblock(written as Content)) return { ...node, content: markBlock(content, sourceOf) }
  return written.content ? { ...node, content: content.map((child) => markPassages(child, sourceOf)) } : node
}

function markBlock(parts: Written[], sourceOf: SourceOf): Content[] {
  const passages = passagesOf(parts, sourceOf)
  const starting = startingIn(passages)
  return passages.flatMap((passage) => {
    const first = starting.has(passage) ? passage.parts.find(isText) : undefined
    return passage.parts.map((part) =>
      part.content ? markNote(part, sourceOf) : marked(part, passage.by, part === first),
    )
  })
}

/** What a footnote says is a paragraph of its own. */
const markNote = ({ client: _, content = [], ...note }: Written, sourceOf: SourceOf): Content => ({
  ...note,
  content: markBlock(content, sourceOf),
})

const isText = (part: Pick<Written, 'type'>) => part.type === 'text'

function marked({ client: _, content: _none, ...part }: Written, by: number, starts: boolean): Content {
  return isText(part) ? { ...part, marks: [...(part.marks ?? []), { type: 'written', attrs: { by, starts } }] } : part
}

/** A line break belongs to whoever writes before it. */
function passagesOf(parts: Written[], sourceOf: SourceOf): Passage[] {
  const passages: Passage[] = []
  for (const part of parts) {
    const last = passages.at(-1)
    const by = isText(part) ? sourceOf(part.client) : last?.by
    if (last && (by === undefined || last.by === by)) last.parts.push(part)
    else passages.push({ by: by ?? sourceOf(undefined), parts: [part] })
  }
  return passages
}

const wordsInPassage = ({ parts }: Passage) =>
  wordCountOf(textOfBlock({ type: 'paragraph', content: parts as Content[] }))

function startingIn(passages: Passage[]): Set<Passage> {
  const starting = new Set<Passage>()
  let told: number | undefined
  for (const [index, passage] of passages.entries()) {
    if (passage.by === told || wordsFrom(passages.slice(index, index + reach)) < signedFrom) continue
    starting.add(passage)
    told = passage.by
  }
  const only = passages.find((passage) => wordsInPassage(passage) > 0)
  return starting.size === 0 && only ? new Set([only]) : starting
}

/** How much whoever writes first goes on writing, corrections of others not counted. */
function wordsFrom([first, ...others]: Passage[]): number {
  let words = first ? wordsInPassage(first) : 0
  for (const passage of others) {
    if (words >= signedFrom) break
    const count = wordsInPassage(passage)
    if (passage.by === first?.by) words += count
    else if (count >= signedFrom) break
  }
  return words
}

/** How many words each source has begun: a word that two people made counts once. */
export function wordsBySource(content: Content): Map<number, number> {
  const counts = new Map<number, number>()
  for (const block of blocksOf(content)) {
    const authors = authorsByCharacter(block)
    for (const { index } of wordsOf(textOfBlock(block))) {
      const by = authors[index]
      if (by !== undefined) counts.set(by, (counts.get(by) ?? 0) + 1)
    }
  }
  return counts
}

const sourceOfPart = (part: Content) =>
  part.marks?.find(({ type }) => type === 'written')?.attrs?.by as number | undefined

const authorsByCharacter = (block: Content): (number | undefined)[] =>
  (block.content ?? []).flatMap((part) => {
    const length = part.type === 'hardBreak' ? 1 : (part.text?.length ?? 0)
    return new Array<number | undefined>(length).fill(sourceOfPart(part))
  })
