import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { nameOf } from './asking.ts'
import type { PollEntry } from './model.ts'
import { meetingPolls, type PollChoice, pollClosings, pollReplies } from './schema.ts'

const isClosed = async (tx: Database, pollId: string): Promise<boolean> =>
  (await tx.$count(pollClosings, eq(pollClosings.pollId, pollId))) > 0

/**
 * What somebody can make, for every date at once; said again it takes the place of what was said before. False when the
 * poll was closed meanwhile: replying and closing take turns on its row.
 */
export async function reply(
  tx: Database,
  record: RecordEvent,
  { person }: Pick<Actor, 'person'>,
  poll: PollEntry,
  choices: Map<string, PollChoice>,
): Promise<boolean> {
  const { id: pollId, groupId } = poll
  await tx.select({ id: meetingPolls.id }).from(meetingPolls).where(eq(meetingPolls.id, pollId)).for('key share')
  if (await isClosed(tx, pollId)) return false
  // In one order for everybody, so that two tabs of one person do not wait for each other.
  const rows = [...choices].sort().map(([dateId, choice]) => ({ dateId, pollId, personId: person.id, choice }))
  await tx
    .insert(pollReplies)
    .values(rows)
    .onConflictDoUpdate({
      target: [pollReplies.dateId, pollReplies.personId],
      set: { choice: sql`excluded.choice`, repliedAt: sql`now()` },
    })
  const title = nameOf(
    poll,
    poll.dates.map(({ startsAt }) => startsAt),
  )
  // Shown at once where the poll is open, and nothing that has to be told beside it.
  const facts = { title, consequence: 'poll' }
  await record({ kind: 'poll.replied', groupId, actorId: person.id, subjectId: pollId, facts })
  return true
}
