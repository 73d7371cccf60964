import { diffWordsWithSpace } from 'diff'

/** A piece of a sentence: as it was, put in, or taken out. */
export interface WordPart {
  words: string
  is: 'same' | 'inserted' | 'deleted'
}

/** Beyond this the one stands after the other. */
const maxEditLength = 400

/** What has become of a sentence, in words. */
export function wordsBetween(before: string, after: string): WordPart[] {
  if (before === after) return before === '' ? [] : [{ words: before, is: 'same' }]
  const parts = diffWordsWithSpace(before, after, { maxEditLength })
  if (!parts) {
    const all: WordPart[] = [
      { words: before, is: 'deleted' },
      { words: after, is: 'inserted' },
    ]
    return all.filter(({ words }) => words !== '')
  }
  return parts.map(({ value, added, removed }) => ({
    words: value,
    is: added ? 'inserted' : removed ? 'deleted' : 'same',
  }))
}
