import { canonical } from './canonical.ts'
import { commitment } from './digest.ts'
import type { Sum, Written } from './entry.ts'
import type { Problem } from './problem.ts'
import { isPersonal, type Secret, type Statement } from './statement.ts'

type Found = Omit<Problem, 'seq'>

/** What a register entry's commitments were made with, by position; and which of them were erased. */
export interface Openings {
  salts: Map<number, Uint8Array>
  isErased(position: number): boolean
  /** Whoever was erased has neither a salt nor an address anywhere. */
  isThere(personId: string): boolean
}

/** The first plain fact that is another one in the tables. What later versions read besides was never vouched for. */
const changedFact = ({ facts }: Written, { plain }: Statement): string | undefined =>
  Object.keys(facts).find((name) => canonical(facts[name] ?? null) !== canonical(plain[name] ?? null))

const nameOf = ({ field, key }: Pick<Secret, 'field' | 'key'>) => `${field} ${key}`

async function judge(
  [field, key, sum]: Sum,
  secret: Secret | undefined,
  salt: Uint8Array | undefined,
): Promise<Found | null> {
  if (!salt) return { code: 'salt_missing', field }
  if (!secret) return { code: 'row_missing', field }
  return (await commitment(salt, field, [key, secret.value])) === sum ? null : { code: 'fact_changed', field }
}

/** Behind an erasure stands nobody else than somebody who was erased. */
function judgeErased([field]: Sum, secret: Secret | undefined, salt: unknown, { isThere }: Openings): Found | null {
  if (!isPersonal(field)) return { code: 'words_erased', field }
  if (salt) return { code: 'salt_left', field }
  return secret?.personId && isThere(secret.personId) ? { code: 'erased_is_there', field } : null
}

/** Whether what an entry vouches for still stands in the tables as it did; what was erased cannot be compared. */
export async function difference(written: Written, statement: Statement, openings: Openings): Promise<Found | null> {
  const field = changedFact(written, statement)
  if (field) return { code: 'fact_changed', field }
  const secrets = new Map(statement.secrets.map((secret) => [nameOf(secret), secret]))
  for (const [position, sum] of written.sums.entries()) {
    const salt = openings.salts.get(position)
    const secret = secrets.get(nameOf({ field: sum[0], key: sum[1] }))
    const fault = await (openings.isErased(position)
      ? judgeErased(sum, secret, salt, openings)
      : judge(sum, secret, salt))
    if (fault) return fault
  }
  return added(written, statement)
}

/** Nothing is added to what an entry vouches for; what is said later has an entry of its own. */
function added({ sums }: Written, { secrets }: Statement): Found | null {
  const known = new Set(sums.map(([field, key]) => nameOf({ field, key })))
  const more = secrets.find((secret) => !known.has(nameOf(secret)))
  return more ? { code: 'row_added', field: more.field } : null
}
