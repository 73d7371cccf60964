import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Lang } from '../web/locale.ts'
import { type Person, people } from './schema.ts'

export async function findPersonByAddress(db: Database, email: string): Promise<Person | null> {
  const [person] = await db.select().from(people).where(eq(people.email, email.toLowerCase()))
  return person ?? null
}

export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  return person ?? null
}

/** Two who come with the same address at the same time become one person; the later one gets null. */
export async function addPerson(
  db: Database,
  { name, email, lang }: { name: string; email: string; lang: Lang },
): Promise<Person | null> {
  const [person] = await db
    .insert(people)
    .values({ name, email, lang })
    .onConflictDoNothing({ target: people.email })
    .returning()
  return person ?? null
}

/** Whether somebody with another address is called so: who answers by name must not be taken for somebody else. */
export async function isNameTaken(db: Database, name: string, email: string | null): Promise<boolean> {
  const sameName = sql`lower(${people.name} collate "de-x-icu") = lower(${name} collate "de-x-icu")`
  return (await db.$count(people, and(sameName, sql`${people.email} is distinct from ${email}`))) > 0
}

export async function rename(db: Database, personId: string, name: string): Promise<void> {
  await db.update(people).set({ name }).where(eq(people.id, personId))
}

export async function speak(db: Database, personId: string, lang: Lang): Promise<void> {
  await db.update(people).set({ lang }).where(eq(people.id, personId))
}
