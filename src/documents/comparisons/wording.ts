import { type ChangeObject, diffWordsWithSpace } from 'diff'

/** A piece of a sentence: as it was, put in, or taken out. */
export interface WordPart {
  words: string
  is: 'same' | 'inserted' | 'deleted'
}

/** Beyond this the one stands after the other. */
const maxEditLength = 400

const replaced = (before: string, after: string): WordPart[] => {
  const both: WordPart[] = [
    { words: before, is: 'deleted' },
    { words: after, is: 'inserted' },
  ]
  return both.filter(({ words }) => words !== '')
}

/** "alte Worte" against "neue Sätze" reads better than word by word: a lone space does not part two changes. */
function joined(parts: ChangeObject<string>[]): WordPart[] {
  const runs: WordPart[] = []
  let [before, after] = ['', '']
  const flush = () => {
    runs.push(...replaced(before, after))
    before = after = ''
  }
  for (const [index, { value, added, removed }] of parts.entries()) {
    const isLoneSpace = value.trim() === '' && before !== '' && after !== '' && index < parts.length - 1
    if (!added && !removed && !isLoneSpace) {
      flush()
      runs.push({ words: value, is: 'same' })
      continue
    }
    if (!added) before += value
    if (!removed) after += value
  }
  flush()
  return runs
}

/** What has become of a sentence, in words. */
export const wordsBetween = (before: string, after: string): WordPart[] => {
  const parts = diffWordsWithSpace(before, after, { maxEditLength })
  return parts ? joined(parts) : replaced(before, after)
}
