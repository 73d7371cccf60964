import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { callPeople } from './calling.ts'
import { documentRemarks, documentThreads, type Remark, remarkMentions, type Thread } from './schema.ts'
import type { Table } from './table.ts'

export type Speaker = Pick<Actor, 'person'>

/** What a new conversation hangs on. */
export type Hanging = Pick<Thread, 'on'> &
  Partial<Pick<Thread, 'anchor' | 'quote' | 'wordsBefore' | 'wordsAfter' | 'suggestionId' | 'rowId'>>

export interface Said {
  words: string
  /** What the browser calls it: whatever is sent again under the same name is said already. */
  key?: string | undefined
}

/** The same remark, sent again because its answer got lost. Two that arrive at once wait for each other. */
async function saidBefore(tx: Database, { person }: Speaker, key: string | undefined): Promise<Remark | undefined> {
  if (!key) return undefined
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const same = and(eq(documentRemarks.id, key), eq(documentRemarks.authorId, person.id))
  const [remark] = await tx.select().from(documentRemarks).where(same)
  return remark
}

/** Somebody else's remark keeps its name; this one gets another. */
const freeName = async (tx: Database, key: string | undefined) =>
  key && (await tx.$count(documentRemarks, eq(documentRemarks.id, key))) === 0 ? key : crypto.randomUUID()

/** Nobody has to be told of what they say themselves. */
export async function call(tx: Database, table: Table, { person }: Speaker, typed: string) {
  const called = callPeople(typed, await table.readers(tx))
  return { ...called, ids: called.ids.filter((id) => id !== person.id) }
}

async function say(tx: Database, table: Table, speaker: Speaker, threadId: string, { words: typed, key }: Said) {
  const { words, ids } = await call(tx, table, speaker, typed)
  const id = await freeName(tx, key)
  await tx.insert(documentRemarks).values({ id, threadId, authorId: speaker.person.id, words })
  if (ids.length > 0) await tx.insert(remarkMentions).values(ids.map((personId) => ({ remarkId: id, personId })))
}

/** What is told of it: never what was said. */
export const happened = ({ at: { id, title, through }, place }: Table, { person }: Speaker) => ({
  groupId: place.groupId,
  ...(place.alsoForId && { alsoForId: place.alsoForId }),
  actorId: person.id,
  subjectId: id,
  facts: { title, ...(through && { through }) },
})

/** A new conversation with its first remark. */
export async function beginThread(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { hanging, said }: { hanging: Hanging; said: Said },
): Promise<string> {
  const before = await saidBefore(tx, speaker, said.key)
  if (before) return before.threadId
  const [thread] = await tx
    .insert(documentThreads)
    .values({ ...hanging, ...table.place, createdById: speaker.person.id })
    .returning()
  if (!thread) throw new Error('No conversation was begun')
  await say(tx, table, speaker, thread.id, said)
  await record({ kind: 'comment.made', ...happened(table, speaker) })
  return thread.id
}

/** Who answers has read what was asked. */
const readIn = (tx: Database, threadId: string, personId: string) => {
  const here = tx.select({ id: documentRemarks.id }).from(documentRemarks).where(eq(documentRemarks.threadId, threadId))
  return tx
    .update(remarkMentions)
    .set({ readAt: sql`now()` })
    .where(
      and(eq(remarkMentions.personId, personId), isNull(remarkMentions.readAt), inArray(remarkMentions.remarkId, here)),
    )
}

/** False when the conversation was ended in the meantime. */
export async function reply(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { thread, said }: { thread: Pick<Thread, 'id'>; said: Said },
): Promise<boolean> {
  if (await saidBefore(tx, speaker, said.key)) return true
  const stillOpen = and(eq(documentThreads.id, thread.id), isNull(documentThreads.resolvedAt))
  const [open] = await tx.select().from(documentThreads).where(stillOpen).for('update')
  if (!open) return false
  await say(tx, table, speaker, thread.id, said)
  await readIn(tx, thread.id, speaker.person.id)
  await record({ kind: 'comment.made', ...happened(table, speaker) })
  return true
}
