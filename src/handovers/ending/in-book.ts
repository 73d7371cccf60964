import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import type { BookPlaced, DissolvedIn } from '../../decisions/book/dissolved.ts'
import { type Period, within } from '../../decisions/book/period.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { groups } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type DissolutionItem, dissolutionCompletions, dissolutionItems, dissolutions } from '../schema.ts'

const heirs = alias(groups, 'heirs')
const deciding = alias(groups, 'deciding')

const endedIn = (db: Database, period: Period, groupId: string | undefined) =>
  db
    .select({
      plan: dissolutions,
      group: groups,
      heir: heirs,
      decision: decisions,
      prefix: deciding.prefix,
      at: dissolutionCompletions.createdAt,
    })
    .from(dissolutionCompletions)
    .innerJoin(dissolutions, eq(dissolutions.id, dissolutionCompletions.dissolutionId))
    .innerJoin(groups, eq(groups.id, dissolutions.groupId))
    .innerJoin(heirs, eq(heirs.id, dissolutions.heirId))
    .innerJoin(decisions, eq(decisions.id, dissolutionCompletions.decisionId))
    .innerJoin(deciding, eq(deciding.id, decisions.groupId))
    .where(
      and(
        within(dissolutionCompletions.createdAt, period),
        groupId === undefined ? undefined : or(eq(groups.id, groupId), eq(heirs.id, groupId)),
      ),
    )
    .orderBy(asc(dissolutionCompletions.createdAt))

const itemsOf = (db: Database, ids: string[]) =>
  db
    .select()
    .from(dissolutionItems)
    .where(inArray(dissolutionItems.dissolutionId, ids))
    .orderBy(asc(dissolutionItems.kind), asc(dissolutionItems.destination), asc(dissolutionItems.title))

const placed = (items: DissolutionItem[], isKnown: boolean): BookPlaced[] =>
  [...Map.groupBy(items, ({ kind, destination }) => `${kind} ${destination}`).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { kind, destination } = first
    return [{ kind, destination, count: some.length, titles: isKnown ? some.map(({ title }) => title) : null }]
  })

/** Groups that ended in a year, for its annual book; what was open by its title only for who belongs there or to the heir. */
export const dissolvedIn: DissolvedIn = async (db, period, { mayKnow, groupId }) => {
  const rows = await endedIn(db, period, groupId)
  const items = await itemsOf(
    db,
    rows.map(({ plan }) => plan.id),
  )
  const of = Map.groupBy(items, ({ dissolutionId }) => dissolutionId)
  return rows.map(({ plan, group, heir, decision, prefix, at }) => ({
    ...{ group: group.name, heir: heir.name, on: dayOf(at) },
    decision: citation(prefix, decision.year, decision.number),
    placed: placed(of.get(plan.id) ?? [], mayKnow(group.id) || mayKnow(heir.id)),
  }))
}
