import {
  AlignmentType,
  CheckBox,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Picture } from '../../attachments/picture.ts'
import type { Content } from '../../markup.ts'
import { childrenOf, whole, word } from '../reading.ts'
import { inlineOf } from './inline.ts'
import { tableOf } from './tables.ts'
import type { Writing } from './writing.ts'

/** Where a block stands: in which list and how deep, in a quotation. */
export interface Around {
  /** Depth of lists, from zero; null outside of any. */
  level: number | null
  quoted: boolean
  /** In a cell of a table that is a heading. */
  head: boolean
}

export const outside: Around = { level: null, quoted: false, head: false }

/** Word numbers lists on nine levels. */
const deepest = 8

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

function styleOf({ level, quoted, head }: Around): Partial<IParagraphOptions> {
  if (head && level === null) return { style: 'TableHeading' }
  if (quoted && level === null) return { style: 'Quote' }
  if (level === null) return {}
  const depth = Math.min(level, deepest)
  return {
    style: depth < 5 ? `ListContinue${depth === 0 ? '' : depth + 1}` : 'ListContinue5',
    indent: { left: indentOf(depth) },
  }
}

export const indentOf = (level: number) => 567 * (level + 1)

const paragraph = (node: Content, writing: Writing, around: Around, more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({ ...styleOf(around), ...more, children: inlineOf(childrenOf(node), writing) })

function pictureOf(node: Content, writing: Writing, around: Around): Paragraph {
  const picture = writing.outgoing.pictures[word(node.attrs?.attachment)]
  const decorative = node.attrs?.decorative === true
  const alt = decorative ? '' : word(node.attrs?.alt)
  const { words } = writing.outgoing
  const lost = new TextRun(`[${words.picture}${alt ? `: ${alt}` : ''}]`)
  const child: ParagraphChild = picture ? imageRun(picture, alt, words.picture) : lost
  return new Paragraph({ ...styleOf(around), children: [child] })
}

/** As wide as the text at most; a centimetre has 38 of Word's pixels. */
const most = { width: 600, height: 800 }

const kinds = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const

function imageRun(picture: Picture, alt: string, name: string) {
  const scale = Math.min(1, most.width / picture.width, most.height / picture.height)
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
  const altText = { name, description: alt, title: '' }
  return new ImageRun({ type: kinds[picture.type] as 'png', data: picture.bytes, transformation, altText })
}

interface Numbered {
  reference: string
  level: number
}

/** The first paragraph of an item bears its sign, what follows goes on below it. */
function itemOf(item: Content, writing: Writing, numbered: Numbered, around: Around): FileChild[] {
  const inside = { ...around, level: numbered.level }
  const [first, ...rest] = childrenOf(item)
  const sign: ParagraphChild[] =
    item.type === 'taskItem' ? [new CheckBox({ checked: item.attrs?.checked === true }), new TextRun(' ')] : []
  const numbering = { reference: numbered.reference, level: Math.min(numbered.level, deepest) }
  const words = first?.type === 'paragraph' ? inlineOf(childrenOf(first), writing) : []
  const others = first?.type === 'paragraph' || !first ? rest : [first, ...rest]
  return [new Paragraph({ numbering, children: [...sign, ...words] }), ...blocksOf(others, writing, inside)]
}

const references: Record<string, (node: Content, writing: Writing) => string> = {
  bulletList: () => 'bullets',
  taskList: () => 'tasks',
  orderedList: (node, writing) => writing.list(whole(node.attrs?.start)),
}

function listOf(node: Content, writing: Writing, around: Around): FileChild[] {
  const reference = references[node.type]?.(node, writing) ?? 'bullets'
  const level = around.level === null ? 0 : around.level + 1
  return childrenOf(node).flatMap((item) => itemOf(item, writing, { reference, level }, around))
}

function blockOf(node: Content, writing: Writing, around: Around): FileChild[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, writing, around)]
    case 'heading':
      return [
        paragraph(node, writing, outside, {
          heading: headings[whole(node.attrs?.level) - 1] ?? HeadingLevel.HEADING_3,
        }),
      ]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(node, writing, around)
    case 'horizontalRule':
      return [new Paragraph({ style: 'HorizontalLine', alignment: AlignmentType.CENTER, children: [] })]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'image':
      return [pictureOf(node, writing, around)]
    case 'table':
      return tableOf(node, writing)
    case 'blockquote':
    case 'excerpt':
      return blocksOf(childrenOf(node), writing, { ...around, quoted: true })
    default:
      return blocksOf(childrenOf(node), writing, around)
  }
}

export const blocksOf = (nodes: Content[], writing: Writing, around = outside): FileChild[] =>
  nodes.flatMap((node) => blockOf(node, writing, around))
