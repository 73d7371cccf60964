import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { type AgendaWish, agendaWishes } from './schema.ts'

export type WishDraft = Pick<AgendaWish, 'groupId' | 'title' | 'why'> &
  Partial<Pick<AgendaWish, 'roundId' | 'decisionId' | 'addedById'>>

/** What the group takes up when it next meets; about one round, or for one reason about one decision, once. */
export async function wishFor(tx: Database, record: RecordEvent, draft: WishDraft): Promise<AgendaWish | null> {
  const [added] = await tx.insert(agendaWishes).values(draft).onConflictDoNothing().returning()
  if (!added) return null
  const { groupId, addedById: actorId, id: subjectId, title } = added
  await record({ kind: 'agenda.added', groupId, actorId, subjectId, facts: { title } })
  return added
}

/** It was taken up. Whoever comes second finds it done. */
export async function finishWish(tx: Database, record: RecordEvent, wish: AgendaWish, actorId: string): Promise<void> {
  const done = await tx
    .update(agendaWishes)
    .set({ doneAt: sql`now()`, doneById: actorId })
    .where(and(eq(agendaWishes.id, wish.id), isNull(agendaWishes.doneAt)))
    .returning()
  if (done.length === 0) return
  const { groupId, id: subjectId, title } = wish
  await record({ kind: 'agenda.done', groupId, actorId, subjectId, facts: { title } })
}
