import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Kept } from './keeping.ts'
import { attachments } from './schema.ts'

const mega = 1024 * 1024

export const mostPerDocument = 200
export const mostBytesPerDocument = 200 * mega
export const mostBytesPerGroup = 2048 * mega
export const mostPerTenMinutes = 60

/** Why there is no room for a picture; the pages have the sentence for each. */
export type LimitCode = 'too_often' | 'text_is_full' | 'group_is_full'

const bytes = sql<number>`coalesce(sum(${attachments.size}), 0)`.mapWith(Number)
const count = sql<number>`count(*)`.mapWith(Number)

const sumsOf = (db: Database, condition: ReturnType<typeof sql>) =>
  db
    .select({ bytes, count })
    .from(attachments)
    .where(condition)
    .then(([sums]) => sums ?? { bytes: 0, count: 0 })

/** Pictures never go, so there are only so many: in a text, in a group, and of one person at a time. */
export async function limitFor(db: Database, kept: Kept): Promise<LimitCode | null> {
  const { groupId, documentId, personId, picture } = kept
  const lately = sql`${attachments.personId} = ${personId} and ${attachments.createdAt} > now() - interval '10 minutes'`
  if ((await sumsOf(db, lately)).count >= mostPerTenMinutes) return 'too_often'
  const here = await sumsOf(db, eq(attachments.documentId, documentId))
  if (here.count >= mostPerDocument || here.bytes + picture.bytes.length > mostBytesPerDocument) return 'text_is_full'
  const inGroup = await sumsOf(db, eq(attachments.groupId, groupId))
  return inGroup.bytes + picture.bytes.length > mostBytesPerGroup ? 'group_is_full' : null
}
