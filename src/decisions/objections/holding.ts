import type { Database } from '../../db/database.ts'
import { holdRegister } from '../chain/appending.ts'
import { findObjection, isOpen, type ObjectionEntry } from './entries.ts'
import type { Objection } from './schema.ts'

/**
 * Until the end of the transaction nobody decides on what it is about, and nobody else settles it. Null when that has
 * happened meanwhile.
 */
export async function holdOpen(
  tx: Database,
  { id, roundId }: Pick<Objection, 'id' | 'roundId'>,
): Promise<ObjectionEntry | null> {
  await holdRegister(tx)
  const held = await findObjection(tx, { id: roundId }, id)
  return held && isOpen(held) ? held : null
}
