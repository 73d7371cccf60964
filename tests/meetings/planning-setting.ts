import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { addItem, removeItem } from '#src/meetings/agenda/arranging.ts'
import { type AgendaEntry, agendaOf } from '#src/meetings/agenda/entries.ts'
import { fillAgenda } from '#src/meetings/agenda/filling.ts'
import { finishItem } from '#src/meetings/agenda/finishing.ts'
import { scheduleReferral } from '#src/meetings/agenda/scheduling.ts'
import { inviteTo } from '#src/meetings/letters/inviting.ts'
import { findMeeting, type MeetingEntry } from '#src/meetings/model.ts'
import { cancelMeeting, endMeeting, openMeeting } from '#src/meetings/planning/ending.ts'
import { holdMeeting } from '#src/meetings/planning/holding.ts'
import { changeMeeting, type MeetingPlan, planMeeting } from '#src/meetings/planning/planning.ts'
import { findReferral } from '#src/referrals/model.ts'
import type { GroupKey, World } from '../support/world.ts'

const there = <T>(thing: T | null | undefined): T => {
  if (thing == null) throw new Error('It is not there')
  return thing
}

const day = 86_400_000

/** In so many days, two hours long. */
export const inDays = (days: number): MeetingPlan => {
  const startsAt = new Date(Math.floor((Date.now() + days * day) / 3_600_000) * 3_600_000)
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 7_200_000),
    ...{ form: 'hybrid', place: 'Dorfgemeinschaftshaus Altenlarn', accessLink: 'https://treffen.example.org/kk' },
    ...{ facilitatorId: null, minuteTakerId: null, leadDays: 7 },
  }
}

const leads: Record<GroupKey, PersonKey> = {
  kk: 'henrike',
  en: 'swantje',
  lw: 'nele',
  bt: 'ayla',
  mo: 'ole',
  gl: 'ilse',
  di: 'piet',
}

/** What a group says and does about its meetings, in short. */
export const meeting = (w: World, group: GroupKey = 'kk') => {
  const who = () => w.actor(leads[group], group)
  return {
    plan: async (days: number): Promise<MeetingEntry> => {
      const actor = await who()
      return change(w.ports, (tx, record) => planMeeting(tx, record, actor, inDays(days)))
    },
    change: async (of: MeetingEntry, plan: MeetingPlan) => {
      const actor = await who()
      return change(w.ports, (tx, record) => changeMeeting(tx, record, actor, of, plan))
    },
    fill: async (of: MeetingEntry) => {
      const actor = await who()
      return change(w.ports, async (tx, record) => fillAgenda(tx, record, await holdMeeting(tx, of), actor.person.id))
    },
    agenda: (of: MeetingEntry) => agendaOf(w.db, of.id),
    add: async (of: MeetingEntry, title: string, type: AgendaEntry['type'] = 'discussion') => {
      const actor = await who()
      const words = { title, type, goal: '', minutes: 10 }
      await change(w.ports, (tx, record) => addItem(tx, record, actor, of, words))
      return there((await agendaOf(w.db, of.id)).find((item) => item.title === title))
    },
    remove: async (of: MeetingEntry, item: AgendaEntry, why = 'Nicht jetzt.') => {
      const actor = await who()
      return change(w.ports, (tx, record) => removeItem(tx, record, actor, of, item, why))
    },
    finish: async (of: MeetingEntry, item: AgendaEntry) => {
      const actor = await who()
      return change(w.ports, (tx, record) => finishItem(tx, record, actor, of, item))
    },
    schedule: async (of: MeetingEntry, referral: { id: string }) => {
      const actor = await who()
      const entry = there(await findReferral(w.db, actor.group.id, referral.id))
      return change(w.ports, (tx, record) => scheduleReferral(tx, record, actor, of, entry))
    },
    invite: async (of: MeetingEntry) => {
      const actor = await who()
      return change(w.ports, (tx, record) => inviteTo(tx, record, actor, of))
    },
    end: async (of: MeetingEntry) => {
      const actor = await who()
      return change(w.ports, async (tx, record) => {
        await openMeeting(tx, record, actor, of)
        return endMeeting(tx, record, actor, of, 'Wir sind nicht dazu gekommen.')
      })
    },
    cancel: async (of: MeetingEntry) => {
      const actor = await who()
      return change(w.ports, (tx, record) => cancelMeeting(tx, record, actor, of, 'Zu wenige können.'))
    },
    find: async ({ id, groupId }: MeetingEntry) => there(await findMeeting(w.db, groupId, id)),
  }
}

export const sources = (agenda: AgendaEntry[]) => agenda.map(({ source }) => source)
