import { DOMParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { schema } from '../content/codec.ts'
import type { Content } from '../markup.ts'

/** What the schema has of this HTML; everything else leaves at most its words. Nothing is fetched or run. */
export function contentOfHtml(html: string): { content: Content; images: number } {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const images = document.querySelectorAll('img').length
  for (const image of document.querySelectorAll('img, a[href^="#"]:empty')) image.remove()
  for (const heading of document.querySelectorAll('h4, h5, h6')) {
    const known = document.createElement('h3')
    known.append(...heading.childNodes)
    heading.replaceWith(known)
  }
  const content = DOMParser.fromSchema(schema).parse(document.body).toJSON() as Content
  return { content: tidied(content), images }
}

const isBlank = (node: Content) =>
  node.type === 'paragraph' && (node.content ?? []).every((part) => (part.text ?? '').trim() === '')

/** Word processors make room with empty paragraphs and headings with bold type; here the look does that. */
const tidied = (doc: Content): Content => ({
  ...doc,
  content: (doc.content ?? []).filter((node) => !isBlank(node)).map((node) => plainHeading(node)),
})

const plainHeading = (node: Content): Content =>
  node.type === 'heading'
    ? { ...node, content: node.content?.map(({ marks, ...part }) => withMarks(part, marks)) }
    : node

const withMarks = (part: Content, marks: Content['marks'] = []): Content => {
  const kept = marks.filter(({ type }) => type === 'link')
  return kept.length > 0 ? { ...part, marks: kept } : part
}
