import { blocksOf, plainTextOf, textOfBlock } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import type { Compared } from '../versions/compared.ts'
import { afterOf, beforeOf } from '../versions/taking-back.ts'
import type { Change } from './changes.ts'
import { tablesIn } from './comparing-tables.ts'

const mostChanges = 12
const longest = 160

const short = (words: string) => (words.length > longest ? `${words.slice(0, longest - 1)}…` : words).trim()

interface Block {
  node: Content
  text: string
  /** The kinds of nodes around it, outermost first. */
  around: string[]
}

function* laidOut(nodes: Content[], around: string[] = []): Generator<Block> {
  for (const node of nodes) {
    const own = [...blocksOf(node)]
    if (own[0] === node) yield { node, text: textOfBlock(node), around }
    else yield* laidOut(node.content ?? [], [...around, node.type])
  }
}

/** What is different between the touched paragraphs before and after, so that it can be said in words. */
export function changesBetween(before: Content[], after: Content[], marked: Content): Change[] {
  const { changes, rest } = tablesIn(marked)
  const others = changes.length > 0 ? othersIn(rest) : changesIn(before, after, marked)
  const all = [...rowsSet(before, after), ...changes.map(shortened), ...others]
  return all.length > 0 ? all.slice(0, mostChanges) : [{ kind: 'reshapes' }]
}

const shortened = (change: Change): Change => ('words' in change ? { ...change, words: short(change.words) } : change)

const othersIn = (rest: Compared) =>
  changesIn(beforeOf(rest).content ?? [], afterOf(rest).content ?? [], rest as Content)

function changesIn(before: Content[], after: Content[], marked: Content): Change[] {
  const [olds, news] = [[...laidOut(before)], [...laidOut(after)]]
  const isSameWords = joined(olds) === joined(news)
  const things = thingsBetween(before, after)
  const words = isSameWords ? [] : wordChanges(marked)
  const shapes = olds.length === news.length ? pairwise(olds, news) : isSameWords ? [cutOrJoined(olds, news)] : []
  return [...things, ...words, ...shapes]
}

const joined = (blocks: Block[]) => blocks.map(({ text }) => text).join('')

const cutOrJoined = (olds: Block[], news: Block[]): Change => ({ kind: news.length > olds.length ? 'splits' : 'joins' })

/** Words put in and taken out, in the order in which they stand. */
function wordChanges(marked: Content): Change[] {
  const changes: Change[] = []
  for (const block of blocksOf(marked)) {
    let [old, fresh] = ['', '']
    const flush = () => {
      changes.push(...replaced(old, fresh))
      old = fresh = ''
    }
    for (const part of block.content ?? []) {
      const words = part.type === 'hardBreak' ? '\n' : (part.text ?? '')
      if (wears(part, 'deleted')) old += words
      else if (wears(part, 'inserted')) fresh += words
      else flush()
    }
    flush()
  }
  return changes
}

function replaced(before: string, after: string): Change[] {
  if (before && after) return [{ kind: 'replaces', before: short(before), after: short(after) }]
  if (before) return [{ kind: 'deletes', words: short(before) }]
  return after ? [{ kind: 'inserts', words: short(after) }] : []
}

const wears = (part: Content, mark: string) => part.marks?.some(({ type }) => type === mark) === true

/** Each paragraph with itself: what it has become, and how its words look. */
function pairwise(olds: Block[], news: Block[]): Change[] {
  return olds.flatMap((old, index) => {
    const fresh = news[index] as Block
    return [...become(old, fresh), ...(old.text === fresh.text ? looks(old, fresh) : [])]
  })
}

const lists = ['bulletList', 'orderedList', 'taskList', 'blockquote']

const listOf = ({ around }: Block) => around.findLast((type) => lists.includes(type)) ?? ''

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

function become(old: Block, fresh: Block): Change[] {
  const words = short(fresh.text)
  const level = (node: Content) => (node.type === 'heading' ? Number(node.attrs?.level ?? 1) : null)
  if (old.node.type !== fresh.node.type || level(old.node) !== level(fresh.node))
    return [{ kind: 'becomes', type: fresh.node.type, level: level(fresh.node), words }]
  if (listOf(old) !== listOf(fresh) || depthOf(old) !== depthOf(fresh))
    return [{ kind: 'becomes', type: listOf(fresh) || fresh.node.type, level: null, words }]
  return same(old.node.attrs, fresh.node.attrs) ? [] : [{ kind: 'sets', type: fresh.node.type, words }]
}

const depthOf = ({ around }: Block) => around.filter((type) => lists.includes(type)).length

interface Letter {
  letter: string
  marks: Map<string, string>
}

const lettersOf = ({ node }: Block): Letter[] =>
  (node.content ?? []).flatMap((part) => {
    const marks = new Map((part.marks ?? []).map(({ type, attrs }) => [type, JSON.stringify(attrs ?? null)]))
    return (part.type === 'hardBreak' ? '\n' : (part.text ?? '')).split('').map((letter) => ({ letter, marks }))
  })

/** Letter by letter the same words: which marks came and which went. */
function looks(old: Block, fresh: Block): Change[] {
  const [before, after] = [lettersOf(old), lettersOf(fresh)]
  const marks = new Set([...before, ...after].flatMap((one) => [...one.marks.keys()]))
  return [...marks].flatMap((mark) => {
    const changed = after.filter((one, at) => one.marks.get(mark) !== before[at]?.marks.get(mark))
    const words = short(changed.map(({ letter }) => letter).join(''))
    return words ? [{ kind: 'looks', mark, on: changed.some((one) => one.marks.has(mark)), words } as const] : []
  })
}

const things = ['table', 'tableRow', 'image', 'footnote', 'pageBreak', 'horizontalRule', 'excerpt', 'comparisonRow']

function thingsBetween(before: Content[], after: Content[]): Change[] {
  const [olds, news] = [thingsIn(before), thingsIn(after)]
  const isTable = olds.get('table')?.length !== news.get('table')?.length
  return things.flatMap((type): Change[] => {
    // A table says that its rows come along.
    if (isTable && type === 'tableRow') return []
    const [had, has] = [olds.get(type) ?? [], news.get(type) ?? []]
    if (had.length === has.length) return setChanges(type, had, has)
    const kind = has.length > had.length ? 'puts_in' : 'takes_out'
    const more = kind === 'puts_in' ? has.filter((one) => !had.includes(one)) : had.filter((one) => !has.includes(one))
    return more.length > 0 ? more.slice(0, 3).map((words) => ({ kind, type, words })) : [{ kind, type, words: '' }]
  })
}

/** Of a picture its description may have changed. */
const setChanges = (type: string, had: string[], has: string[]): Change[] =>
  type === 'image' && !same(had, has)
    ? [{ kind: 'sets', type, words: has.find((one) => !had.includes(one)) ?? '' }]
    : []

const rowsIn = (nodes: Content[]): Content[] =>
  nodes.flatMap((node) => (node.type === 'comparisonRow' ? [node] : rowsIn(node.content ?? [])))

/** Of a row what is chosen in it, or its place among the others. */
function rowsSet(before: Content[], after: Content[]): Change[] {
  const news = new Map(rowsIn(after).map((row) => [row.attrs?.row, row]))
  return rowsIn(before).flatMap((row): Change[] => {
    const now = news.get(row.attrs?.row)
    return now && !same(row.attrs, now.attrs) ? [{ kind: 'sets', type: row.type, words: short(wordsIn(row)) }] : []
  })
}

function thingsIn(nodes: Content[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const open = [...nodes]; open.length > 0; ) {
    const node = open.shift() as Content
    if (things.includes(node.type)) found.set(node.type, [...(found.get(node.type) ?? []), short(wordsIn(node))])
    open.unshift(...(node.content ?? []))
  }
  return found
}

const wordsIn = (node: Content) => plainTextOf(node).replace(/\s+/g, ' ')
