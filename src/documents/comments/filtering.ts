import type { ShownThread } from './conversation.ts'
import type { Filter } from './forms.ts'

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('de')

const isInState = ({ thread }: ShownThread, state: Filter['state']) =>
  state === 'all' || (thread.resolvedAt === null) === (state === 'open')

const hasSpoken = ({ remarks }: ShownThread, personId: string) =>
  remarks.some(({ author, remark }) => author.id === personId && remark.deletedAt === null)

const calls = ({ remarks }: ShownThread, personId: string) =>
  remarks.some(({ called }) => called.some(({ id }) => id === personId))

/** All words, in the passage or in what was said about it, whoever said them. */
function says({ thread, remarks }: ShownThread, words: string): boolean {
  const said = folded([thread.quote, ...remarks.flatMap(({ author, spoken }) => [author.name, spoken])].join(' '))
  return folded(words)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

/** The threads that somebody asks for. */
export const filtered = (threads: ShownThread[], filter: Filter, me: string): ShownThread[] =>
  threads.filter(
    (thread) =>
      isInState(thread, filter.state) &&
      (!filter.thread || thread.thread.id === filter.thread) &&
      (!filter.by || hasSpoken(thread, filter.by)) &&
      (!filter.calls || calls(thread, me)) &&
      (!filter.words || says(thread, filter.words)),
  )

/** Nobody reads more on one page, and no phone likes to show it. */
export const mostOnPage = 40

export interface ThreadPage {
  threads: ShownThread[]
  page: number
  of: number
}

/** Those of one page; behind the last one there is none. */
export function pageOf(threads: ShownThread[], asked = '1'): ThreadPage {
  const of = Math.max(1, Math.ceil(threads.length / mostOnPage))
  const page = Math.min(Number(asked), of)
  return { threads: threads.slice((page - 1) * mostOnPage, page * mostOnPage), page, of }
}
