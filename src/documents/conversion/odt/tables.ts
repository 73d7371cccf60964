import { attr } from '../parts.ts'
import { blocksOf } from './blocks.ts'
import type { Reading } from './reading.ts'

const number = (element: Element, name: string, most: number) => {
  const written = Number(attr(element, name) ?? '1')
  return Number.isInteger(written) && written > 0 ? Math.min(written, most) : 1
}

const repeated = (html: string, times: number) => html.repeat(times)

/** Rows may stand in groups of rows; those of the head are marked. */
const groups = new Set(['table:table-rows', 'table:table-row-group', 'table:table-header-rows', 'text:soft-page-break'])

export const tableOf = (table: Element, reading: Reading): string =>
  `<table><tbody>${rowsOf(table, reading, false)}</tbody></table>`

function rowsOf(parent: Element, reading: Reading, isHead: boolean): string {
  return [...parent.children]
    .map((element) => {
      if (element.tagName === 'table:table-row') return rowOf(element, reading, isHead)
      if (!groups.has(element.tagName)) return ''
      return rowsOf(element, reading, isHead || element.tagName === 'table:table-header-rows')
    })
    .join('')
}

function rowOf(row: Element, reading: Reading, isHead: boolean): string {
  const cells = [...row.children]
    .filter(({ tagName }) => tagName === 'table:table-cell')
    .map((cell) => repeated(cellOf(cell, reading, isHead), number(cell, 'table:number-columns-repeated', 64)))
  return repeated(`<tr>${cells.join('')}</tr>`, number(row, 'table:number-rows-repeated', 100))
}

/** Beside the rows of the head, by the style that word processors give to such words. */
const isHeading = (cell: Element, reading: Reading) =>
  cell.children.length > 0 &&
  [...cell.children].every((child) => {
    const name = attr(child, 'text:style-name')
    return name === 'Table_20_Heading' || reading.styles.look('paragraph', name).names.includes('Table_20_Heading')
  })

function cellOf(cell: Element, reading: Reading, isHead: boolean): string {
  const tag = isHead || isHeading(cell, reading) ? 'th' : 'td'
  const span = (name: string, attribute: string) => {
    const cells = number(cell, name, 1_000)
    return cells > 1 ? ` ${attribute}="${cells}"` : ''
  }
  const spans = span('table:number-columns-spanned', 'colspan') + span('table:number-rows-spanned', 'rowspan')
  return `<${tag}${spans}>${blocksOf(cell, reading)}</${tag}>`
}
