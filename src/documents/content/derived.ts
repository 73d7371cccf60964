import { rowsOf } from '../comparisons/rows.ts'
import type { Content } from '../markup.ts'
import { plainTextOf, writtenWordsIn } from './plain-text.ts'

const each = (values: string[]) => [...new Set(values.filter((value) => value !== ''))].sort()

/** What is kept beside a draft so that it can be found: its words, and which decisions and guiding ideas its rows name. */
export function derivedFrom(content: Content) {
  const rows = rowsOf(content)
  return {
    plainText: plainTextOf(content),
    wordCount: writtenWordsIn(content),
    rowDecisions: each(rows.map(({ decision }) => decision)),
    rowIdeas: each(rows.flatMap(({ ideas }) => ideas)),
  }
}
