import type { Content } from '../../markup.ts'
import type { Made, Outgoing } from '../outgoing.ts'
import { changeOf, childrenOf, headRowsOf, hrefOf, markOf, ranksOf, spansOf, whole, word } from '../reading.ts'
import { styles } from './styles.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

interface Writing {
  outgoing: Outgoing
  ranks: Map<Content, number>
  notes: string[]
}

const inner = (node: Content, writing: Writing): string =>
  childrenOf(node)
    .map((child) => piece(child, writing))
    .join('')

function reference(node: Content, writing: Writing): string {
  const number = writing.notes.push('')
  writing.notes[number - 1] = inner(node, writing)
  return `<sup><a href="#fn-${number}" id="fnref-${number}" role="doc-noteref">${number}</a></sup>`
}

function suggested(html: string, node: Content, { outgoing }: Writing): string {
  const change = changeOf(node)
  if (!change) return html
  const author = outgoing.changes[change.by]?.author
  const { suggestedBy, deletedBy } = outgoing.words
  const said = author ? ` title="${escaped(`${change.kind === 'inserted' ? suggestedBy : deletedBy} ${author}`)}"` : ''
  return change.kind === 'inserted' ? `<ins${said}>${html}</ins>` : `<del${said}>${html}</del>`
}

function words(node: Content, writing: Writing): string {
  let html = escaped(node.text ?? '')
  if (markOf(node, 'italic')) html = `<em>${html}</em>`
  if (markOf(node, 'bold')) html = `<strong>${html}</strong>`
  const href = hrefOf(node, writing.outgoing)
  if (href) html = `<a href="${escaped(href)}">${html}</a>`
  return suggested(html, node, writing)
}

function image(node: Content, { outgoing }: Writing): string {
  const picture = outgoing.pictures[word(node.attrs?.attachment)]
  const alt = node.attrs?.decorative === true ? '' : word(node.attrs?.alt)
  if (!picture) return `<p>[${escaped(outgoing.words.picture)}${alt ? `: ${escaped(alt)}` : ''}]</p>`
  const base64 = btoa(Array.from(picture.bytes, (byte) => String.fromCharCode(byte)).join(''))
  const { type, width, height } = picture
  return `<figure><img src="data:${type};base64,${base64}" width="${width}" height="${height}" alt="${escaped(alt)}"></figure>`
}

const blocks = (node: Content, writing: Writing) =>
  childrenOf(node)
    .map((child) => piece(child, writing))
    .join('\n')

function table(node: Content, writing: Writing): string {
  const heads = headRowsOf(node)
  const rows = childrenOf(node).map((row, index) => tableRow(row, index < heads, writing))
  const head = heads > 0 ? `<thead>${rows.slice(0, heads).join('\n')}</thead>` : ''
  return `<div class="table"><table>${head}<tbody>${rows.slice(heads).join('\n')}</tbody></table></div>`
}

function tableRow(row: Content, isHead: boolean, writing: Writing): string {
  const cells = childrenOf(row).map((cell) => {
    const { columns, rows } = spansOf(cell)
    const isHeader = cell.type === 'tableHeader'
    const scope = isHeader ? ` scope="${isHead ? 'col' : 'row'}"` : ''
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
    const tag = isHeader ? 'th' : 'td'
    return `<${tag}${scope}${spans}>${blocks(cell, writing)}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function task(item: Content, writing: Writing): string {
  const isDone = item.attrs?.checked === true
  const { done, open } = writing.outgoing.words
  const box = `<input type="checkbox" disabled${isDone ? ' checked' : ''} aria-label="${escaped(isDone ? done : open)}">`
  return `<li>${box} ${blocks(item, writing)}</li>`
}

const framed = (tag: string) => (node: Content, writing: Writing) => `<${tag}>${blocks(node, writing)}</${tag}>`

type Draw = (node: Content, writing: Writing) => string

const draw: Record<string, Draw> = {
  text: words,
  hardBreak: () => '<br>',
  footnote: reference,
  paragraph: (node, writing) => `<p>${inner(node, writing)}</p>`,
  heading: (node, writing) => {
    const tag = `h${(writing.ranks.get(node) ?? 1) + 1}`
    return `<${tag}>${inner(node, writing)}</${tag}>`
  },
  blockquote: framed('blockquote'),
  excerpt: framed('blockquote'),
  bulletList: framed('ul'),
  orderedList: (node, writing) => {
    const start = whole(node.attrs?.start)
    return `<ol${start === 1 ? '' : ` start="${start}"`}>${blocks(node, writing)}</ol>`
  },
  listItem: framed('li'),
  taskList: (node, writing) =>
    `<ul class="tasks">${childrenOf(node)
      .map((item) => task(item, writing))
      .join('\n')}</ul>`,
  horizontalRule: () => '<hr>',
  pageBreak: () => '<hr class="page-break">',
  image,
  table,
}

const piece: Draw = (node, writing) => draw[node.type]?.(node, writing) ?? blocks(node, writing)

function notesAtEnd({ notes, outgoing }: Writing): string {
  if (notes.length === 0) return ''
  const items = notes.map(
    (html, index) =>
      `<li id="fn-${index + 1}"><p>${html} <a href="#fnref-${index + 1}" role="doc-backlink" aria-label="${escaped(outgoing.words.backToText)}">↩</a></p></li>`,
  )
  return `<section role="doc-endnotes"><h2>${escaped(outgoing.words.footnotes)}</h2><ol>${items.join('\n')}</ol></section>`
}

const lines = (all: string[]) => all.map(escaped).join('<br>')

function head({ letterhead, about, title }: Outgoing): string {
  const sender = letterhead ? `<p class="sender">${lines([...letterhead.sender, letterhead.group])}</p>` : ''
  return `<header>${sender}<h1 class="title">${escaped(title)}</h1>${about.length > 0 ? `<p class="about">${lines(about)}</p>` : ''}</header>`
}

/** One file that needs nothing besides itself, for a website or an archive. */
export function makeHtml(outgoing: Outgoing): Made {
  const writing: Writing = { outgoing, ranks: ranksOf(outgoing.content), notes: [] }
  const body = blocks(outgoing.content, writing)
  const { checksum, words: said, language, title } = outgoing
  const foot = checksum ? `<footer><p>${escaped(said.checksum)} ${checksum}</p></footer>` : ''
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
${head(outgoing)}
${body}
${notesAtEnd(writing)}
</main>
${foot}
</body>
</html>
`
  return { bytes: new TextEncoder().encode(html), extension: 'html' }
}
