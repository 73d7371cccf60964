import type { Database } from '../../db/database.ts'
import { dayOf } from '../../web/days.ts'
import { membersOf } from '../letters/calling.ts'
import { type Circulation, minutesLetters } from './schema.ts'

/** Everybody who belongs to the group is to read what goes round, in the transaction that sends it; the mails go out after it. */
export async function callToRead(tx: Database, { id: circulationId }: Circulation, groupId: string): Promise<void> {
  const people = new Set(await membersOf(tx, groupId, dayOf(new Date())))
  const rows = [...people].map((personId) => ({ circulationId, personId }))
  if (rows.length > 0) await tx.insert(minutesLetters).values(rows)
}
