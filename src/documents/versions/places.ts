import { type Compared, changeOf, childrenOf, type Mark, reformattedFrom } from './compared.ts'
import { type Detail, detailsOf, isOfLooks } from './details.ts'
import { holdsWords, saidIn } from './shapes.ts'

/** A place to jump to: a paragraph, a row, a column, a passage that was moved. */
export interface Place {
  /** In reading order, from 1 on. */
  number: number
  kind: 'inserted' | 'deleted' | 'changed' | 'reformatted' | 'moved'
  /** Kind of node that it is about; `column` for one of a table, `passage` for several that were moved together. */
  what: string
  /** How it begins. */
  words: string
  /** The heading that it stands under. */
  under: string
  details: Detail[]
  /** Places of those who wrote what was put in, as far as that is known. */
  by: number[]
}

const longest = 80

/** Whole words, unless the first one is endless. */
const beginning = (text: string) => {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  if (words.length <= longest) return words
  const end = words.lastIndexOf(' ', longest)
  return `${words.slice(0, end > 0 ? end : longest)} …`
}

/** Numbers what is other, and says in a few words what it is. Works on the tree that is handed in. */
export class Places {
  readonly list: Place[] = []
  readonly #together = new Map<number, Place>()
  readonly #ends = new Set<string>()
  #under = ''

  /** `inside`: within something that is a place as a whole. */
  visit(node: Compared, inside?: Place): void {
    const place = inside ? this.#within(node, inside) : this.#at(node)
    if (node.type === 'heading') this.#under = beginning(saidIn(node))
    if (!holdsWords(node)) for (const child of childrenOf(node)) this.visit(child, place)
  }

  #within(node: Compared, place: Place): Place {
    place.by.push(...writersOf(node).filter((by) => !place.by.includes(by)))
    return place
  }

  /** The place that stands for all that is in it; none when what is in it has places of its own. */
  #at(node: Compared): Place | undefined {
    const kind = node.change?.kind
    if (kind === 'filler') return undefined
    const isWhole = kind && kind !== 'changed'
    if (!kind && !(holdsWords(node) && this.#words(node))) return undefined
    const place = this.#place(node)
    node.place = place.number
    this.#within(node, place)
    if (holdsWords(node)) this.#words(node)
    return isWhole ? place : undefined
  }

  #place(node: Compared): Place {
    const together = node.change && 'together' in node.change ? node.change.together : undefined
    const known = together === undefined ? undefined : this.#together.get(together)
    const place = known ?? this.#add(describe(node, this.#under))
    if (together === undefined) return place
    this.#together.set(together, place)
    const end = `${together} ${node.change?.kind}`
    if (isMoved(node) && this.#ends.has(end)) place.what = 'passage'
    this.#ends.add(end)
    return place
  }

  #add(about: Omit<Place, 'number'>): Place {
    const place = { ...about, number: this.list.length + 1 }
    this.list.push(place)
    return place
  }

  /** Passages that were moved from or to here have places of their own. Whether there is anything else. */
  #words(node: Compared): boolean {
    let isOther = false
    for (const part of partsIn(node)) {
      const mark = changeOf(part)
      if (mark?.attrs?.together !== undefined) this.#moved(part, mark)
      else isOther ||= mark !== undefined || reformattedFrom(part) !== undefined
    }
    return isOther
  }

  #moved(part: Compared, mark: Mark): void {
    const together = Number(mark.attrs?.together)
    const words = beginning(saidIn(part))
    const fresh = { kind: 'moved', what: 'words', words, under: this.#under, details: [], by: [] } as const
    const place = this.#together.get(together) ?? this.#add({ ...fresh, details: [], by: [] })
    this.#together.set(together, place)
    mark.attrs = { ...mark.attrs, place: place.number }
  }
}

/** Footnotes with their words. */
function* partsIn(node: Compared): Generator<Compared> {
  for (const part of childrenOf(node)) {
    yield part
    yield* partsIn(part)
  }
}

function describe(node: Compared, under: string): Omit<Place, 'number'> {
  const details = [detailsOf(node), ...[...partsIn(node)].filter(isNote).map(detailsOf)].flat()
  const isColumn = node.type.startsWith('table') && node.change && 'together' in node.change && !isMoved(node)
  const what = isColumn && node.type !== 'tableRow' ? 'column' : node.type
  return { kind: kindIn(node, details), what, words: beginning(saidIn(node)), under, details, by: [] }
}

const isNote = ({ type }: Compared) => type === 'footnote'

const isMoved = ({ change }: Compared) => change?.kind === 'moved_here' || change?.kind === 'moved_away'

function kindIn(node: Compared, details: Detail[]): Place['kind'] {
  if (isMoved(node)) return 'moved'
  const kind = node.change?.kind
  if (kind === 'inserted' || kind === 'deleted') return kind
  if (kind === 'reshaped') return 'reformatted'
  const hasOtherWords = holdsWords(node) && [...partsIn(node)].some((part) => changeOf(part) !== undefined)
  return hasOtherWords || !details.every(isOfLooks) ? 'changed' : 'reformatted'
}

/** Whose words were put in. */
function writersOf(node: Compared): number[] {
  if (!holdsWords(node)) return []
  const put = [...partsIn(node)].filter((part) => changeOf(part)?.type !== 'deleted')
  const isWhole = node.change && node.change.kind !== 'changed'
  const fresh = put.filter((part) => isWhole || changeOf(part)?.type === 'inserted')
  const marks = fresh.flatMap(({ marks = [] }) => marks.filter(({ type }) => type === 'written'))
  return [...new Set(marks.map(({ attrs }) => Number(attrs?.by)))]
}
