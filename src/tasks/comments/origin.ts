import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import type { TaskOrigin } from '../adding.ts'
import type { Task } from '../schema.ts'
import { firstWords, quotedWords } from './first-words.ts'
import { type MadeTask, tasksFromComments } from './made.ts'

/** A conversation beside a text; what a task of it needs to know is told by whoever keeps the texts. */
export interface Commented {
  id: string
  /** Of the text. */
  title: string
  /** What was said first. */
  words: string
  /** Null where nothing of it is left to be read. */
  href: string | null
}

/** Null for whoever may not read it, as for everybody where there is none. */
export type CommentedIn = (db: Database, actor: Actor, id: string) => Promise<Commented | null>

export const notCommented: CommentedIn = async () => null

/** What a new task is to be made of, with what it begins with and what was made of it before. */
export interface Source extends Commented {
  draft: { title: string; quote: string }
  made: MadeTask[]
}

type Asking = { actor: Actor; ports: Pick<Ports, 'db'>; commentedIn?: CommentedIn }

/** As the address or the form names it. */
const naming = z.object({ comment: z.string().min(1).optional().catch(undefined) })

/** Undefined where nobody named one, null where the one that was named cannot be read here. */
export async function sourceIn(
  { actor, ports: { db }, commentedIn = notCommented }: Asking,
  given: unknown,
): Promise<Source | null | undefined> {
  const { comment } = naming.parse(given)
  if (comment === undefined) return undefined
  const { data: id } = z.uuid().safeParse(comment)
  const commented = id === undefined ? null : await commentedIn(db, actor, id)
  if (!commented) return null
  const title = firstWords(commented.words)
  const draft = { title, quote: quotedWords(commented.words, title) }
  return { ...commented, draft, made: await tasksFromComments.madeFrom(db, actor, [commented.id]) }
}

/** How the task keeps it: the text is cited as it is called on that day. */
export const originIn = ({ id, title }: Commented): TaskOrigin => ({ kind: 'comment', id, label: title })

/** The way from a task to the conversation that it came from; null for other origins and where there is none. */
export async function commentHref(
  { actor, ports: { db }, commentedIn = notCommented }: Asking,
  { origin, originId }: Pick<Task, 'origin' | 'originId'>,
): Promise<string | null> {
  const commented = origin === 'comment' && originId ? await commentedIn(db, actor, originId) : null
  return commented?.href ?? null
}
