import type { Database } from './database.ts'

/**
 * A statement that is asked for very often: its text is put together once for each connection to the database, and
 * planned there once. Building it anew costs as much as running it.
 */
export function prepared<T extends object>(prepare: (db: Database) => T): (db: Database) => T {
  const known = new WeakMap<Database, T>()
  return (db) => {
    const statement = known.get(db) ?? prepare(db)
    known.set(db, statement)
    return statement
  }
}
