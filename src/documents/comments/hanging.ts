import type { Database } from '../../db/database.ts'
import { rowsOf } from '../comparisons/rows.ts'
import { anchorAt, type LaidOut, type Stretch, stretchOf } from './anchors.ts'
import { findQuote, hasWords, quoteAt } from './finding.ts'
import type { ThreadForm } from './forms.ts'
import type { Hanging } from './saying.ts'
import type { Table } from './table.ts'

/** What is chosen on a page is looked up by its words, what is chosen in the editor by its letters. */
function chosenIn(laid: LaidOut, { anchor, quote, before, after }: ThreadForm): Stretch | null {
  if (anchor) return stretchOf(laid, anchor)
  const at = findQuote(laid.line.text, { words: quote ?? '', before, after })
  return at === null ? null : { from: at, to: at + (quote ?? '').length }
}

/** What is frozen needs no anchor: its words stay where they are. */
const onPassage = (laid: LaidOut, stretch: Stretch, isFrozen: boolean): Hanging | null => {
  const anchor = isFrozen ? null : anchorAt(laid, stretch)
  const { words, before, after } = quoteAt(laid.line.text, stretch.from, stretch.to)
  if (!(anchor || isFrozen) || !hasWords(words)) return null
  return { on: 'passage', anchor, quote: words, wordsBefore: before, wordsAfter: after }
}

const onSuggestion = async (db: Database, suggestionId: string, { hasSuggestion }: Table): Promise<Hanging | null> =>
  (await hasSuggestion(db, suggestionId)) ? { on: 'suggestion', suggestionId } : null

const onRow = ({ content }: LaidOut, rowId: string): Hanging | null =>
  rowsOf(content).some(({ id }) => id === rowId) ? { on: 'row', rowId } : null

/** What a new conversation hangs on; null when that is not, or no longer, in the text or beside it. */
export async function hangingOf(db: Database, form: ThreadForm, table: Table): Promise<Hanging | null> {
  const { laidOut, place } = table
  if (form.suggestion) return onSuggestion(db, form.suggestion, table)
  if (!form.row && !form.anchor && !form.quote) return { on: 'text' }
  const laid = await laidOut()
  if (form.row) return onRow(laid, form.row)
  const stretch = chosenIn(laid, form)
  return stretch && onPassage(laid, stretch, place.snapshotId !== null)
}
