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

/** What a new conversation hangs on; null when the passage is not, or no longer, in the text. */
export async function hangingOf(form: ThreadForm, { laidOut, place }: Table): Promise<Hanging | null> {
  if (form.suggestion) return { on: 'suggestion', suggestionId: form.suggestion }
  if (form.row) return { on: 'row', rowId: form.row }
  if (!form.anchor && !form.quote) return { on: 'text' }
  const laid = await laidOut()
  const stretch = chosenIn(laid, form)
  return stretch && onPassage(laid, stretch, place.snapshotId !== null)
}
