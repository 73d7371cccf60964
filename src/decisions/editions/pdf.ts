import type { Make, Making, Outgoing, OutgoingWords } from '../../documents/export/outgoing.ts'
import type { Content } from '../../documents/markup.ts'

/** What a page in the typesetter's hands is made of. */
export interface Printing {
  title: string
  group: string
  base: string
  kind: string
  about: string[]
  running: string
  content: Content
}

/** Those that a file has of its own; what else comes along cannot be handed to another thread. */
function wordsOf(words: OutgoingWords): OutgoingWords {
  const { contents, footnotes, backToText, page, pageOf, checksum, done, open, picture, suggestedBy, deletedBy } = words
  return { contents, footnotes, backToText, page, pageOf, done, open, picture, suggestedBy, deletedBy, checksum }
}

/** Set like the texts are: numbered pages, tagged, for everybody. */
export function printSheet(make: Make, words: OutgoingWords, printing: Printing): Promise<Making> {
  const { title, group, base, kind, about, running, content } = printing
  const outgoing: Outgoing = {
    ...{ title, kind, base, content, about, running, checksum: null },
    ...{ language: 'de', letterhead: { sender: [], group }, numberedLines: false },
    ...{ pictures: {}, threads: [], changes: {} },
    words: wordsOf(words),
  }
  return make.make('pdf', outgoing)
}
