import { sql } from 'drizzle-orm'
import { type Snapshot, snapshots } from '../schema.ts'

/** The version itself, also of one in which something was put right: "3" for "3", "3a" and "3b". */
export const originalId = sql<string>`coalesce(${snapshots.originalId}, ${snapshots.id})`

export const originalOf = ({ id, originalId }: Pick<Snapshot, 'id' | 'originalId'>): string => originalId ?? id
