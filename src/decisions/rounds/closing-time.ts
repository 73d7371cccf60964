import { sql } from 'drizzle-orm'
import { rounds } from './schema.ts'

/** Exclusive; the end of the last extension, if there is one. */
export const closesAt = sql<Date>`round_closes_at(${rounds.id})`.mapWith(rounds.closesAt)

/**
 * Whether the closing time is reached, for everybody who asks: by the clock of the database, at the moment at which
 * the transaction began. An answer or a departure that has come in before is in time, even if it had to wait for the
 * lock of the round (`DOMAIN.md 4.1 G4`).
 */
export const isOver = sql<boolean>`round_closes_at(${rounds.id}) <= now()`

/** Announced rounds take no answer before; most begin as soon as they are opened. */
export const hasBegun = sql<boolean>`coalesce(${rounds.startsAt} <= now(), true)`
