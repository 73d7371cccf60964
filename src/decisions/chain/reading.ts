import { z } from 'zod'
import { canonical, iso } from './canonical.ts'
import { asPlain, type Written } from './entry.ts'
import type { RegisterEntry } from './schema.ts'

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not what was written here')
    return z.NEVER
  }
})

const written = z.strictObject({
  v: z.literal(1),
  seq: z.int(),
  kind: z.enum(['decision', 'note', 'statement', 'erasure']),
  at: z.string(),
  id: z.string().nullable(),
  facts: z.record(z.string(), z.json()),
  sums: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

/** What an entry says, or null when that is nothing which is ever written down like this. */
export function readEntry(text: string): Written | null {
  const { data } = json.pipe(written).safeParse(text)
  return data && canonical(asPlain(data)) === text ? data : null
}

/** Whether the columns beside it say the same: it is about one thing, and about nothing besides. */
export function isItself({ seq, kind, id, at }: Written, entry: RegisterEntry): boolean {
  const about = { decision: entry.decisionId, note: entry.noteId, statement: entry.statementId, erasure: null }
  const others = Object.entries(about).filter(([other]) => other !== kind)
  const isThis = seq === entry.seq && kind === entry.kind && id === about[kind] && at === iso(entry.createdAt)
  return isThis && others.every(([, other]) => other === null)
}

const places = z.array(z.tuple([z.int(), z.int()]))

/** Entry and position of what an erasure has taken the salts from. */
export const placeOf = (seq: number, position: number) => `${seq} ${position}`

/** Nothing is erased before it is there. */
export const erasedBy = ({ seq: own, facts }: Written): string[] =>
  (places.safeParse(facts.erased).data ?? []).flatMap(([seq, position]) => (seq < own ? placeOf(seq, position) : []))
