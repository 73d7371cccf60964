import { diffWordsWithSpace } from 'diff'
import type { Block } from './editor-blocks.ts'

/** Where somebody took out letters of a text (none: only put in) and what they put there. */
interface Edit {
  from: number
  to: number
  put: string
}

interface Range {
  from: number
  to: number
}

/** A sentence that was changed on both sides, and where it stands now: in which paragraph, from which letter to which. */
export interface Collided extends Range {
  before: string
  mine: string
  theirs: string
  /** Of the paragraph in which it was, and of those that grew out of it. */
  keys: string[]
  block: number
}

function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open = false
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (added || removed) {
      if (!open) edits.push({ from: at, to: at, put: '' })
      const edit = edits.at(-1) as Edit
      if (added) edit.put += value
      else edit.to += value.length
    }
    open = Boolean(added || removed)
    if (!added) at += value.length
  }
  return edits
}

function segments(text: string): string[] {
  const { Segmenter } = Intl
  if (!Segmenter) return text.match(/[^.!?]+[.!?]*\s*/g) ?? []
  return Array.from(new Segmenter('de', { granularity: 'sentence' }).segment(text), ({ segment }) => segment)
}

function sentencesOf(text: string): Range[] {
  let at = 0
  return segments(text).map((sentence) => {
    const from = at
    at += sentence.length
    return { from, to: from + sentence.trimEnd().length }
  })
}

/** Put beside a sentence is not put into it. */
const touches = (edit: Edit, { from, to }: Range) =>
  edit.from === edit.to ? edit.from > from && edit.from < to : edit.from < to && edit.to > from

/** How a range of the text reads after the edits; what stretches beyond it counts where it begins. */
function readsAfter(edits: Edit[], text: string, { from, to }: Range): string {
  let read = ''
  let at = from
  for (const edit of edits.filter((one) => touches(one, { from, to }))) {
    read += text.slice(at, Math.max(at, edit.from)) + (edit.from >= from ? edit.put : '')
    at = Math.min(to, Math.max(at, edit.to))
  }
  return (read + text.slice(at, to)).trim()
}

/** Where a letter of the text stands after the edits; what was put right there lies before or behind it. */
function placeAfter(edits: Edit[], at: number, behind: boolean): number {
  let moved = 0
  for (const { from, to, put } of edits) {
    const before = behind ? from < at : from < at || (from === at && to === at)
    if (!before) break
    if (to > at) return from + moved + (behind ? put.length : 0)
    moved += put.length - (to - from)
  }
  return at + moved
}

const shared = (one: string, other: string) => {
  const words = new Set(one.split(/\s+/))
  return other.split(/\s+/).filter((word) => words.has(word)).length / Math.max(1, words.size)
}

/** A paragraph on another side: itself, or what it was made into, and what was split from it. */
function groupOf(block: Block, base: Set<string>, side: Block[]): { start: number; blocks: Block[] } {
  const same = side.findIndex(({ key }) => key === block.key)
  const heir = side.findIndex(({ key, text }) => !base.has(key) && shared(block.text, text) > 0.5)
  const start = same >= 0 ? same : heir
  if (start < 0) return { start, blocks: [] }
  const next = side.findIndex(({ key }, index) => index > start && base.has(key))
  return { start, blocks: side.slice(start, next < 0 ? undefined : next) }
}

const joined = (blocks: Block[]) => blocks.map(({ text }) => text).join('\n')

/** In which of these paragraphs a letter of all of them lies, and where in it. */
function placeIn(blocks: Block[], at: number): { block: number; at: number } {
  let rest = at
  for (const [block, { text }] of blocks.entries()) {
    if (rest <= text.length || block === blocks.length - 1) return { block, at: Math.min(rest, text.length) }
    rest -= text.length + 1
  }
  return { block: 0, at: 0 }
}

export interface Sides {
  /** As it was when both knew the same. */
  base: Block[]
  mine: Block[]
  theirs: Block[]
  /** As it is now, with both in it. */
  merged: Block[]
}

function inBlock(block: Block, { mine, theirs, merged }: Sides, base: Set<string>): Collided[] {
  const [here, there, now] = [mine, theirs, merged].map((side) => groupOf(block, base, side))
  if (!here || !there || !now || joined(here.blocks) === block.text || joined(there.blocks) === block.text) return []
  const [mineEdits, theirEdits] = [here, there].map(({ blocks }) => editsBetween(block.text, joined(blocks)))
  const moves = editsBetween(block.text, joined(now.blocks))
  if (!mineEdits || !theirEdits) return []
  return sentencesOf(block.text)
    .filter((sentence) => [mineEdits, theirEdits].every((edits) => edits.some((edit) => touches(edit, sentence))))
    .map((sentence) => {
      const start = placeIn(now.blocks, placeAfter(moves, sentence.from, false))
      const end = placeIn(now.blocks, placeAfter(moves, sentence.to, true))
      return {
        before: block.text.slice(sentence.from, sentence.to).trim(),
        mine: readsAfter(mineEdits, block.text, sentence),
        theirs: readsAfter(theirEdits, block.text, sentence),
        keys: [block.key, ...there.blocks.map(({ key }) => key)],
        block: now.start < 0 ? -1 : now.start + start.block,
        from: start.at,
        to: end.block === start.block ? end.at : (now.blocks[start.block]?.text.length ?? start.at),
      }
    })
    .filter(({ mine, theirs }) => mine !== theirs)
}

/** Sentences that both sides have changed, each in another way. */
export function collisionsIn(sides: Sides): Collided[] {
  const known = new Set(sides.base.map(({ key }) => key))
  return sides.base.flatMap((block) => inBlock(block, sides, known))
}
