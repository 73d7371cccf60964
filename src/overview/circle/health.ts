import type { Database } from '../../db/database.ts'
import { type GroupLinks, linksOf } from '../../groups/links.ts'
import type { Group, Mandate } from '../../groups/schema.ts'
import { groupsWithoutReport, type MissingReport } from '../../reports/model.ts'
import { addDays } from '../../web/days.ts'
import type { Glance } from './glances.ts'

/** So long before, it is time to talk about the next mandate: the circle meets about once a month. */
export const mandateAhead = 90

/** A mandate that ends soon or has ended, or a group that has none. */
export interface MandateCase {
  group: Group
  until: string | null
  state: 'ends' | 'over' | 'none'
}

const stateOf = (mandate: Mandate | null, today: string): MandateCase['state'] | null => {
  if (!mandate) return 'none'
  if (mandate.validUntil === null || mandate.validUntil > addDays(today, mandateAhead)) return null
  return mandate.validUntil < today ? 'over' : 'ends'
}

/** Without any mandate first, then by the day on which they end. */
export function mandateCases(glances: readonly Pick<Glance, 'group' | 'mandate'>[], today: string): MandateCase[] {
  return glances
    .flatMap(({ group, mandate }): MandateCase[] => {
      const state = stateOf(mandate, today)
      return state ? [{ group, until: mandate?.validUntil ?? null, state }] : []
    })
    .sort((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
}

/** Groups that are not linked with the circle by two people who both sit there. */
export const looseLinks = (links: readonly GroupLinks[]): GroupLinks[] =>
  links.filter(({ state }) => state !== 'double')

export interface Health {
  mandates: MandateCase[]
  links: GroupLinks[]
  reports: MissingReport[]
}

export async function healthOf(db: Database, glances: readonly Glance[], now: Date, today: string): Promise<Health> {
  const [links, reports] = await Promise.all([linksOf(db, now), groupsWithoutReport(db, today)])
  return { mandates: mandateCases(glances, today), links, reports }
}
