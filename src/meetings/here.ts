import type { GroupEnv } from '../groups/in-group.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { type AgendaEntry, findItem } from './agenda/entries.ts'
import { findMeeting, type MeetingEntry } from './model.ts'
import { mayReadMeetings } from './policy.ts'

export type MeetingHere = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

export const oneMeeting = `/meetings/:id{${uuid}}` as const

export const oneItem = `${oneMeeting}/items/:item{${uuid}}` as const

/** A meeting of this very group, for its members; those of others are not there. */
export async function meetingHere({ actor, ports }: MeetingHere, id: string): Promise<MeetingEntry> {
  const meeting = found(await findMeeting(ports.db, actor.group.id, id))
  authorize(mayReadMeetings(actor))
  return meeting
}

/** One item of its agenda. */
export async function itemHere(
  here: MeetingHere,
  id: string,
  itemId: string,
): Promise<{ meeting: MeetingEntry; item: AgendaEntry }> {
  const meeting = await meetingHere(here, id)
  return { meeting, item: found(await findItem(here.ports.db, meeting, itemId)) }
}
