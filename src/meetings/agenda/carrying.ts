import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { deferReferral } from '../../referrals/answers/deferring.ts'
import type { MeetingEntry } from '../model.ts'
import { settledOf } from './carried.ts'
import { type AgendaEntry, agendaOf, isOpenItem } from './entries.ts'
import { itemEndings } from './schema.ts'

/** Stands on every agenda anew, so that there is nothing to carry over. */
const renewed: AgendaEntry['source'][] = ['opening', 'tasks', 'miscellaneous', 'next_date']

/** No item is left without an ending: what was neither finished nor settled is carried over. Tells what was. */
export async function carryOver(tx: Database, actor: Actor, meeting: MeetingEntry): Promise<AgendaEntry[]> {
  const open = (await agendaOf(tx, meeting.id)).filter(isOpenItem)
  const settled = await settledOf(tx, meeting.id)
  const goesOn = ({ id, source }: AgendaEntry) => !renewed.includes(source) && !settled.has(id)
  const endings = open.map((item) => ({
    itemId: item.id,
    kind: goesOn(item) ? ('carried_over' as const) : ('done' as const),
    endedById: actor.person.id,
  }))
  if (endings.length > 0) await tx.insert(itemEndings).values(endings)
  return open.filter(goesOn)
}

/** What a group has sent and the meeting did not get to is put off, and the group hears why. */
export async function putOffReferrals(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  carried: AgendaEntry[],
  reason: string,
): Promise<void> {
  for (const { referral } of carried) if (referral) await deferReferral(tx, record, actor, referral, { reason })
}
