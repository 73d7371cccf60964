import type { Content } from '#src/documents/markup.ts'
import { seeded } from '../numbers.ts'

const words =
  'wir fordern dass der Strukturwandel im Revier von den Menschen vor Ort mitgestaltet wird und die Wärme aus der Region kommt denn Dächer Flächen und Netze gehören in die Hände derer die dort leben arbeiten und wirtschaften'.split(
    ' ',
  )

const text = (content: string): Content => ({ type: 'text', text: content })
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })

/** As a long programme is: chapters, paragraphs, lists, tables, here and there bold words, links and a footnote. */
class Writer {
  readonly #random = seeded(2_026)

  sentence(length: number): string {
    const chosen = Array.from({ length }, () => words[Math.floor(this.#random() * words.length)] ?? '')
    return `${chosen.join(' ')}.`.replace(/^./, (first) => first.toUpperCase())
  }

  paragraph(): Content {
    const bold: Content = { type: 'text', text: this.sentence(4), marks: [{ type: 'bold' }] }
    const link: Content = {
      type: 'text',
      text: 'Quelle',
      marks: [{ type: 'link', attrs: { href: 'https://example.org/quelle' } }],
    }
    const note: Content = { type: 'footnote', content: [text(this.sentence(8))] }
    const more = [[bold], [link], [note, text(' ')], [], []][Math.floor(this.#random() * 5)] ?? []
    return paragraph(text(`${this.sentence(34)} `), ...more, text(` ${this.sentence(30)}`))
  }

  list(): Content {
    const item = (): Content => ({ type: 'listItem', content: [paragraph(text(this.sentence(14)))] })
    return { type: 'bulletList', content: [item(), item(), item(), item()] }
  }

  table(): Content {
    const cell = (type: string): Content => ({ type, content: [paragraph(text(this.sentence(5)))] })
    const row = (type: string): Content => ({ type: 'tableRow', content: [cell(type), cell(type), cell(type)] })
    return { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell'), row('tableCell')] }
  }

  heading(level: number, number: number): Content {
    return { type: 'heading', attrs: { level }, content: [text(`${number}. ${this.sentence(4)}`)] }
  }

  /** About 450 words. */
  page(number: number): Content[] {
    const head = [this.heading(number % 10 === 0 ? 1 : 2, number + 1)]
    const middle = number % 4 === 0 ? this.table() : this.list()
    return [...head, this.paragraph(), this.paragraph(), middle, this.heading(3, number + 1), ...this.rest()]
  }

  rest(): Content[] {
    return Array.from({ length: 4 }, () => this.paragraph())
  }
}

/** A text of so many pages; each run gives the same one. */
export function longText(pages: number): Content {
  const writer = new Writer()
  return { type: 'doc', content: Array.from({ length: pages }, (_, number) => writer.page(number)).flat() }
}
