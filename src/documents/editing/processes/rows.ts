import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { documentUpdates } from '../../schema.ts'
import type { LoggedRow } from '../log.ts'
import type { Lookup } from './abreast.ts'

export interface FoundRow extends LoggedRow {
  documentId: string
}

/** How often the log of a text was merged, and how many rows it has now. */
export interface Standing {
  documentId: string
  generation: number
  rows: number
}

const { seq, documentId, personId, bytes } = documentUpdates

const uuids = (ids: string[]) => sql`${`{${ids.join()}}`}::uuid[]`

/** Always the same statement, however many rows, so that each connection plans it once. */
const prepareRows = (db: Database) =>
  db
    .select({ seq, documentId, personId, bytes })
    .from(documentUpdates)
    .where(sql`${seq} = any(${sql.placeholder('seqs')}::bigint[])`)
    .orderBy(seq)
    .prepare('rows_of_others')

/** One instant for both numbers, so that they can be held against what is open. */
async function standing(db: Database, documentIds: string[]): Promise<Standing[]> {
  const found = await db.execute<{ id: string; generation: number; rows: number }>(sql`
    select d.id, coalesce(s.generation, 0)::int as generation,
      (select count(*)::int from document_updates u where u.document_id = d.id) as rows
    from unnest(${uuids(documentIds)}) d(id) left join document_states s on s.document_id = d.id`)
  return [...found].map(({ id, generation, rows }) => ({ documentId: id, generation, rows }))
}

async function seqsOf(db: Database, documentIds: string[]): Promise<Map<string, number[]>> {
  const found = await db
    .select({ seq, documentId })
    .from(documentUpdates)
    .where(sql`${documentId} = any(${uuids(documentIds)})`)
  const seqs = Map.groupBy(found, (row) => row.documentId)
  return new Map([...seqs].map(([id, rows]) => [id, rows.map((row) => row.seq)]))
}

export function lookupIn(db: Database): Lookup {
  const rows = prepareRows(db)
  return {
    rows: (seqs) => rows.execute({ seqs: `{${seqs.join()}}` }),
    seqsOf: (documentIds) => seqsOf(db, documentIds),
    standing: (documentIds) => standing(db, documentIds),
  }
}
