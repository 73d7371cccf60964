import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { SearchQuery } from 'prosemirror-search'

export interface Wanted {
  words: string
  /** What stands there instead. */
  instead: string
  /** Only in capital and small letters as they are typed. */
  exactCase: boolean
  wholeWords: boolean
}

export interface Match {
  from: number
  to: number
}

/** More are found and counted, but not marked: nobody looks at all of them. */
const mostMarked = 1_000

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** An "ü" may be one sign or two; a space may be one that does not break; quotes are found however they are typed. */
function anyWriting(letter: string): string {
  if (letter === ' ') return '[ \\u00A0]'
  if (letter === '"') return '["„“”]'
  if (letter === "'") return "['‚‘’]"
  const apart = letter.normalize('NFD')
  return apart === letter ? escaped(letter) : `(?:${letter}|${apart})`
}

const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign)

function standsAlone({ doc }: EditorState, { from, to }: Match): boolean {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const before = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ')
  const behind = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, ' ', ' ')
  return !(isWord([...before].at(-1)) || isWord([...behind][0]))
}

export const queryFor = ({ words, exactCase, wholeWords }: Omit<Wanted, 'instead'>): SearchQuery =>
  new SearchQuery({
    search: Array.from(words.normalize('NFC'), anyWriting).join(''),
    regexp: true,
    literal: true,
    caseSensitive: exactCase,
    ...(wholeWords ? { filter: standsAlone } : {}),
  })

export function matchesIn(state: EditorState, query: SearchQuery): Match[] {
  const found: Match[] = []
  if (!query.valid) return found
  state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const end = at + 1 + node.content.size
    for (let from = at + 1; from < end; ) {
      const match = query.findNext(state, from, end)
      if (!match || match.to > end) break
      found.push({ from: match.from, to: match.to })
      from = Math.max(match.to, from + 1)
    }
    return false
  })
  return found
}

/**
 * Puts the same words in the place of each of these, the last first; they look like what stood there. Links are not
 * looked for in them: in thousands of places at once that would take seconds.
 */
export function replacing({ doc, schema, tr }: EditorState, instead: string, matches: Match[]): Transaction {
  tr.setMeta('preventAutolink', true)
  for (const { from, to } of [...matches].reverse()) {
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? []
    if (instead === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(instead, marks))
  }
  return tr
}

/** The match at the cursor, or the next one behind it, or the first. */
export function matchFrom(matches: Match[], at: number): number {
  const next = matches.findIndex(({ from }) => from >= at)
  return next < 0 && matches.length > 0 ? 0 : next
}

/** Selects a match, so that it is known where one is. */
export const selecting = ({ doc, tr }: EditorState, { from, to }: Match): Transaction =>
  tr.setSelection(TextSelection.create(doc, from, to)).scrollIntoView()

interface Shown {
  matches: Match[]
  current: number
}

export const searchKey = new PluginKey<DecorationSet>('search')

function marked({ doc }: EditorState, { matches, current }: Shown): DecorationSet {
  const start = Math.max(0, Math.min(current - mostMarked / 2, matches.length - mostMarked))
  const marks = matches
    .slice(start, start + mostMarked)
    .map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: start + index === current ? 'found current' : 'found' }),
    )
  return DecorationSet.create(doc, marks)
}

/** Marks what was found; told anew with `searchKey` as the meta of a transaction. */
export const markingFound = () =>
  new Plugin<DecorationSet>({
    key: searchKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before, _old, state) => {
        const shown = tr.getMeta(searchKey) as Shown | undefined
        return shown ? marked(state, shown) : before.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => searchKey.getState(state) },
  })
