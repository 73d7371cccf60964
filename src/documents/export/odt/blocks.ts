import type { Picture } from '../../attachments/picture.ts'
import type { Content } from '../../markup.ts'
import { gridOf } from '../grid.ts'
import { childrenOf, columnsOf, headRowsOf, spansOf, whole, word } from '../reading.ts'
import { inlineOf } from './inline.ts'
import type { Writing } from './writing.ts'
import { escaped } from './xml.ts'

const paragraph = (style: string, inside = '') => `<text:p text:style-name="${style}">${inside}</text:p>`

/** Blocks one after the other; `style` is that of their paragraphs. */
export const blocksOf = (nodes: Content[], writing: Writing, style = 'Text_20_body'): string =>
  nodes.map((node) => blockOf(node, writing, style)).join('')

function blockOf(node: Content, writing: Writing, style: string): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(style, inlineOf(childrenOf(node), writing))
    case 'heading':
      return headingOf(node, writing)
    case 'bulletList':
      return listOf('Bullets', node, writing)
    case 'orderedList':
      return listOf('Numbers', node, writing)
    case 'taskList':
      return listOf('Tasks', node, writing)
    case 'horizontalRule':
      return paragraph('Horizontal_20_Line')
    case 'pageBreak':
      return paragraph('PageBreak')
    case 'image':
      return paragraph(style, pictureOf(node, writing))
    case 'table':
      return tableOf(node, writing)
    case 'blockquote':
    case 'excerpt':
      return blocksOf(childrenOf(node), writing, 'Quotations')
    default:
      return blocksOf(childrenOf(node), writing, style)
  }
}

function headingOf(node: Content, writing: Writing): string {
  const level = Math.min(3, Math.max(1, whole(node.attrs?.level)))
  const inside = inlineOf(childrenOf(node), writing)
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inside}</text:h>`
}

function listOf(style: string, node: Content, writing: Writing): string {
  const start = whole(node.attrs?.start)
  const items = childrenOf(node).map((item, index) => {
    const from = style === 'Numbers' && index === 0 ? ` text:start-value="${start}"` : ''
    return `<text:list-item${from}>${itemOf(item, writing)}</text:list-item>`
  })
  return `<text:list text:style-name="${style}">${items.join('')}</text:list>`
}

/** OpenDocument knows no boxes in a text: a sign stands for them. */
function itemOf(item: Content, writing: Writing): string {
  const [first, ...rest] = childrenOf(item)
  if (item.type !== 'taskItem' || first?.type !== 'paragraph') return blocksOf(childrenOf(item), writing, 'List')
  const box = item.attrs?.checked === true ? '☑' : '☐'
  return paragraph('List', `${box} ${inlineOf(childrenOf(first), writing)}`) + blocksOf(rest, writing, 'List')
}

const mostWidth = 16

/** In centimetres, at 96 points to the inch and not wider than the page. */
function extentOf({ width, height }: Picture) {
  const wide = Math.min(mostWidth, (width / 96) * 2.54)
  const high = Math.min(22, wide * (height / width))
  return { wide: (high / height) * width, high }
}

function pictureOf(node: Content, writing: Writing): string {
  const file = writing.pictures.get(word(node.attrs?.attachment))
  const alt = node.attrs?.decorative === true ? '' : word(node.attrs?.alt)
  const { words } = writing.outgoing
  if (!file) return escaped(`[${words.picture}${alt ? `: ${alt}` : ''}]`)
  const { wide, high } = extentOf(file.picture)
  const said = alt ? `<svg:desc>${escaped(alt)}</svg:desc>` : ''
  return `<draw:frame draw:style-name="Picture" draw:name="${escaped(file.path.replace(/.*\//, ''))}" text:anchor-type="as-char" svg:width="${wide.toFixed(3)}cm" svg:height="${high.toFixed(3)}cm"><draw:image xlink:href="${escaped(file.path)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>${said}</draw:frame>`
}

function cellOf(cell: Content, writing: Writing): string {
  const { columns, rows } = spansOf(cell)
  const isHeader = cell.type === 'tableHeader'
  const spans = `${columns > 1 ? ` table:number-columns-spanned="${columns}"` : ''}${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ''}`
  const inside = blocksOf(childrenOf(cell), writing, isHeader ? 'Table_20_Heading' : 'Table_20_Contents')
  return `<table:table-cell table:style-name="${isHeader ? 'Head' : 'Cell'}" office:value-type="string"${spans}>${inside}</table:table-cell>`
}

function tableOf(node: Content, writing: Writing): string {
  const rows = gridOf(node).map((places) => {
    const cells = places.map(({ cell }) => (cell ? cellOf(cell, writing) : '<table:covered-table-cell/>'))
    return `<table:table-row table:style-name="Row">${cells.join('')}</table:table-row>`
  })
  const heads = headRowsOf(node)
  const head = heads > 0 ? `<table:table-header-rows>${rows.slice(0, heads).join('')}</table:table-header-rows>` : ''
  const columns = `<table:table-column table:number-columns-repeated="${columnsOf(node)}"/>`
  return `<table:table table:style-name="Table">${columns}${head}${rows.slice(heads).join('')}</table:table>${paragraph('Table_20_Contents')}`
}
