import { parse } from 'csv-parse/sync'
import { cleanText } from '../../web/clean.ts'

export interface ReadStatement {
  place: string
  words: string
}

export type ReadStatements = { ok: true; statements: ReadStatement[] } | { ok: false; code: Unreadable }

/** Why a table did not become statements; the form has the sentence for each. */
export type Unreadable = 'nothing_in_it' | 'too_many' | 'too_long' | 'broken'

const most = 1_000
const longest = { place: 200, words: 5_000 }

/** As spreadsheets save: with a mark in front, or in the older character set of Windows. */
export function textOfFile(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const placeNames =
  /^(nr|nummer|ziffer|no|number|fundstelle|stelle|ort|kapitel|kap|abschnitt|seite|s|place|page|chapter|section)\.?$/i
const wordNames = /^(aussage|wortlaut|text|inhalt|zitat|statement|wording|words)( [^\d]{0,40})?$/i

const lineShare = (lines: string[], sign: string) => lines.filter((line) => line.includes(sign)).length / lines.length

/** A comma or a semicolon also stands in sentences: it separates only where a head names columns. */
function separatorOf(lines: string[]): string | null {
  const [head = ''] = lines
  if (lineShare(lines, '\t') > 0.5) return '\t'
  const named = (sign: string) =>
    head.split(sign).filter((name) => placeNames.test(bare(name)) || wordNames.test(bare(name)))
  return [';', '|', ','].find((sign) => named(sign).length >= 2) ?? (lineShare(lines, ';') > 0.9 ? ';' : null)
}

const bare = (name: string) => name.replace(/^["'\s\uFEFF]+|["'\s]+$/g, '')

/** Throws at quotes that never end. */
const cellsOf = (text: string, delimiter: string): string[][] =>
  parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: delimiter !== ',',
    skip_empty_lines: true,
    trim: true,
    max_record_size: 200_000,
  })

function fromTable(rows: string[][]): ReadStatement[] {
  const [head = [], ...rest] = rows
  const hasHead = head.some((name) => placeNames.test(bare(name)) || wordNames.test(bare(name)))
  const body = hasHead ? rest : rows
  const words = wordColumn(hasHead ? head : [], body)
  const places = hasHead
    ? head.map((name, at) => (placeNames.test(bare(name)) ? at : -1)).filter((at) => at >= 0)
    : null
  return body.map((cells) => ({
    place: cells
      .filter((cell, at) => cell !== '' && at !== words && (places ? places.includes(at) : at < words))
      .join(', '),
    words: cells[words] ?? '',
  }))
}

/** The one that is called so, or else the one in which most is written. */
function wordColumn(head: string[], body: string[][]): number {
  const named = head.findIndex((name) => wordNames.test(bare(name)))
  if (named >= 0) return named
  const width = Math.max(0, ...body.map((cells) => cells.length))
  const written = Array.from({ length: width }, (_, at) =>
    body.reduce((sum, cells) => sum + (cells[at]?.length ?? 0), 0),
  )
  return written.indexOf(Math.max(...written))
}

const marked = /^((?:Kap(?:itel)?\b|S(?:eite)?\b|Abschnitt|Nr\b|Ziffer|§|Absatz)[^:|–]{0,60}?)\s*(?::|\||–)\s+(.+)$/is
const numbered = /^(\d+(?:\.\d+)*)[.)]?\s+(.+)$/s

/** One paragraph, one statement; what stands in front of a colon tells the place. */
function fromText(text: string): ReadStatement[] {
  const blocks = /\n[ \t]*\n/.test(text) ? text.split(/\n[ \t]*\n+/) : text.split('\n')
  return blocks
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block, index) => {
      const [, place, words] = block.match(marked) ?? block.match(numbered) ?? []
      return place && words ? { place: place.trim(), words } : { place: String(index + 1), words: block }
    })
}

function judged(found: ReadStatement[]): ReadStatements {
  const statements = found.filter(({ words }) => words.trim() !== '')
  if (statements.length === 0) return { ok: false, code: 'nothing_in_it' }
  if (statements.length > most) return { ok: false, code: 'too_many' }
  const isLong = ({ place, words }: ReadStatement) => place.length > longest.place || words.length > longest.words
  return statements.some(isLong) ? { ok: false, code: 'too_long' } : { ok: true, statements }
}

/** A table that was copied, a CSV file or plain text, as statements with their places. */
export function readStatements(typed: string): ReadStatements {
  const text = cleanText(typed.replace(/^\uFEFF/, '')).trim()
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return { ok: false, code: 'nothing_in_it' }
  const separator = separatorOf(lines)
  if (!separator) return judged(fromText(text))
  try {
    return judged(fromTable(cellsOf(text, separator)))
  } catch {
    return { ok: false, code: 'broken' }
  }
}
