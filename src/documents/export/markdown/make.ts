import { zipSync } from 'fflate'
import type { Content } from '../../markup.ts'
import { fileName } from '../file-name.ts'
import type { Made, Outgoing } from '../outgoing.ts'
import { pictureFiles } from '../pictures.ts'
import { childrenOf, headRowsOf, ranksOf, spansOf, whole, word } from '../reading.ts'
import { inline, lineStart, type Notes } from './inline.ts'

interface Writing {
  outgoing: Outgoing
  ranks: Map<Content, number>
  notes: Notes
  files: Map<string, string>
}

const indented = (text: string, by: number) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`)

const blocks = (nodes: Content[], writing: Writing): string =>
  nodes
    .map((node) => block(node, writing))
    .filter((text) => text !== '')
    .join('\n\n')

const listItem = (item: Content, sign: string, writing: Writing) =>
  `${sign}${indented(blocks(childrenOf(item), writing), sign.length)}`

/** Two lists below each other would become one. */
const listsApart = '\n\n<!-- -->'

function list(node: Content, writing: Writing): string {
  const start = whole(node.attrs?.start)
  const signs: Record<string, (item: Content, index: number) => string> = {
    bulletList: () => '- ',
    orderedList: (_item, index) => `${start + index}. `,
    taskList: (item) => `- [${item.attrs?.checked === true ? 'x' : ' '}] `,
  }
  const sign = signs[node.type]
  const isTask = node.type === 'taskList'
  return childrenOf(node)
    .map((item, index) => {
      const mark = sign?.(item, index) ?? ''
      return isTask ? `${mark}${indented(blocks(childrenOf(item), writing), 2)}` : listItem(item, mark, writing)
    })
    .join('\n')
}

const inCell = (cell: Content, writing: Writing) =>
  childrenOf(cell)
    .map((node) => (node.type === 'paragraph' ? inline(childrenOf(node), writing.notes) : inlineOfBlock(node, writing)))
    .join('<br>')
    .replace(/\\?\n/g, '<br>')

/** Tables of Markdown have one line a cell; a list in it becomes lines. */
const inlineOfBlock = (node: Content, writing: Writing): string =>
  node.type === 'paragraph'
    ? inline(childrenOf(node), writing.notes)
    : childrenOf(node)
        .map((child) => inlineOfBlock(child, writing))
        .join('<br>')

/** Merged cells are not known: what they cover is empty. */
function table(node: Content, writing: Writing): string {
  const rows = childrenOf(node).map((row) =>
    childrenOf(row).flatMap((cell) => [inCell(cell, writing), ...Array(spansOf(cell).columns - 1).fill('')]),
  )
  const columns = Math.max(1, ...rows.map(({ length }) => length))
  const line = (cells: string[]) => `| ${[...cells, ...Array(columns - cells.length).fill('')].join(' | ')} |`
  const hasHead = headRowsOf(node) > 0
  const [head = [], ...body] = hasHead ? rows : [[], ...rows]
  return [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n')
}

function image(node: Content, { files, outgoing }: Writing): string {
  const file = files.get(word(node.attrs?.attachment))
  const alt = word(node.attrs?.alt).replace(/[\\[\]\n]/g, ' ')
  return file ? `![${alt}](${file})` : `[${outgoing.words.picture}${alt ? `: ${alt}` : ''}]`
}

function block(node: Content, writing: Writing): string {
  switch (node.type) {
    case 'paragraph':
      return lineStart(inline(childrenOf(node), writing.notes).trim())
    case 'heading':
      return `${'#'.repeat((writing.ranks.get(node) ?? 1) + 1)} ${inline(childrenOf(node), writing.notes).replace(/\\?\n/g, ' ').trim()}`
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return list(node, writing)
    case 'blockquote':
    case 'excerpt':
      return blocks(childrenOf(node), writing).replace(/^/gm, '> ').replace(/^> $/gm, '>')
    case 'horizontalRule':
      return '---'
    case 'pageBreak':
      return '<hr data-page-break>'
    case 'table':
      return table(node, writing)
    case 'image':
      return image(node, writing)
    default:
      return blocks(childrenOf(node), writing)
  }
}

const separated = (nodes: Content[]) =>
  nodes.map((node, index) => ({ node, isNext: nodes[index - 1]?.type === node.type && /List$/.test(node.type) }))

function body(writing: Writing): string {
  return separated(childrenOf(writing.outgoing.content))
    .map(({ node, isNext }) => ({ text: block(node, writing), isNext }))
    .filter(({ text }) => text !== '')
    .map(({ text, isNext }) => (isNext ? `${listsApart.trim()}\n\n${text}` : text))
    .join('\n\n')
}

/** The text in Markdown; with pictures it comes in an archive, and they lie beside it. */
export function makeMarkdown(outgoing: Outgoing): Made {
  const pictures = pictureFiles(outgoing)
  const files = new Map(pictures.map(({ id, path }) => [id, path]))
  const writing: Writing = { outgoing, ranks: ranksOf(outgoing.content), notes: { words: [], outgoing }, files }
  const said = (text: string) => inline([{ type: 'text', text }], writing.notes)
  const title = said(outgoing.title)
  const parts = [`# ${title}`, ...outgoing.about.map((line) => `*${said(line)}*`), body(writing)]
  const notes = writing.notes.words.map((words, index) => `[^${index + 1}]: ${words}`)
  const text = new TextEncoder().encode(`${[...parts, ...notes].filter(Boolean).join('\n\n')}\n`)
  if (pictures.length === 0) return { bytes: text, extension: 'md' }
  const entries = Object.fromEntries(pictures.map(({ path, picture }) => [path, picture.bytes]))
  return { bytes: zipSync({ [fileName(outgoing.title, '', 'md')]: text, ...entries }), extension: 'zip' }
}
