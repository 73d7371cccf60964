import { plainTextOf, wordsOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'

export interface WordChanges {
  added: number
  removed: number
}

/** How many words came and went; one that only stands elsewhere now did neither. */
export function wordChanges(before: Content | null, after: Content): WordChanges {
  const left = new Map<string, number>()
  const count = (content: Content, step: 1 | -1) => {
    for (const [word] of wordsOf(plainTextOf(content))) left.set(word, (left.get(word) ?? 0) + step)
  }
  count(after, 1)
  if (before) count(before, -1)
  const changes = { added: 0, removed: 0 }
  for (const times of left.values()) {
    if (times > 0) changes.added += times
    else changes.removed -= times
  }
  return changes
}
