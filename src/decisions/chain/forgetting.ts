import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { holdRegister, writeEntry } from './appending.ts'
import { registerSalts } from './schema.ts'

/**
 * Takes away what a person's commitments were made with: from then on nothing in the register leads to them, and what
 * stood behind may go too. An entry says that this has happened, and nothing of whom (SECURITY S-85). Returns how many
 * commitments have become mere numbers. The last act of the transaction.
 */
export async function forget(tx: Database, personId: string): Promise<number> {
  await holdRegister(tx)
  const gone = await tx
    .delete(registerSalts)
    .where(eq(registerSalts.personId, personId))
    .returning({ seq: registerSalts.seq, position: registerSalts.position })
  if (gone.length === 0) return 0
  const erased = gone
    .map(({ seq, position }) => [seq, position])
    .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
  await writeEntry(tx, { kind: 'erasure', id: null, facts: { erased } })
  return gone.length
}
