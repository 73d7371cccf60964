import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { reportDecision } from '../../decisions/records/reporting.ts'
import { records } from '../../decisions/records/schema.ts'
import { sentenceIn } from '../../decisions/register/summary.ts'
import type { Actor } from '../../groups/actor.ts'
import { reportAnswer } from '../../referrals/answers/taking-up.ts'
import { addTask } from '../../tasks/adding.ts'
import { dayOf } from '../../web/days.ts'
import { type AgendaItem, agendaItems } from '../agenda/schema.ts'
import { isUnasked, lacksQuorum } from '../attendance/items.ts'
import type { MeetingEntry } from '../model.ts'
import { type MinutesLink, minutesLinks } from './schema.ts'

/** A line below the heading of an item, by whoever makes something of it. */
export interface Lifted {
  meeting: MeetingEntry
  item: AgendaItem
  quote: string
  actor: Actor
}

/** Of two who click at once the second waits here and finds what the first has made. */
async function earlier(tx: Database, { item, quote }: Lifted, kind: MinutesLink['kind']): Promise<MinutesLink | null> {
  await tx.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.id, item.id)).for('no key update')
  const sameLine = and(eq(minutesLinks.itemId, item.id), eq(minutesLinks.kind, kind), eq(minutesLinks.quote, quote))
  const [found] = await tx
    .select({ link: minutesLinks, discardedAt: records.discardedAt })
    .from(minutesLinks)
    .leftJoin(records, eq(records.id, minutesLinks.recordId))
    .where(sameLine)
  if (found?.discardedAt) {
    await tx.delete(minutesLinks).where(eq(minutesLinks.id, found.link.id))
    return null
  }
  return found?.link ?? null
}

const keep = async (
  tx: Database,
  { meeting, item, quote, actor }: Lifted,
  target: Pick<MinutesLink, 'kind'> & Partial<Pick<MinutesLink, 'recordId' | 'taskId'>>,
): Promise<MinutesLink> =>
  only(
    await tx
      .insert(minutesLinks)
      .values({ meetingId: meeting.id, itemId: item.id, quote, madeById: actor.person.id, ...target })
      .returning(),
  )

const cut = (words: string, longest = 200) =>
  words.length <= longest ? words : `${words.slice(0, longest - 2).replace(/\s+\S*$/, '')} …`

/** What nobody has to type: where and how it was decided, and who was there. */
export interface Circumstances {
  place: string
  manner: string
  present: string
  /** What stands with a proposal that makes way for a decision of the meeting. */
  why: string
}

/** What became of a line. */
export type Became = { link: MinutesLink } | { problem: 'not_asked' | 'not_quorate' | 'answered' | 'being_decided' }

/**
 * The line is the wording; a second person confirms it, and where the item is about a referral it will be the answer. Once:
 * whoever comes second gets what the first has made.
 */
export async function becomeDecision(
  tx: Database,
  record: RecordEvent,
  lifted: Lifted,
  { why, ...circumstances }: Circumstances,
): Promise<Became> {
  const { meeting, item, quote, actor } = lifted
  const first = await earlier(tx, lifted, 'decision')
  if (first) return { link: first }
  if (await isUnasked(tx, item.id)) return { problem: 'not_asked' }
  if (await lacksQuorum(tx, meeting, item.id)) return { problem: 'not_quorate' }
  const said = { wording: quote, summary: sentenceIn(quote) ?? cut(quote, 300), ...circumstances }
  const draft = { ...said, decidedOn: dayOf(meeting.openedAt ?? meeting.startsAt) }
  if (item.referralId) {
    const reported = await reportAnswer(tx, record, actor, { id: item.referralId }, { ...draft, why })
    if (typeof reported === 'string') return { problem: reported }
    return { link: await keep(tx, lifted, { kind: 'decision', recordId: reported.recordId }) }
  }
  const report = await reportDecision(tx, record, { ...draft, groupId: meeting.groupId, reportedById: actor.person.id })
  return { link: await keep(tx, lifted, { kind: 'decision', recordId: report.id }) }
}

/** The line is the title; it may be nobody's yet. Once, like a decision. */
export async function becomeTask(
  tx: Database,
  record: RecordEvent,
  lifted: Lifted,
  { label, personIds }: { label: string; personIds: string[] },
): Promise<MinutesLink> {
  const first = await earlier(tx, lifted, 'task')
  if (first) return first
  const { meeting, quote, actor } = lifted
  const of = {
    groupId: meeting.groupId,
    actorId: actor.person.id,
    title: cut(quote),
    details: cut(quote) === quote ? '' : quote,
    personIds,
  }
  const origin = { kind: 'meeting' as const, id: meeting.id, label }
  const task = await addTask(tx, record, { ...of, origin })
  return keep(tx, lifted, { kind: 'task', taskId: task.id })
}
