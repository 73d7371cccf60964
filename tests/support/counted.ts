import type { Database } from '#src/db/database.ts'

/** How many questions an act puts to the database. */
export function counted(db: Database): (act: () => Promise<unknown>) => Promise<number> {
  const client = (db as unknown as { $client: { unsafe(...given: unknown[]): unknown } }).$client
  const unsafe = client.unsafe.bind(client)
  let asked = 0
  client.unsafe = (...given) => {
    asked += 1
    return unsafe(...given)
  }
  return async (act) => {
    asked = 0
    await act()
    return asked
  }
}
