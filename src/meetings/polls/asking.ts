import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Actor } from '../../groups/actor.ts'
import { dayOf } from '../../web/days.ts'
import { type MeetingPoll, meetingPolls, pollDates } from './schema.ts'

/** As in "13.10.–20.10.": what a search is called that says nothing else. */
const spanOf = (dates: Date[]): string =>
  [dates[0], dates.at(-1)].map((at) => (at ? dayOf(at).split('-').slice(1).reverse().join('.') : '')).join('.–')

export const nameOf = ({ note }: Pick<MeetingPoll, 'note'>, dates: Date[]): string => note || `${spanOf(dates)}.`

export type PollDraft = Pick<MeetingPoll, 'minutes' | 'form' | 'place' | 'note' | 'answerBy'> & { dates: Date[] }

/** Asks the group when it can meet. */
export async function openPoll(
  tx: Database,
  record: RecordEvent,
  { group, person }: Pick<Actor, 'group' | 'person'>,
  { dates, ...draft }: PollDraft,
): Promise<MeetingPoll> {
  const row = { ...draft, groupId: group.id, openedById: person.id }
  const poll = only(await tx.insert(meetingPolls).values(row).returning())
  await tx.insert(pollDates).values(dates.map((startsAt) => ({ pollId: poll.id, startsAt })))
  await record({
    kind: 'poll.opened',
    groupId: group.id,
    actorId: person.id,
    subjectId: poll.id,
    facts: { title: nameOf(poll, dates) },
  })
  return poll
}
