import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import { rowsOf } from '../comparisons/rows.ts'
import type { Paper } from '../model.ts'
import { findPassage, type LaidOut, type Stretch } from './anchors.ts'
import { spokenOf } from './calling.ts'
import { type IntoTasks, noTasks, type TaskFrom } from './into-tasks.ts'
import { mayChangeRemark, mayReopen, mayReply, mayResolve } from './policy.ts'
import type { Thread } from './schema.ts'
import { besideDraft, type Table } from './table.ts'
import { type RemarkEntry, type ThreadEntry, threadsWhere } from './threads.ts'

/** Where a thread stands on the page. */
export type ThreadPart = 'passages' | 'text' | 'suggestions' | 'rows' | 'gone'

export interface ShownRemark extends RemarkEntry {
  /** As it was typed, names as they are called today. */
  spoken: string
  may: { change: boolean }
  /** It calls whoever is looking, and they have not said that they have read it. */
  callsMe: boolean
}

export interface ShownThread extends Omit<ThreadEntry, 'remarks'> {
  part: ThreadPart
  place: Stretch | null
  remarks: ShownRemark[]
  /** What has come of it in this group. */
  tasks: TaskFrom[]
  may: { reply: boolean; resolve: boolean; reopen: boolean; makeTask: boolean }
}

const quoteOf = ({ quote, wordsBefore, wordsAfter }: Thread) => ({
  words: quote,
  before: wordsBefore,
  after: wordsAfter,
})

const placeOf = (thread: Thread, laid: LaidOut | null) =>
  thread.on === 'passage' && laid ? findPassage(laid, { anchor: thread.anchor, quote: quoteOf(thread) }) : null

const hasRow = (laid: LaidOut | null, id: string | null) =>
  laid !== null && rowsOf(laid.content).some((row) => row.id === id)

function partOf({ on, rowId }: Thread, place: Stretch | null, laid: LaidOut | null): ThreadPart {
  if (on === 'passage') return place ? 'passages' : 'gone'
  if (on === 'row') return hasRow(laid, rowId) ? 'rows' : 'gone'
  return on === 'suggestion' ? 'suggestions' : 'text'
}

/** Who looks at conversations, and what may become of them. */
export interface Looking {
  actor: Actor
  ports: Pick<Ports, 'db'>
  intoTasks?: IntoTasks
}

const isSaid = ({ remarks }: Pick<ThreadEntry, 'remarks'>) => remarks.some(({ remark }) => remark.deletedAt === null)

const shownTo = (
  { actor, intoTasks = noTasks }: Looking,
  { paper }: Table,
  { thread, ...entry }: ThreadEntry,
  laid: LaidOut | null,
): ShownThread => {
  const place = placeOf(thread, laid)
  return {
    ...entry,
    thread,
    place,
    tasks: [],
    part: partOf(thread, place, laid),
    remarks: entry.remarks.map((one) => ({
      ...one,
      spoken: spokenOf(one.pieces),
      may: { change: mayChangeRemark(actor, paper, one.remark) },
      callsMe: one.called.some(({ id, hasRead }) => id === actor.person.id && !hasRead),
    })),
    may: {
      reply: mayReply(actor, paper, thread),
      resolve: mayResolve(actor, paper, thread),
      reopen: mayReopen(actor, paper, thread),
      makeTask: intoTasks.mayMake(actor) && isSaid(entry),
    },
  }
}

const parts: ThreadPart[] = ['passages', 'text', 'suggestions', 'rows', 'gone']

const inOrder = (a: ShownThread, b: ShownThread) =>
  parts.indexOf(a.part) - parts.indexOf(b.part) || (a.place?.from ?? 0) - (b.place?.from ?? 0)

async function withTasks({ actor, ports, intoTasks = noTasks }: Looking, threads: ShownThread[]) {
  const ids = threads.map(({ thread }) => thread.id)
  const made = ids.length > 0 ? await intoTasks.madeFrom(ports.db, actor, ids) : []
  const of = Map.groupBy(made, ({ thread }) => thread)
  return threads.map((shown) => ({ ...shown, tasks: of.get(shown.thread.id) ?? [] }))
}

/** Threads as this person sees them; passages in the order of the text. */
export async function conversationAt(looking: Looking, table: Table): Promise<ShownThread[]> {
  const entries = await threadsWhere(looking.ports.db, table.threads)
  const hangsOnText = entries.some(({ thread: { on } }) => on === 'passage' || on === 'row')
  const laid = hangsOnText ? await table.laidOut() : null
  const threads = entries.map((entry) => shownTo(looking, table, entry, laid)).sort(inOrder)
  return withTasks(looking, threads)
}

/** Those beside a draft, `state` being the draft as it is stored. */
export const conversationOf = (
  looking: Looking,
  paper: Paper,
  state: () => Promise<Uint8Array>,
): Promise<ShownThread[]> => conversationAt(looking, besideDraft(paper, state))

export const isOpen = ({ thread }: Pick<ThreadEntry, 'thread'>) => thread.resolvedAt === null

/** What is marked in the text: open threads whose words are there. */
export const passagesOf = (threads: ShownThread[]) =>
  threads.filter(isOpen).flatMap(({ thread, place }) => (place ? [{ ...place, thread: thread.id }] : []))
