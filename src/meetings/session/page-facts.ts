import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { peopleIn } from '../../groups/people.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { type AgendaEntry, agendaOf } from '../agenda/entries.ts'
import { type Conflict, conflictsIn } from '../attendance/conflicts.ts'
import { isCirculated } from '../attendance/correcting.ts'
import { electorateOf } from '../attendance/electorate.ts'
import { type ItemTime, quorumsIn, timesIn } from '../attendance/items.ts'
import { mayRunMeeting } from '../attendance/policy.ts'
import { attendanceOf, type Presence, presentAt } from '../attendance/presence.ts'
import { type ItemQuorum, quorumOf } from '../attendance/quorum.ts'
import { minutesOf, numberedItems } from '../minutes/beginning.ts'
import { type LinkEntry, linksIn } from '../minutes/links.ts'
import type { MeetingEntry } from '../model.ts'

/** An item as it is dealt with in the meeting. */
export interface SessionItem {
  item: AgendaEntry
  /** In the minutes; before the meeting begins, its place on the agenda. */
  number: number | null
  time: ItemTime | null
  isRunning: boolean
  /** As it was when the item was closed, or is now for the one that is being talked about. */
  quorum: ItemQuorum | null
  isAsked: boolean
  conflicts: Conflict[]
  links: LinkEntry[]
}

export interface SessionFacts {
  attendance: Presence[]
  members: { id: string; name: string }[]
  items: SessionItem[]
  /** Of those who are there now. */
  quorum: ItemQuorum
  hasQuorum: boolean
  categories: string[]
  documentId: string | null
  may: { run: boolean; correct: boolean }
}

const membersIn = async (db: Database, groupId: string) =>
  (await peopleIn(db, groupId))
    .filter(({ membership }) => membership.standing === 'member')
    .map(({ person }) => ({ id: person.id, name: person.name }))

/** Everything that is looked at while a group sits together, in a bounded number of questions to the database. */
export async function sessionFacts(db: Database, actor: Actor, meeting: MeetingEntry): Promise<SessionFacts> {
  const agenda = (await agendaOf(db, meeting.id)).filter(({ ending }) => ending?.kind !== 'removed')
  const ids = agenda.map(({ id }) => id)
  const attendance = await attendanceOf(db, meeting.id)
  const { rules } = await currentRules(db, meeting.groupId)
  const electorate = await electorateOf(db, meeting.groupId, rules)
  const numbers = new Map((await numberedItems(db, meeting.id)).map(({ item, number }) => [item.id, number]))
  const times = await timesIn(db, ids)
  const kept = await quorumsIn(db, ids)
  const { asked, declared } = await conflictsIn(db, ids)
  const links = await linksIn(db, [meeting.id])
  const present = presentAt(attendance, null)
  const run = mayRunMeeting(actor, meeting)
  const nowWithout = (conflicts: Conflict[]) =>
    quorumOf(rules, electorate, { present, recused: new Set(conflicts.map(({ personId }) => personId)) })
  const items = agenda.map((item): SessionItem => {
    const time = times.get(item.id) ?? null
    const conflicts = declared.filter(({ itemId }) => itemId === item.id)
    const isRunning = time !== null && time.endedAt === null && item.ending === null
    return {
      ...{ item, time, conflicts, isRunning, number: numbers.get(item.id) ?? item.top },
      quorum: kept.get(item.id) ?? (isRunning ? nowWithout(conflicts) : null),
      isAsked: asked.has(item.id),
      links: links.filter(({ itemId }) => itemId === item.id),
    }
  })
  return {
    ...{ attendance, items, categories: rules.conflictCategories },
    members: await membersIn(db, meeting.groupId),
    quorum: nowWithout([]),
    hasQuorum: rules.quorum.kind !== 'none',
    documentId: (await minutesOf(db, meeting.id))?.documentId ?? null,
    may: { run, correct: run && meeting.openedAt !== null && !(await isCirculated(db, meeting.id)) },
  }
}
