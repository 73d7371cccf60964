import { diffWordsWithSpace } from 'diff'
import type { Block } from './editor-blocks.ts'
import { type Range, sentencesOf, spanOf, tornUnits } from './editor-spans.ts'

/** Where somebody took out letters of a text (none: only put in) and what they put there. */
interface Edit {
  from: number
  to: number
  put: string
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
  if (!mineEdits || !theirEdits) return []
  const touched = sentencesOf(block.text).map((sentence) =>
    [mineEdits, theirEdits].every((edits) => edits.some((edit) => touches(edit, sentence))),
  )
  return tornUnits(block, now, touched)
    .map((sentence) => ({
      before: block.text.slice(sentence.from, sentence.to).trim(),
      mine: readsAfter(mineEdits, block.text, sentence),
      theirs: readsAfter(theirEdits, block.text, sentence),
      keys: [block.key, ...there.blocks.map(({ key }) => key)],
      ...spanOf(block, sentence, now),
    }))
    .filter(({ mine, theirs }) => mine !== theirs)
}

/** Sentences that both sides have changed, each in another way. */
export function collisionsIn(sides: Sides): Collided[] {
  const known = new Set(sides.base.map(({ key }) => key))
  return sides.base.flatMap((block) => inBlock(block, sides, known))
}
