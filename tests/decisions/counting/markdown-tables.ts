/** One table of a Markdown file. */
export interface Block {
  /** What its marker calls it: `<!-- table:roll -->`, the nearest one above. Null for any further table below it. */
  marker: string | null
  head: string[]
  body: string[][]
}

/** As it is read on a page: without emphasis, escapes and names of characters. */
const plain = (markdown: string): string =>
  markdown
    .replace(/(?<!\\)(`|\*\*)/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('≥', '>=')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const cells = (line: string): string[] =>
  line
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(plain)

/** What stands between the headings and the rows. */
const isRule = (line = '') => line.includes('|') && /^[|\s:-]+$/.test(line) && line.includes('-')

const isRow = (line = '') => line.includes('|')

function tablesIn(text: string): Omit<Block, 'marker'>[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const tables: Omit<Block, 'marker'>[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!isRow(lines[at]) || !isRule(lines[at + 1])) continue
    const after = lines.findIndex((line, nth) => nth > at + 1 && !isRow(line))
    const [head = '', , ...body] = lines.slice(at, after < 0 ? lines.length : after)
    tables.push({ head: cells(head), body: body.map(cells) })
    at += body.length + 1
  }
  return tables
}

/** A marker that no table follows stands for an empty one. */
function marked(marker: string, text: string): Block[] {
  const [first = { head: [], body: [] }, ...others] = tablesIn(text)
  return [{ marker, ...first }, ...others.map((table) => ({ marker: null, ...table }))]
}

/** Every table of a file, in its order. */
export function blocksIn(text: string): Block[] {
  const [before = '', ...parts] = text.split(/^[^\S\n]*<!--\s*table:\s*([\w-]+)\s*-->[^\S\n]*$/m)
  const blocks: Block[] = tablesIn(before).map((table) => ({ marker: null, ...table }))
  for (let at = 0; at < parts.length; at += 2) blocks.push(...marked(parts[at] ?? '', parts[at + 1] ?? ''))
  return blocks
}
