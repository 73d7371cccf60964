import { eq, inArray, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { groups } from '../../groups/schema.ts'
import { agendaItems } from '../agenda/schema.ts'
import { minutesLinks } from './schema.ts'

/** A decision that was taken on an item of an agenda. */
export interface Decided {
  itemId: string
  decisionId: string
  cited: string
  /** Where it came from a line and not from a round. */
  recordId: string | null
}

const found = {
  itemId: agendaItems.id,
  decisionId: decisions.id,
  recordId: decisions.recordId,
  year: decisions.year,
  number: decisions.number,
}

type Row = { itemId: string; decisionId: string; recordId: string | null; year: number; number: number; prefix: string }

const cited = ({ year, number, prefix, ...one }: Row): Decided => ({ ...one, cited: citation(prefix, year, number) })

/** By a line of the minutes, or by a round on what stood on the agenda. */
async function decidedWhere(db: Database, which: SQL | undefined): Promise<Decided[]> {
  const byLine = await db
    .select({ ...found, prefix: groups.prefix })
    .from(minutesLinks)
    .innerJoin(decisions, eq(decisions.recordId, minutesLinks.recordId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(agendaItems, eq(agendaItems.id, minutesLinks.itemId))
    .where(which)
  const byRound = await db
    .select({ ...found, prefix: groups.prefix })
    .from(agendaItems)
    .innerJoin(rounds, eq(rounds.proposalId, agendaItems.proposalId))
    .innerJoin(decisions, eq(decisions.roundId, rounds.id))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(which)
  return [...byLine, ...byRound].map(cited)
}

/** What was decided on these items. */
export const decidedOn = async (db: Database, itemIds: string[]): Promise<Decided[]> =>
  itemIds.length > 0 ? decidedWhere(db, inArray(agendaItems.id, itemIds)) : []

/** On which items these decisions were taken. */
export const itemsBehind = async (db: Database, decisionIds: string[]): Promise<Decided[]> =>
  decisionIds.length > 0 ? decidedWhere(db, inArray(decisions.id, decisionIds)) : []
