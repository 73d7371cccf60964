import { and, eq, isNull } from 'drizzle-orm'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf, textOfBlock } from '#src/documents/content/plain-text.ts'
import { updateTowards } from '#src/documents/content/towards.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { memberships } from '#src/groups/schema.ts'
import { type AgendaEntry, agendaOf } from '#src/meetings/agenda/entries.ts'
import { minutesFacts } from '#src/meetings/minutes/model.ts'
import { minutesCirculations } from '#src/meetings/minutes/schema.ts'
import { numberIn } from '#src/meetings/minutes/skeleton.ts'
import { findMeeting, type MeetingEntry } from '#src/meetings/model.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import type { GroupKey, World } from '../support/world.ts'
import { meeting as planning } from './planning-setting.ts'

const there = <T>(thing: T | null | undefined): T => {
  if (thing == null) throw new Error('It is not there')
  return thing
}

export const day = 86_400_000

/** What people of a group do in a meeting and with its minutes, by the pages that they click on. */
export const sitting = (w: World, key: GroupKey = 'kk') => {
  const group = w.groups[key]
  const browsers = new Map<PersonKey, Browse>()
  const as = async (person: PersonKey) => {
    const known = browsers.get(person) ?? (await w.as(person))
    browsers.set(person, known)
    return known
  }
  const documentId = async (of: MeetingEntry) => there((await minutesFacts(w.db, of.id)).documentId)
  return {
    group,
    documentId,
    post: async (person: PersonKey, path: string, form: Record<string, string | string[]> = {}) =>
      (await as(person))(path, { form }),
    get: async (person: PersonKey, path: string) => {
      const response = await (await as(person))(path)
      return { status: response.status, html: await response.text() }
    },
    /** Planned with these two, on a day that lies so many days ahead or behind. */
    plan: async (days: number, facilitator: PersonKey, minuteTaker: PersonKey): Promise<MeetingEntry> => {
      const planned = await planning(w, key).plan(Math.max(days, 1))
      const named = { facilitatorId: w.people[facilitator].id, minuteTakerId: w.people[minuteTaker].id }
      const startsAt = new Date(Date.now() + days * day)
      const moved = { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) }
      await w.db
        .update(meetings)
        .set({ ...named, ...moved })
        .where(eq(meetings.id, planned.id))
      return there(await findMeeting(w.db, group.id, planned.id))
    },
    add: planning(w, key).add,
    /** All members sit there, so that the group can decide. */
    everybodyComes: async (of: MeetingEntry, by: PersonKey = 'ayla') => {
      const here = and(eq(memberships.groupId, group.id), isNull(memberships.endedAt))
      const rows = await w.db.select({ id: memberships.personId }).from(memberships).where(here)
      await (await as(by))(paths.attendances(group, of), { form: { personIds: rows.map(({ id }) => id) } })
    },
    find: async (of: MeetingEntry) => there(await findMeeting(w.db, group.id, of.id)),
    facts: (of: MeetingEntry) => minutesFacts(w.db, of.id),
    agenda: (of: MeetingEntry) => agendaOf(w.db, of.id),
    text: async (of: MeetingEntry) => plainTextOf(contentOf(await currentState(w.db, await documentId(of)))),
    /** Somebody types a line below the heading with this number. */
    write: async (of: MeetingEntry, number: number, text: string, by: PersonKey = 'mirjam') => {
      const id = await documentId(of)
      await w.ports.rooms.settle(id)
      const state = await currentState(w.db, id)
      const content = contentOf(state)
      const blocks = content.content ?? []
      const at = blocks.findIndex((block) => numberIn(block) === number)
      const line = { type: 'paragraph', content: [{ type: 'text', text }] }
      const next = blocks[at + 1]
      const isEmpty = next?.type === 'paragraph' && textOfBlock(next) === ''
      const update = updateTowards(
        state,
        { ...content, content: blocks.toSpliced(at + 1, isEmpty ? 1 : 0, line) },
        crypto.getRandomValues(new Uint32Array(1))[0] as number,
      )
      const who = { personId: w.people[by].id, personName: w.people[by].name }
      return w.ports.rooms.contribute({ documentId: id, groupId: group.id, ...who, update })
    },
    lift: async (person: PersonKey, kind: 'decision' | 'task', of: MeetingEntry, item: AgendaEntry, quote: string) => {
      const path = kind === 'decision' ? paths.lineDecision(group, of, item) : paths.lineTask(group, of, item)
      return (await as(person))(path, { form: { quote } })
    },
    /** As if it had gone round so many days earlier: only whoever owns the database can do that. */
    timePasses: async (of: MeetingEntry) => {
      await w.db.transaction(async (tx) => {
        await tx.execute('set local session_replication_role = replica')
        await tx
          .update(minutesCirculations)
          .set({ objectionsUntil: new Date(Date.now() - 1000) })
          .where(eq(minutesCirculations.meetingId, of.id))
      })
    },
  }
}
