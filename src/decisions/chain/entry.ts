import type { Plain } from './canonical.ts'
import { commitment, newSalt } from './digest.ts'
import type { RegisterEntry, registerSalts } from './schema.ts'
import type { Statement } from './statement.ts'

/** Field, key and commitment, in the order in which the salts are numbered. */
export type Sum = [field: string, key: string, hex: string]

/** What is written down and hashed. */
export interface Written {
  v: 1
  seq: number
  kind: RegisterEntry['kind']
  at: string
  /** The decision or the note; nobody and nothing for an erasure. */
  id: string | null
  facts: Record<string, Plain>
  sums: Sum[]
}

export const asPlain = (written: Written): Plain => ({ ...written })

type SaltRow = typeof registerSalts.$inferInsert

/** The commitments of a statement, with what they are made with kept apart from them. */
export async function committed(seq: number, { secrets }: Statement): Promise<{ sums: Sum[]; salts: SaltRow[] }> {
  const made = secrets.map(async ({ field, key, value, personId }, position) => {
    const salt = newSalt()
    const sum: Sum = [field, key, await commitment(salt, field, [key, value])]
    return { sum, salt: { seq, field, position, salt, personId } }
  })
  const all = await Promise.all(made)
  return { sums: all.map(({ sum }) => sum), salts: all.map(({ salt }) => salt) }
}
