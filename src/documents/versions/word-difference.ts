import { type ChangeObject, diffWordsWithSpace } from 'diff'
import { textOfBlock } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'

/** Marks that only a comparison has; they are never stored. */
export type Change = 'inserted' | 'deleted'

/** Two paragraphs that differ more than this are shown one after the other. */
const maxEditLength = 600

type Part = Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>

export const marked = (inline: Content, change: Change): Content => ({
  ...inline,
  marks: [...(inline.marks ?? []), { type: change }],
})

/** What stands inside the newer paragraph, with what was taken out of the older one at its place. */
export function compareWords(before: Content, after: Content): Content[] {
  const [old, now] = [textOfBlock(before), textOfBlock(after)]
  const parts = diffWordsWithSpace(old, now, { maxEditLength }) ?? replaced(old, now)
  const [takeOld, takeNow] = [reader(before), reader(after)]
  return joined(parts).flatMap(({ value, added, removed }) => {
    if (removed) return takeOld(value.length).map((inline) => marked(inline, 'deleted'))
    const shown = takeNow(value.length)
    if (added) return shown.map((inline) => marked(inline, 'inserted'))
    takeOld(value.length)
    return shown
  })
}

const replaced = (old: string, now: string): Part[] => [
  { value: old, removed: true, added: false },
  { value: now, removed: false, added: true },
]

/** "alte Worte" → "neue Sätze" reads better than word by word, so a lone space does not part two changes. */
function joined(parts: Part[]): Part[] {
  const runs: Part[] = []
  let [old, now] = ['', '']
  const flush = () => {
    runs.push(...replaced(old, now).filter(({ value }) => value !== ''))
    old = now = ''
  }
  for (const [index, part] of parts.entries()) {
    if (part.removed) old += part.value
    else if (part.added) now += part.value
    else if (old && now && part.value.trim() === '' && index < parts.length - 1) {
      old += part.value
      now += part.value
    } else {
      flush()
      runs.push(part)
    }
  }
  flush()
  return runs
}

/** Hands out the inline nodes of a paragraph piece by piece, so that bold and links stay as they are. */
function reader(block: Content): (length: number) => Content[] {
  let rest = block.content ?? []
  return (length) => {
    const taken: Content[] = []
    for (let left = length; left > 0 && rest[0]; ) {
      const [first, ...others] = rest
      const words = first.text
      if (words === undefined || words.length <= left) {
        taken.push(first)
        left -= words?.length ?? 1
        rest = others
      } else {
        taken.push({ ...first, text: words.slice(0, left) })
        rest = [{ ...first, text: words.slice(left) }, ...others]
        left = 0
      }
    }
    return taken
  }
}
