import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { checks, type ThingKind } from './schema.ts'

/** Why something is to be looked at again: what it leans on has ended. */
export interface Cause {
  id: string
  how: 'supersession' | 'annulment' | 'replacement' | 'idea'
  /** The number, the title or the code of what has ended; empty where that is closed to the reader. */
  label: string
  byLabel: string
}

export interface ToCheck {
  thing: ThingKind
  thingId: string
  groupId: string
  title: string
  /** Of a decision or a referral. */
  number: string
  causes: Cause[]
}

type Row = Record<string, unknown> & {
  thing: ThingKind
  thing_id: string
  group_id: string
  title: string
  number: string
  cause_id: string
  how: Cause['how']
  label: string
  by_label: string
  is_open: boolean
}

const idsOf = (ids: string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`

/** Titles of texts are for those who belong to their group; decisions and ideas are known to everybody. */
const causeIn = ({ cause_id: id, how, label, by_label: byLabel, is_open }: Row): Cause => ({
  ...{ id, how },
  label: is_open ? label : '',
  byLabel: is_open ? byLabel : '',
})

function together(rows: Row[]): ToCheck[] {
  const each = Map.groupBy(rows, ({ thing, thing_id }) => `${thing} ${thing_id}`)
  return [...each.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { thing, thing_id: thingId, group_id: groupId, title, number } = first
    return [{ thing, thingId, groupId, title, number, causes: same.map(causeIn) }]
  })
}

/** More are never shown at once. */
const limit = 200

interface Asked {
  /** Everything of these groups. */
  groupIds?: string[]
  /** Decisions of whatever group: they are open to all. */
  decisionIds?: string[]
  thing?: { kind: ThingKind; id: string }
}

/** What leans on something that has ended and was not looked at since; `inside` says whose texts the reader may know. */
export async function toCheck(db: Database, inside: string[], { groupIds = [], decisionIds = [], thing }: Asked) {
  const rows = await db.execute<Row>(sql`
    select thing, thing_id, group_id, title, number, cause_id, how, label, by_label,
      (how <> 'replacement' or cause_group_id = any(${idsOf(inside)})) as is_open
    from asked_to_check(
      ${idsOf(groupIds)}, ${idsOf(decisionIds)}, ${thing?.kind ?? null}::text, ${thing?.id ?? null}::uuid
    ) order by thing, title, thing_id, label limit ${limit}
  `)
  return together([...rows])
}

/** Somebody has looked, and says what they found. Of two at once the first one has said it. */
export async function check(
  tx: Database,
  { thing, thingId, groupId }: Pick<ToCheck, 'thing' | 'thingId' | 'groupId'>,
  said: { causeIds: string[]; words: string; personId: string },
): Promise<void> {
  const of = { thing, thingId, groupId, words: said.words, checkedById: said.personId }
  if (said.causeIds.length === 0) return
  await tx
    .insert(checks)
    .values(said.causeIds.map((causeId) => ({ ...of, causeId })))
    .onConflictDoNothing()
}
