import { and, gte, lt, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { endOfDay } from '../../web/days.ts'

/** A year as people here understand it, from its first moment to the first one after it. */
export interface Period {
  from: Date
  until: Date
}

export const yearAsPeriod = (year: number): Period => ({
  from: endOfDay(`${year - 1}-12-31`),
  until: endOfDay(`${year}-12-31`),
})

export const within = (column: AnyPgColumn, { from, until }: Period): SQL | undefined =>
  and(gte(column, from), lt(column, until))
