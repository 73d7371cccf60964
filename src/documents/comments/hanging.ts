import { anchorAt, type LaidOut, layOut, type Stretch, stretchOf } from './anchors.ts'
import { findQuote, hasWords, quoteAt } from './finding.ts'
import type { ThreadForm } from './forms.ts'
import type { Hanging } from './saying.ts'

/** What is chosen on a page is looked up by its words, what is chosen in the editor by its letters. */
function chosenIn(laid: LaidOut, { anchor, quote, before, after }: ThreadForm): Stretch | null {
  if (anchor) return stretchOf(laid, anchor)
  const at = findQuote(laid.line.text, { words: quote ?? '', before, after })
  return at === null ? null : { from: at, to: at + (quote ?? '').length }
}

const onPassage = (laid: LaidOut, stretch: Stretch): Hanging | null => {
  const anchor = anchorAt(laid, stretch)
  const { words, before, after } = quoteAt(laid.line.text, stretch.from, stretch.to)
  if (!anchor || !hasWords(words)) return null
  return { on: 'passage', anchor, quote: words, wordsBefore: before, wordsAfter: after }
}

/** What a new conversation hangs on; null when the passage is not, or no longer, in the text. */
export async function hangingOf(form: ThreadForm, state: () => Promise<Uint8Array>): Promise<Hanging | null> {
  if (form.suggestion) return { on: 'suggestion', suggestionId: form.suggestion }
  if (form.row) return { on: 'row', rowId: form.row }
  if (!form.anchor && !form.quote) return { on: 'text' }
  const laid = layOut(await state())
  const stretch = chosenIn(laid, form)
  return stretch && onPassage(laid, stretch)
}
