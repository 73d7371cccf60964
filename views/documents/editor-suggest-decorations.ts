import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import { chip, drawn, type Owner, signOf } from './editor-suggest-drawing.ts'
import type { Piece } from './editor-suggest-pieces.ts'
import type { Shape, Turn } from './editor-suggest-shapes.ts'
import { type SuggestTexts, wordFor } from './editor-suggest-texts.ts'

export interface Marked extends Owner {
  /** What it does, for those who hear it. */
  label: string
  shapes: Shape[]
}

interface Pen extends Marked {
  doc: Node
  t: SuggestTexts
  /** Tells marks of the same suggestion apart. */
  index: number
}

const attributesOf = (kind: string, { id, sign }: Owner) => ({
  class: `suggested ${kind}`,
  'data-who': String(sign.tint),
  'data-suggestion': id,
})

const widget = (at: number, pen: Pen, what: string, draw: () => HTMLElement, side: number) =>
  Decoration.widget(Math.min(at, pen.doc.content.size), draw, {
    key: `${pen.id} ${pen.index} ${what} ${pen.sign.tint}`,
    side,
    ignoreSelection: true,
    // Else a press of the enter key on it would split the paragraph around it.
    stopEvent: () => true,
    suggestion: pen.id,
  })

const note = (at: number, words: string, pen: Pen, side = 1) => widget(at, pen, words, () => chip(words, pen), side)

/** Where the words of a block begin, so that a note in front of them stands in their line. */
function startIn(doc: Node, from: number, to: number): number {
  if (doc.resolve(Math.min(from, doc.content.size)).parent.isTextblock) return from
  let start: number | undefined
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, at) => {
    if (start === undefined && node.isTextblock && at >= from) start = at + 1
    return start === undefined
  })
  return start ?? from
}

const isInline = ({ names }: Piece) => names.length === 0

/** In the editor as a piece of it, or beside it as something that is only shown. */
function pieceMarks(piece: Piece, pen: Pen): Decoration[] {
  const { from, to, shown, what, names } = piece
  const label = what === 'added' ? wordFor(pen.t.thing, names[0]) : pen.t.gone_thing
  if (!shown)
    return [
      widget(
        from,
        pen,
        `${what} ${piece.text} ${names.join()}`,
        () => drawn(piece, label, pen),
        what === 'added' ? 1 : -1,
      ),
    ]
  const tag = what === 'added' ? 'ins' : 'del'
  if (isInline(piece))
    return [Decoration.inline(from, to, { nodeName: tag, ...attributesOf(what, pen) }, { suggestion: pen.id })]
  const block = Decoration.node(from, to, attributesOf(`whole ${what}`, pen), { suggestion: pen.id })
  return names[0] === 'footnote' ? [block] : [block, note(startIn(pen.doc, from, to), label, pen, -1)]
}

function looks({ changes }: Piece, { t }: Pen): string {
  const words = changes.map(([name, value]) => wordFor(value === null ? t.off : t.on, name))
  return [...new Set(words)].join(', ') || t.on.other
}

function changeMarks(piece: Piece, pen: Pen): Decoration[] {
  const { from, to, what } = piece
  const at = { suggestion: pen.id }
  if (what === 'format')
    return [Decoration.inline(from, to, attributesOf('looks', pen), at), note(to, looks(piece, pen), pen)]
  return [
    Decoration.node(from, to, attributesOf('turned', pen), at),
    note(startIn(pen.doc, from, to), pen.t.detail, pen, -1),
  ]
}

function turnMarks({ kind, removed, added }: Turn, pen: Pen): Decoration[] {
  const [gone, come] = [removed[0], added[0]]
  if (!gone || !come) return []
  if (kind === 'split') return [note(come.shown ? come.from - 1 : gone.from, `¶ ${pen.t.split}`, pen)]
  if (kind === 'join') return [note(come.from, `¶ ${pen.t.join}`, pen)]
  const blocks = [...removed, ...added].filter(({ shown }) => shown)
  const start = blocks[0] ?? gone
  return [
    ...blocks.map(({ from, to }) => Decoration.node(from, to, attributesOf('turned', pen), { suggestion: pen.id })),
    note(startIn(pen.doc, start.from, start.to), wordFor(pen.t.turn, come.names[0]), pen, -1),
  ]
}

function marksOf(shape: Shape, pen: Pen): Decoration[] {
  if (shape.kind !== 'piece') return turnMarks(shape, pen)
  const { what } = shape.piece
  return what === 'added' || what === 'removed' ? pieceMarks(shape.piece, pen) : changeMarks(shape.piece, pen)
}

const firstOf = (shape: Shape): Piece[] => (shape.kind === 'piece' ? [shape.piece] : [...shape.removed, ...shape.added])

/** Where a suggestion begins in the text; nowhere when nothing of it has a place there. */
export function placeOf({ shapes: [first] }: Pick<Marked, 'shapes'>): number | undefined {
  return first && Math.min(...firstOf(first).map(({ from }) => from))
}

/** Everything that shows one suggestion in the text. */
export function decorationsOf(marked: Marked, doc: Node, t: SuggestTexts): Decoration[] {
  const at = placeOf(marked)
  if (at === undefined) return []
  const { size } = doc.content
  const marks = marked.shapes.flatMap((shape, index) => marksOf(shape, { ...marked, doc, t, index }))
  const pen = { ...marked, doc, t, index: -1 }
  const end = Math.max(
    ...marked.shapes
      .slice(0, 1)
      .flatMap(firstOf)
      .map(({ to }) => to),
  )
  const sign = widget(startIn(doc, at, end), pen, marked.label, () => signOf(marked, marked.label), -2)
  return [sign, ...marks].filter(({ from, to }) => from >= 0 && to <= size)
}
