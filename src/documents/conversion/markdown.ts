import { Marked } from 'marked'
import type { Source } from './converted.ts'
import { contentOfHtml } from './html.ts'

// "Vertreter*innen und Bürger*innen" has no italics in it.
const genderStar = /(?<=\p{L})\*(?=\p{L})/gu
const placeholder = '\uE000'

const readers = { file: new Marked({ gfm: true }), pasted: new Marked({ gfm: true, breaks: true }) }

/** In what somebody pasted every line break was meant; in a file a paragraph may be wrapped. */
export function contentOfMarkdown(markdown: string, source: Source) {
  const html = readers[source].parse(markdown.replace(genderStar, placeholder), { async: false })
  return contentOfHtml(html.replaceAll(placeholder, '*').replaceAll('\n</code></pre>', '</code></pre>'))
}
