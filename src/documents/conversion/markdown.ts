import { Marked } from 'marked'
import type { Found, Source } from './converted.ts'
import { contentOfHtml } from './html.ts'

// "Vertreter*innen und Bürger*innen" has no italics in it.
const genderStar = /(?<=\p{L})\*(?=\p{L})/gu
const placeholder = '\uE000'

const readers = { file: new Marked({ gfm: true }), pasted: new Marked({ gfm: true, breaks: true }) }

const definition = /^\[\^([^\]\s]{1,60})\]:[ \t]?(.*(?:\n(?:[ \t]{2,}.+|[ \t]*(?=\n[ \t]{2,}\S)))*)/gm
/** What Markdown crosses out is still there. */
const struck = /<(\/?)del>/g
const reference = /\[\^([^\]\s]{1,60})\]/g

/** What follows `[^1]:` is the note, wherever it stands. */
function notesIn(markdown: string) {
  const notes = new Map<string, string>()
  const rest = markdown.replace(definition, (_whole, name: string, words: string) => {
    notes.set(name, words.replace(/\n[ \t]*/g, ' ').trim())
    return ''
  })
  return { notes, rest }
}

/** In what somebody pasted every line break was meant; in a file a paragraph may be wrapped. */
export function contentOfMarkdown(markdown: string, source: Source): Found {
  const { notes, rest } = notesIn(markdown.replace(genderStar, placeholder))
  const reader = readers[source]
  const note = (whole: string, name: string) => {
    const words = notes.get(name)
    return words === undefined ? whole : `<span data-footnote>${reader.parseInline(words, { async: false })}</span>`
  }
  const html = reader.parse(rest, { async: false }).replace(reference, note).replace(struck, '<$1s>')
  return contentOfHtml(html.replaceAll(placeholder, '*').replaceAll('\n</code></pre>', '</code></pre>'))
}
