import { schema } from '../content/codec.ts'
import { Committed } from '../editing/committed.ts'
import { grammarOf } from '../editing/guard/grammar.ts'
import { Guard, type Verdict } from '../editing/guard/judging.ts'
import { Owners } from '../editing/guard/owners.ts'
import { readUpdate } from '../editing/guard/reading.ts'
import type { Update } from '../editing/guard/struct.ts'
import { partsOf, type Stored } from '../editing/log.ts'

const grammar = grammarOf(schema)

export const largestPatch = 64 * 1024
const mostParts = 10_000
const mostClients = 100

/**
 * Tabs draw their ids below. Above, an id is nobody's who has only not written yet, so that binding it to the author of
 * a suggestion can never take it from somebody.
 */
export const firstPatchClient = 2 ** 32

/** What somebody proposes: an update of the shared text, and the client ids that belong to it. */
export interface Patch {
  update: Uint8Array
  clients: number[]
}

/** `missing`: it hangs on words that are not stored yet. `empty`: with it the text is as it is without. */
export type Fault = 'too_large' | 'unreadable' | 'unfit' | 'foreign' | 'missing' | 'empty'

/** A guard for this text that nobody has open, as strict as that of a room. */
export const guardOf = (stored: Stored): Guard =>
  new Guard({ grammar, owners: new Owners(stored.authors, () => undefined), parts: () => partsOf(stored) })

/** Null when it may be kept: everything of it belongs to this person, has a place in the text and fits the schema. */
export function faultIn(patch: Patch, personId: string, stored: Stored): Fault | null {
  if (patch.update.length > largestPatch) return 'too_large'
  const update = reading(() => readUpdate(patch.update))
  if (!update) return 'unreadable'
  return (
    faultOfSize(patch, update) ?? faultOfClients(patch, update, personId, stored) ?? judged(patch, personId, stored)
  )
}

function faultOfSize({ clients }: Patch, { sections, deletions }: Update): Fault | null {
  const parts = sections.reduce((sum, { count }) => sum + count, deletions.length)
  return parts > mostParts || clients.length > mostClients ? 'too_large' : null
}

/** Ids of its own, from their first word on: so nothing can be said under them anywhere else. */
function faultOfClients({ clients }: Patch, { sections }: Update, personId: string, stored: Stored): Fault | null {
  const declared = new Set(clients)
  const inText = new Committed(partsOf(stored)).ends()
  const isOwn = (client: number) =>
    client >= firstPatchClient && (stored.authors.get(client) ?? personId) === personId && !inText.has(client)
  if (!clients.every(isOwn) || !sections.every(({ client }) => declared.has(client))) return 'foreign'
  return sections.every(({ start, isHoled }) => start === 0 && !isHoled) ? null : 'unfit'
}

function judged({ update }: Patch, personId: string, stored: Stored): Fault | null {
  const verdict = reading((): Verdict => guardOf(stored).judge(update, { personId, isAnswer: false }))
  if (!verdict) return 'unfit'
  return verdict.kind === 'new' ? null : verdict.kind === 'gap' ? 'missing' : 'empty'
}

/** The guard says no by throwing, and so do decoders. */
function reading<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/**
 * For a text that goes on changing: what of it would be new, which may be nothing. Null when the text does not take it any
 * more.
 */
export function newIn(guard: Guard, update: Uint8Array, personId: string): Pick<Fresh, 'bytes' | 'binds'>[] | null {
  const verdict = reading(() => guard.judge(update, { personId, isAnswer: false }))
  if (!verdict || verdict.kind === 'gap') return null
  return verdict.kind === 'new' ? [verdict] : []
}

type Fresh = Extract<Verdict, { kind: 'new' }>
