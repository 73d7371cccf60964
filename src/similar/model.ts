import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { citation } from '../decisions/register/citation.ts'
import { decisions } from '../decisions/register/schema.ts'
import { groups } from '../groups/schema.ts'

/** Something that is called alike, and that this reader may open. */
export interface Alike {
  kind: 'document' | 'task' | 'proposal' | 'decision'
  id: string
  title: string
  group: { slug: string; name: string }
  /** Of a decision, as in EN-2026-004. */
  cited: string | null
}

export interface Similar {
  open: Alike[]
  /** Groups that are closed to this reader and at something alike: their names and nothing else. */
  closed: string[]
}

const shown = 6
const groupsShown = 5

/** Shorter beginnings are like everything. */
export const shortest = 4

type Row = Record<string, unknown> & {
  kind: Alike['kind'] | 'closed'
  id: string | null
  title: string | null
  slug: string | null
  name: string
  prefix: string | null
  year: number | null
  number: number | null
}

const alikeIn = ({ kind, id, title, slug, name, prefix, year, number }: Row): Alike[] =>
  kind === 'closed' || id === null || title === null || slug === null
    ? []
    : [
        {
          kind,
          id,
          title,
          group: { slug, name },
          cited: prefix && year && number ? citation(prefix, year, number) : null,
        },
      ]

const idsOf = (ids: string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`

/**
 * What is called like this. Of groups that are closed to the reader the database hands out nothing but the name, one line
 * however much there is: what never leaves it can appear nowhere (`DOMAIN.md 5.5`).
 */
export async function similarTo(db: Database, typed: string, openGroups: string[]): Promise<Similar> {
  if (typed.trim().length < shortest) return { open: [], closed: [] }
  const open = idsOf(openGroups)
  const rows = await db.execute<Row>(sql`
    with found as materialized (select * from similar_work(${typed}))
    (select found.kind, found.id, found.title, ${groups.slug} as slug, ${groups.name} as name,
        ${groups.prefix} as prefix, ${decisions.year} as year, ${decisions.number} as number
      from found join ${groups} on ${groups.id} = found.group_id
      left join ${decisions} on found.kind = 'decision' and ${decisions.id} = found.id
      where found.kind = 'decision' or found.group_id = any(${open})
      order by found.likeness desc, found.title, found.id limit ${shown})
    union all
    (select distinct 'closed', null::uuid, null, null, ${groups.name}, null, null::int, null::int
      from found join ${groups} on ${groups.id} = found.group_id
      where found.kind <> 'decision' and found.group_id <> all(${open}) and ${groups.state} <> 'dissolved'
      order by ${groups.name} limit ${groupsShown})
  `)
  return {
    open: [...rows].flatMap(alikeIn),
    closed: [...rows].filter(({ kind }) => kind === 'closed').map(({ name }) => name),
  }
}
