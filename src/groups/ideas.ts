import { asc, eq, max, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type GuidingIdea, guidingIdeas } from './schema.ts'

/** What the alliance stands for, in its order (`DOMAIN.md 6.1`). */
export const ideasOf = (db: Database): Promise<GuidingIdea[]> =>
  db.select().from(guidingIdeas).orderBy(asc(guidingIdeas.position), asc(guidingIdeas.code))

export type IdeaDraft = Pick<GuidingIdea, 'code' | 'title'>

/** At the end of the list; false when there is one with this code. */
export async function addIdea(db: Database, idea: IdeaDraft): Promise<boolean> {
  const position = sql<number>`(${db.select({ last: sql`coalesce(${max(guidingIdeas.position)}, 0) + 1` }).from(guidingIdeas)})`
  const added = await db
    .insert(guidingIdeas)
    .values({ ...idea, position })
    .onConflictDoNothing()
    .returning()
  return added.length > 0
}

/** Its code stays: texts cite it. */
export const renameIdea = (db: Database, id: string, title: string) =>
  db.update(guidingIdeas).set({ title }).where(eq(guidingIdeas.id, id))

/** Texts that cite it keep its code, without a title. */
export const removeIdea = (db: Database, id: string) => db.delete(guidingIdeas).where(eq(guidingIdeas.id, id))

/** One place up; the first one stays where it is. */
export async function raiseIdea(db: Database, id: string): Promise<void> {
  const ordered = (await ideasOf(db)).map((idea) => idea.id)
  const at = ordered.indexOf(id)
  const before = ordered[at - 1]
  if (!before) return
  ordered.splice(at - 1, 2, id, before)
  for (const [index, one] of ordered.entries())
    await db
      .update(guidingIdeas)
      .set({ position: index + 1 })
      .where(eq(guidingIdeas.id, one))
}
