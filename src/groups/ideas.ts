import { asc, eq, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { ideaReplacements } from './ideas/schema.ts'
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

const isNamed = (error: unknown) =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === '23503'

/**
 * Texts that cite it keep its code, without a title. False when something was assigned to it: that stays, and the idea is
 * replaced by another one instead.
 */
export async function removeIdea(db: Database, id: string): Promise<boolean> {
  try {
    await db.delete(guidingIdeas).where(eq(guidingIdeas.id, id))
    return true
  } catch (error) {
    if (isNamed(error)) return false
    throw error
  }
}

const [olders, newers] = [alias(guidingIdeas, 'olders'), alias(guidingIdeas, 'newers')]

/** Code of an idea → code of the one that has taken its place. */
export async function replacedIdeas(db: Database): Promise<Map<string, string>> {
  const found = await db
    .select({ older: olders.code, newer: newers.code })
    .from(ideaReplacements)
    .innerJoin(olders, eq(olders.id, ideaReplacements.olderId))
    .innerJoin(newers, eq(newers.id, ideaReplacements.newerId))
  return new Map(found.map(({ older, newer }) => [older, newer]))
}

const isRing = (error: unknown) =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === '23514'

/** Another idea takes its place for good; what was assigned to it is to be looked at. False where they would replace each other. */
export async function replaceIdea(db: Database, olderId: string, newerId: string, personId: string): Promise<boolean> {
  try {
    await db.insert(ideaReplacements).values({ olderId, newerId, namedById: personId }).onConflictDoNothing()
    return true
  } catch (error) {
    if (isRing(error)) return false
    throw error
  }
}

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
