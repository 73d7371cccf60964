import { and, desc, eq, gte, inArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import type { Group } from '../../groups/schema.ts'
import { isUnanswered, isWithTheGroupAgain, type ReferralEntry, someReferrals } from '../../referrals/entries.ts'
import { type PlannedFor, withPlanned } from '../../referrals/planned.ts'
import { answers, referrals } from '../../referrals/schema.ts'
import { dayOf } from '../../web/days.ts'

/** Draft, version, decision, the other group, its answer: the five stations of every matter. */
export type Stop = 1 | 2 | 3 | 4 | 5

/** Where a matter has been, where it is, and since when: what is drawn and what the table says. */
export interface MatterWay {
  matter: ReferralEntry
  at: Stop
  /** Stations that it passed; a question has neither a version nor a decision. */
  passed: Stop[]
  /** How often it was given back to its group. */
  loops: number
  /** Since when it is where it is. */
  since: Date
  /** The day on which an answer was needed has passed. */
  isOverdue: boolean
}

function atOf({ answer }: ReferralEntry, isBack: boolean): Stop {
  if (!answer) return 4
  return isBack ? 1 : 5
}

const behind = ({ snapshot, decision }: ReferralEntry): Stop[] => [
  1,
  ...(snapshot ? [2 as const] : []),
  ...(decision ? [3 as const] : []),
  4,
]

/** `loops`: how often what was sent in this matter came back, this time included. */
export function wayOf(matter: ReferralEntry, loops: number, now: Date): MatterWay {
  const { answer, createdAt, answerBy } = matter
  const at = atOf(matter, answer?.kind === 'returned')
  const passed = behind(matter).filter((stop) => at === 5 || at === 1 || stop < at)
  const isOverdue = !answer && answerBy !== null && answerBy < dayOf(now)
  return { matter, at, passed, loops, since: answer?.createdAt ?? createdAt, isOverdue }
}

const sent = alias(referrals, 'sent')

/** How often each of these matters came back: everything that was sent before in the same matter counts. */
async function loopsOf(db: Database, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.execute<{ root: string; loops: number }>(sql`
    with recursive back as (
      select ${sent.id}, ${sent.followsId}, ${sent.id} as root from ${referrals} sent where ${inArray(sent.id, ids)}
      union all
      select earlier.id, earlier.follows_id, back.root
      from ${referrals} earlier join back on back.follows_id = earlier.id
    )
    select back.root, count(*)::int as loops
    from back join ${answers} a on a.referral_id = back.id and a.kind = 'returned'
    group by back.root`)
  return new Map([...rows].map(({ root, loops }) => [root, loops]))
}

/** So long after its answer a matter is still drawn. */
const remembered = 60 * 86_400_000

const most = 60

/** Everything under way between a group and the others, the longest at its station on top; then what was answered lately. */
export async function waysOf(
  db: Database,
  { id }: Pick<Group, 'id'>,
  { now, plannedFor }: { now: Date; plannedFor: PlannedFor },
): Promise<MatterWay[]> {
  const mine = or(eq(referrals.fromId, id), eq(referrals.toId, id))
  const isOpen = or(isUnanswered, isWithTheGroupAgain(db))
  const lately = and(
    gte(answers.createdAt, new Date(now.getTime() - remembered)),
    sql`${answers.kind}::text not in ('returned', 'withdrawn', 'superseded')`,
  )
  const order = [sql`${answers.referralId} is not null`, desc(referrals.createdAt)]
  const found = await someReferrals(db, and(mine, or(isOpen, lately)), { order, limit: most })
  const [loops, matters] = await Promise.all([
    loopsOf(
      db,
      found.map((entry) => entry.id),
    ),
    withPlanned(db, plannedFor, found),
  ])
  const ways = matters.map((matter) => wayOf(matter, loops.get(matter.id) ?? 0, now))
  const isDone = ({ at }: MatterWay) => Number(at === 5)
  return ways.sort((a, b) => isDone(a) - isDone(b) || a.since.getTime() - b.since.getTime())
}
