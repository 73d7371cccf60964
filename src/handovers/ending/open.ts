import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Destination, OpenKind } from '../schema.ts'

/** Where each kind of thing can go when its group ends; what needs a decision first has no way at all. */
export const ways: Record<OpenKind, readonly Destination[]> = {
  document: ['heir', 'kept'],
  task: ['heir', 'dropped'],
  proposal: ['heir', 'withdrawn'],
  referral_sent: ['withdrawn'],
  referral_received: ['noted'],
  wish: ['heir', 'dropped'],
  meeting: ['cancelled'],
  deadline: ['heir', 'dropped'],
}

/** Only the group itself can finish these: a report waits for its second person, a result to be established. */
export type Unfinished = 'record' | 'result'

/** One thing that is open in a group, and where it is to go, as far as that is said. */
export interface OpenItem {
  kind: OpenKind | Unfinished
  subjectId: string
  title: string
  destination: Destination | null
  reason: string
}

const isMovable = (kind: string): kind is OpenKind => Object.hasOwn(ways, kind)

export const isPlaced = ({ kind, destination }: OpenItem) => isMovable(kind) && destination !== null

type Row = Pick<OpenItem, 'kind' | 'title' | 'destination' | 'reason'> & { subject: string }

/**
 * Everything that is open in a group, by the same function by which the database refuses to end the group, and its texts,
 * which go somewhere too. One query, however much it is.
 */
export async function openIn(db: Database, groupId: string): Promise<OpenItem[]> {
  const rows = await db.execute<Row>(sql`
    with open as (
      select kind, subject_id from open_in_group(${groupId})
      union select 'document', id from documents where group_id = ${groupId} and not is_template
    )
    select open.kind, open.subject_id as subject, i.destination, coalesce(i.reason, '') as reason,
      coalesce(d.title, t.title, p.title, r.title, w.title, c.title, o.title, n.title,
        g.prefix || '-' || lpad(m.number::text, 2, '0'), '') as title
    from open join groups g on g.id = ${groupId}
      left join documents d on open.kind = 'document' and d.id = open.subject_id
      left join tasks t on open.kind = 'task' and t.id = open.subject_id
      left join proposals p on open.kind = 'proposal' and p.id = open.subject_id
      left join referrals r on open.kind like 'referral%' and r.id = open.subject_id
      left join agenda_wishes w on open.kind = 'wish' and w.id = open.subject_id
      left join calendar_deadlines c on open.kind = 'deadline' and c.id = open.subject_id
      left join records o on open.kind = 'record' and o.id = open.subject_id
      left join rounds n on open.kind = 'result' and n.id = open.subject_id
      left join meetings m on open.kind = 'meeting' and m.id = open.subject_id
      left join dissolutions s on s.group_id = ${groupId}
      left join dissolution_items i
        on i.dissolution_id = s.id and i.kind::text = open.kind and i.subject_id = open.subject_id
  `)
  const order = Object.keys(ways)
  return [...rows]
    .map(({ subject, ...item }) => ({ ...item, subjectId: subject }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.title.localeCompare(b.title, 'de'))
}
