import { type SQL, sql } from 'drizzle-orm'
import { afterAll, inject } from 'vitest'
import type { Database } from '#src/db/database.ts'
import { type Verdict, verify } from '#src/decisions/chain/verifying.ts'
import { findActor } from '#src/groups/membership.ts'
import { openDatabase, type Place } from '#src/runtime/postgres/database.ts'
import { freshDatabase } from '../../support/databases.ts'
import type { World } from '../../support/world.ts'
import { type Deciding, deciding } from '../setting.ts'

export interface Ground {
  w: World
  place: Place
  db: Database
  en: Deciding
  gl: Deciding
}

/** The sample people on a database of their own, without the pages around it. */
export async function ground(): Promise<Ground> {
  const place = await freshDatabase()
  const { db, end } = openDatabase(place, 10)
  afterAll(end)
  const { people, groups } = inject('base')
  const ports = { db, bus: { publish: async () => undefined } }
  const actor: World['actor'] = async (person, group) => {
    const found = await findActor(db, people[person], groups[group].slug)
    if (!found) throw new Error(`${person} does not belong to ${group}`)
    return found
  }
  const w = { db, ports, people, groups, actor } as unknown as World
  return { w, place, db, en: deciding(w), gl: deciding(w, 'gl') }
}

class Undone extends Error {}

/** Asks after somebody with every right has changed rows behind the register's back; all is as before afterwards. */
export async function untilUndone<T>(db: Database, ask: (tx: Database) => Promise<T>, ...changes: SQL[]): Promise<T> {
  const asked: T[] = []
  const attempt = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const change of changes) await tx.execute(change)
    asked.push(await ask(tx))
    throw new Undone()
  })
  await attempt.catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  const [answer] = asked
  if (answer === undefined) throw new Error('Nothing was asked')
  return answer
}

export const tampered = (db: Database, ...changes: SQL[]): Promise<Verdict> => untilUndone(db, verify, ...changes)
