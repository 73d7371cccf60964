import { type ICommentOptions, Paragraph, TextRun } from 'docx'
import type { Content } from '../../markup.ts'
import type { Outgoing, OutgoingThread } from '../outgoing.ts'
import { nodesOf, threadsAt } from '../reading.ts'

/** What is counted and gathered while one text is written for Word. */
export class Writing {
  readonly outgoing: Outgoing
  readonly notes: Paragraph[] = []
  /** A numbered list of its own for every list of the text, with the number that it begins with. */
  readonly lists: { reference: string; start: number }[] = []
  readonly comments: ICommentOptions[] = []
  readonly #ids = new Map<string, number>()
  readonly #last = new Map<string, Content>()
  readonly #begun = new Set<string>()
  #changes = 0

  constructor(outgoing: Outgoing) {
    this.outgoing = outgoing
    for (const node of nodesOf(outgoing.content)) for (const thread of threadsAt(node)) this.#last.set(thread, node)
    for (const thread of outgoing.threads) this.#addThread(thread)
  }

  /** Words, and tables too, may bear the number of a change only once. */
  nextChange = (): number => {
    this.#changes += 1
    return this.#changes
  }

  list(start: number): string {
    const reference = `list-${this.lists.length + 1}`
    this.lists.push({ reference, start })
    return reference
  }

  /** Numbers of the comments that begin or end with this piece of the text. */
  remarks(node: Content): { begin: number[]; end: number[] } {
    const here = threadsAt(node).filter((thread) => this.#ids.has(thread))
    const begin = here.filter((thread) => !this.#begun.has(thread))
    for (const thread of begin) this.#begun.add(thread)
    const end = here.filter((thread) => this.#last.get(thread) === node)
    return {
      begin: begin.flatMap((thread) => this.#numbers(thread)),
      end: end.flatMap((thread) => this.#numbers(thread)),
    }
  }

  /** Comments on the whole text, or on words that are no longer there. */
  unplaced = (): number[] =>
    this.outgoing.threads.filter(({ id }) => !this.#last.has(id)).flatMap(({ id }) => this.#numbers(id))

  #numbers(thread: string): number[] {
    const first = this.#ids.get(thread)
    const remarks = this.outgoing.threads.find(({ id }) => id === thread)?.remarks ?? []
    return first === undefined ? [] : remarks.map((_remark, index) => first + index)
  }

  #addThread({ id, resolved, remarks }: OutgoingThread) {
    const first = this.comments.length
    if (remarks.length > 0) this.#ids.set(id, first)
    for (const [index, { author, at, words }] of remarks.entries()) {
      const children = words.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }))
      const parent = index > 0 ? { parentId: first } : {}
      this.comments.push({
        id: first + index,
        author,
        date: new Date(at),
        initials: initialsOf(author),
        resolved,
        children,
        ...parent,
      })
    }
  }
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join('')
    .slice(0, 3)
