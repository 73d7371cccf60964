import { type AnyPgColumn, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

export const id = () => uuid().primaryKey().defaultRandom()

export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

export const createdAt = () => instant().notNull().defaultNow()

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** Another row's key, by reference. */
export const to = (column: () => AnyPgColumn) => uuid().references(column)

export const always = (column: () => AnyPgColumn) => to(column).notNull()
