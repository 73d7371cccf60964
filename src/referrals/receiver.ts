import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { groups } from '../groups/schema.ts'
import type { Referral } from './schema.ts'

/** For the news: whom it went to, where that is not the circle. */
export async function otherGroup(db: Database, { toId }: Pick<Referral, 'toId'>): Promise<{ to?: string }> {
  const isGroup = and(eq(groups.id, toId), eq(groups.kind, 'working_group'))
  const [group] = await db.select({ to: groups.name }).from(groups).where(isGroup)
  return group ?? {}
}
