import { and, eq, gt, not, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { peopleIn } from '../../groups/people.ts'
import type { Ports } from '../../ports.ts'
import type { AgendaEntry } from '../agenda/entries.ts'
import { mayRunMeeting } from '../attendance/policy.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { meetingOpenings, meetings } from '../schema.ts'
import { isOverIn } from '../standing.ts'
import { numberedItems } from './beginning.ts'
import { type Decided, decidedOn } from './decided.ts'
import { type LinkEntry, linksIn } from './links.ts'
import { type MinutesFacts, minutesFacts } from './model.ts'
import { type MinutesNoteEntry, notesOn } from './noting.ts'
import type { MinutesObjectionEntry } from './objections.ts'
import {
  mayAnswerObjection,
  mayCirculate,
  mayDecideByLine,
  mayEnterRuling,
  mayHandOn,
  mayLiftLine,
  mayObject,
  mayPutRight,
  maySignNote,
} from './policy.ts'
import { linesOf } from './skeleton.ts'
import { minutesNow } from './writing.ts'

/** A line of the minutes with what it became. */
export interface LineEntry {
  text: string
  links: LinkEntry[]
}

export interface MinutesSection {
  item: AgendaEntry
  number: number
  lines: LineEntry[]
  /** Became something before somebody wrote the line anew. */
  changed: LinkEntry[]
  decided: Decided[]
  /** Whether the one who looks may make a decision of its lines. */
  mayDecide: boolean
}

export interface ObjectionAbilities {
  answer: boolean
  handOn: boolean
  rule: boolean
}

export interface MinutesPageFacts {
  minutes: MinutesFacts
  sections: MinutesSection[]
  notes: (MinutesNoteEntry & { maySign: boolean })[]
  /** A later meeting of the group that goes on right now. */
  inSession: MeetingEntry | null
  may: { lift: boolean; circulate: boolean; object: boolean; approve: boolean; putRight: boolean }
  mayAbout: Map<string, ObjectionAbilities>
}

/** The group sits together right now, later than in this meeting. */
export async function laterInSession(db: Database, { groupId, startsAt }: MeetingEntry): Promise<MeetingEntry | null> {
  const isOpen = sql`exists (select from ${meetingOpenings} where ${meetingOpenings.meetingId} = ${meetings.id})`
  const which = and(eq(meetings.groupId, groupId), gt(meetings.startsAt, startsAt), isOpen, not(isOverIn))
  const [found] = await meetingEntries(db, which, { limit: 1 })
  return found ?? null
}

async function sectionsOf(
  ports: Pick<Ports, 'db' | 'rooms'>,
  actor: Actor,
  meeting: MeetingEntry,
): Promise<MinutesSection[]> {
  const content = await minutesNow(ports, meeting.id)
  const lines = content ? linesOf(content) : []
  const items = await numberedItems(ports.db, meeting.id)
  const links = await linksIn(ports.db, [meeting.id])
  const decided = await decidedOn(
    ports.db,
    items.map(({ item }) => item.id),
  )
  return items.map(({ item, number }) => {
    const texts = [...new Set(lines.filter((line) => line.number === number).map(({ text }) => text))]
    const own = links.filter(({ itemId }) => itemId === item.id)
    return {
      ...{ item, number },
      lines: texts.map((text) => ({ text, links: own.filter(({ quote }) => quote === text) })),
      changed: own.filter(({ quote }) => !texts.includes(quote)),
      decided: decided.filter(({ itemId }) => itemId === item.id),
      mayDecide: mayDecideByLine(actor, meeting, item),
    }
  })
}

const abilities = (
  actor: Actor,
  meeting: MeetingEntry,
  minutes: MinutesFacts,
  inSession: MeetingEntry | null,
  objection: MinutesObjectionEntry,
): ObjectionAbilities => ({
  answer: mayAnswerObjection(actor, minutes, objection),
  handOn: mayHandOn(actor, meeting, objection),
  rule: mayEnterRuling(actor, inSession) && objection.state !== 'upheld' && objection.state !== 'turned_down',
})

/** Those who belong to the group today. */
export const memberIds = async (db: Database, groupId: string): Promise<Set<string>> =>
  new Set(
    (await peopleIn(db, groupId))
      .filter(({ membership }) => membership.standing === 'member')
      .map(({ person }) => person.id),
  )

/** Everything that the page of the minutes shows, in a bounded number of questions. */
export async function minutesPageFacts(
  ports: Pick<Ports, 'db' | 'rooms'>,
  actor: Actor,
  meeting: MeetingEntry,
): Promise<MinutesPageFacts> {
  const minutes = await minutesFacts(ports.db, meeting.id)
  const inSession = await laterInSession(ports.db, meeting)
  const putRight = mayPutRight(actor, minutes, await memberIds(ports.db, meeting.groupId))
  const notes = await notesOn(ports.db, meeting.id)
  return {
    ...{ minutes, inSession },
    sections: await sectionsOf(ports, actor, meeting),
    notes: notes.map((note) => ({ ...note, maySign: putRight && maySignNote(actor, note) })),
    may: {
      lift: mayLiftLine(actor),
      circulate: mayCirculate(actor, meeting),
      object: mayObject(actor, minutes),
      approve: inSession !== null && mayRunMeeting(actor, inSession),
      putRight: putRight && minutes.state === 'approved',
    },
    mayAbout: new Map(minutes.objections.map((one) => [one.id, abilities(actor, meeting, minutes, inSession, one)])),
  }
}
