import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { conflictQuestions, conflicts } from './schema.ts'

/** Somebody in conflict about an item, with the category of it and no more. */
export interface Conflict {
  itemId: string
  personId: string
  name: string
  category: string
}

/** Of these items: which were asked about, and who said yes. */
export async function conflictsIn(db: Database, itemIds: string[]) {
  const asked = await db.select().from(conflictQuestions).where(inArray(conflictQuestions.itemId, itemIds))
  const declared: Conflict[] = await db
    .select({ itemId: conflicts.itemId, personId: people.id, name: people.name, category: conflicts.category })
    .from(conflicts)
    .innerJoin(people, eq(people.id, conflicts.personId))
    .where(inArray(conflicts.itemId, itemIds))
    .orderBy(asc(conflicts.createdAt))
  return { asked: new Set(asked.map(({ itemId }) => itemId)), declared }
}

/** Everybody was asked. Whoever notes it second changes nothing. */
export async function askAboutConflicts(tx: Database, itemId: string, askedById: string): Promise<void> {
  await tx.insert(conflictQuestions).values({ itemId, askedById }).onConflictDoNothing()
}

/** With the declaration the question was asked, too. Said twice, the later category counts. */
export async function declareConflict(
  tx: Database,
  { itemId, personId, category, notedById }: Omit<Conflict, 'name'> & { notedById: string },
): Promise<void> {
  await askAboutConflicts(tx, itemId, notedById)
  await tx
    .insert(conflicts)
    .values({ itemId, personId, category, notedById })
    .onConflictDoUpdate({ target: [conflicts.itemId, conflicts.personId], set: { category, notedById } })
}

export async function withdrawConflict(tx: Database, itemId: string, personId: string): Promise<void> {
  await tx.delete(conflicts).where(and(eq(conflicts.itemId, itemId), eq(conflicts.personId, personId)))
}
