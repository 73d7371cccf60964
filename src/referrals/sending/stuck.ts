import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { type ObjectionEntry, objectionsTo } from '../../decisions/objections/entries.ts'
import { findRound } from '../../decisions/rounds/entries.ts'
import { isWithoutResult } from '../../decisions/rounds/policy.ts'

/** What the circle is asked to help with, as a beginning for the words of whoever sends it. */
export interface Stuck {
  title: string
  reason: string
}

/** Neither ended by its owner nor lapsed. */
const isStanding = ({ state }: ObjectionEntry) => ['raised', 'in_work', 'unresolved'].includes(state)

/** As much as a reason may say. */
const longest = 2000

const shortened = (words: string) => (words.length > longest ? `${words.slice(0, longest - 2)} …` : words)

/**
 * A round of the group that has decided nothing, with the objections that are still open (`DOMAIN.md 3.3`). Who has
 * them is for the group alone, and what is sent is read in the circle.
 */
export async function stuckOn(db: Database, groupId: string, roundId: string | undefined): Promise<Stuck | null> {
  const { data: id } = z.uuid().safeParse(roundId)
  const entry = id ? await findRound(db, groupId, id) : null
  if (!entry || !isWithoutResult(entry)) return null
  const { title, wording, proposalId } = entry.round
  const open = (await objectionsTo(db, proposalId)).filter((one) => one.roundId === id && isStanding(one))
  const said = open.map(({ reason }) => reason)
  return { title, reason: shortened([wording, ...said].join('\n\n')) }
}
