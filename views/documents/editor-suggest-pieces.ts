import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import type { Suggested } from './editor-suggest-overlay.ts'
import { type Cut, Removals } from './editor-suggest-removals.ts'

/** A stretch of the text that one suggestion is about. */
export interface Piece {
  what: 'added' | 'removed' | 'format' | 'attribute'
  /** Where it stands in the editor; nowhere (`from` is `to`) if it is not part of what the editor shows. */
  from: number
  to: number
  shown: boolean
  text: string
  /** From the outer to the inner element; none for words in a line. */
  names: string[]
  element?: Y.XmlElement
  /** Marks and attributes that change, and what they become. */
  changes: [name: string, value: unknown][]
}

export interface Sight {
  suggestions: Suggested[]
  /** Whether what this one proposes is part of what the editor shows. */
  isApplied(suggestion: Suggested): boolean
  /** Elements that have no inside in the editor. */
  isLeaf(name: string): boolean
}

const nameOf = (element: Y.XmlElement) =>
  element.nodeName === 'heading' ? `heading${element.getAttribute('level') ?? 1}` : element.nodeName

/** Walks through the text with everything in it and counts along what of it the editor shows. */
class Walk {
  readonly pieces = new Map<string, Piece[]>()
  readonly #sight: Sight
  readonly #removals: Removals
  readonly #owners: Map<number, Suggested>
  #at = 0
  /** How deep we are inside of what the editor does not show. */
  #hidden = 0

  constructor(sight: Sight) {
    this.#sight = sight
    this.#removals = new Removals(sight.suggestions)
    this.#owners = new Map(sight.suggestions.flatMap((one) => [...one.clients].map((client) => [client, one] as const)))
    for (const { id } of sight.suggestions) this.pieces.set(id, [])
  }

  get size(): number {
    return this.#at
  }

  through(parent: Y.XmlFragment, within: ReadonlySet<Suggested>): void {
    for (let item = parent._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      const { type } = item.content
      if (type instanceof Y.XmlElement) this.#element(item, type, within)
      else if (type instanceof Y.XmlText) this.#text(item, type, within)
    }
  }

  #isShown(owner: Suggested | undefined, removers: Suggested[]): boolean {
    return (
      this.#hidden === 0 &&
      (!owner || this.#sight.isApplied(owner)) &&
      !removers.some((one) => this.#sight.isApplied(one))
    )
  }

  #add(suggestion: Suggested, piece: Partial<Piece> & Pick<Piece, 'what'>): void {
    const plain = { from: this.#at, to: this.#at, shown: false, text: '', names: [], changes: [] }
    this.pieces.get(suggestion.id)?.push({ ...plain, ...piece })
  }

  #element(item: Y.Item, element: Y.XmlElement, within: ReadonlySet<Suggested>): void {
    const owner = this.#owners.get(item.id.client)
    const { by: removers } = this.#removals.at(item.id)
    if (owner && removers.includes(owner)) return
    const shown = this.#isShown(owner, removers)
    const from = this.#at
    // What is in something new, or in something that goes, is told with it.
    this.#inside(element, shown, new Set([...within, ...(owner ? [owner] : removers)]))
    const facts = { from, to: this.#at, shown, element, names: namesIn(element), text: this.#wordsIn(element, owner) }
    if (owner && !within.has(owner)) this.#add(owner, { what: 'added', ...facts })
    for (const one of removers) if (!within.has(one)) this.#add(one, { what: 'removed', ...facts })
    if (!owner && shown) this.#attributes(element, from)
  }

  #inside(element: Y.XmlElement, shown: boolean, within: ReadonlySet<Suggested>): void {
    const isOpen = shown && !this.#sight.isLeaf(element.nodeName)
    if (shown) this.#at += 1
    if (!shown) this.#hidden += 1
    this.through(element, within)
    if (!shown) this.#hidden -= 1
    if (isOpen) this.#at += 1
  }

  #attributes(element: Y.XmlElement, from: number): void {
    for (const [name, { id, content, deleted }] of element._map) {
      if (deleted) continue
      const owner = this.#owners.get(id.client)
      const [value] = content.getContent()
      if (owner)
        this.#add(owner, {
          what: 'attribute',
          from,
          to: this.#at,
          shown: true,
          names: [nameOf(element)],
          changes: [[name, value]],
        })
    }
  }

  #text(holder: Y.Item, text: Y.XmlText, outside: ReadonlySet<Suggested>): void {
    const owner = this.#owners.get(holder.id.client)
    const { by: removers } = this.#removals.at(holder.id)
    if (owner && removers.includes(owner)) return
    const shown = this.#isShown(owner, removers)
    const gone = removers.filter((one) => !outside.has(one))
    const start = this.#at
    const within = gone.length > 0 ? new Set([...outside, ...gone]) : outside
    if (!shown) this.#hidden += 1
    const formats = this.#letters(text, within, owner)
    if (!shown) this.#hidden -= 1
    const facts = { from: start, to: this.#at, shown, text: this.#lettersIn(text, owner) }
    for (const one of gone) this.#add(one, { what: 'removed', ...facts })
    for (const [suggestion, piece] of formats) this.#add(suggestion, { ...piece, shown: piece.from < piece.to })
  }

  #letters(text: Y.XmlText, within: ReadonlySet<Suggested>, owner: Suggested | undefined): Map<Suggested, Piece> {
    const formats = new Map<Suggested, Piece>()
    for (let item = text._start; item; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentString)
        for (const cut of this.#removals.cut(item)) this.#words(item, cut, within)
      if (item.content instanceof Y.ContentFormat && !owner) this.#format(item, item.content, within, formats)
    }
    return formats
  }

  #words({ id, content }: Y.Item, { from, to, by }: Cut, within: ReadonlySet<Suggested>): void {
    const owner = this.#owners.get(id.client)
    if (owner && by.includes(owner)) return
    const shown = this.#isShown(owner, by)
    const text = (content as Y.ContentString).str.slice(from, to)
    const start = this.#at
    if (shown) this.#at += text.length
    const facts = { from: start, to: this.#at, shown, text }
    if (owner && !within.has(owner)) this.#add(owner, { what: 'added', ...facts })
    for (const one of by) if (!within.has(one)) this.#add(one, { what: 'removed', ...facts })
  }

  /** From where formatting begins to be another one to where it ends. */
  #format(
    { id }: Y.Item,
    { key, value }: Y.ContentFormat,
    within: ReadonlySet<Suggested>,
    formats: Map<Suggested, Piece>,
  ): void {
    const owner = this.#owners.get(id.client)
    const { by } = this.#removals.at(id)
    if (owner && by.includes(owner)) return
    for (const one of owner ? [owner] : by) {
      if (within.has(one)) continue
      const piece = formats.get(one) ?? {
        what: 'format',
        from: this.#at,
        to: this.#at,
        shown: true,
        text: '',
        names: [],
        changes: [],
      }
      piece.to = this.#at
      const isTold = piece.changes.some(([name]) => name === key)
      if (!isTold && (owner || value !== null)) piece.changes.push([key, owner ? value : null])
      formats.set(one, piece)
    }
  }

  #wordsIn(element: Y.XmlElement, owner: Suggested | undefined): string {
    const words: string[] = []
    for (let item = element._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      const { type } = item.content
      if (owner && this.#removals.at(item.id).by.includes(owner)) continue
      if (type instanceof Y.XmlElement) words.push(this.#wordsIn(type, owner))
      else if (type instanceof Y.XmlText) words.push(this.#lettersIn(type, owner))
    }
    return words.join('')
  }

  #lettersIn(text: Y.XmlText, owner: Suggested | undefined): string {
    const letters: string[] = []
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      const by = this.#owners.get(item.id.client)
      if (by !== owner) continue
      for (const cut of this.#removals.cut(item))
        if (!owner || !cut.by.includes(owner)) letters.push(str.slice(cut.from, cut.to))
    }
    return letters.join('')
  }
}

/** A list of one item is named by the list, a cell by its table. */
function namesIn(element: Y.XmlElement): string[] {
  const names = [nameOf(element)]
  for (let at: unknown = element.get(0); at instanceof Y.XmlElement; at = at.length > 0 ? at.get(0) : null)
    names.push(nameOf(at))
  return names
}

export interface Seen {
  /** By suggestion, in the order of the text. */
  pieces: Map<string, Piece[]>
  /** How long the text is as the editor should show it. */
  size: number
}

export function piecesIn(doc: Y.Doc, sight: Sight): Seen {
  const walk = new Walk(sight)
  walk.through(doc.getXmlFragment(field), new Set())
  return walk
}
