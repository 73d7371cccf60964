import { Temporal } from 'temporal-polyfill'
import type { EventDraft } from '../../activity/model.ts'
import { type Event, events, visits } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import { addDays, dayOf, yearOf, zone } from '../../web/days.ts'
import { shiftTo } from '../anchor.ts'
import type { Base } from '../base.ts'
import { anchorDay, castGroups, type GroupKey, type PersonKey } from '../cast.ts'

export interface Happening {
  kind: Event['kind']
  group: GroupKey
  also?: GroupKey
  by: PersonKey
  subjectId: string
  facts?: Record<string, string>
  at: Date
}

/** The stage on which the sample is set up: who is there, what day it is, and what has happened so far. */
export interface Scene extends Base {
  db: Database
  /** The year in every number, whatever day the matter itself has moved to. */
  year: number
  /** A day of the sample, moved into the present. */
  day(written: string): string
  /** An instant of the sample, moved into the present; the clock is that of Europe/Berlin. */
  at(written: string, clock: string): Date
  /** So many days before today, for what happened just now. Never in the future. */
  ago(days: number, clock: string): Date
  /** "20. Oktober" of a day of the sample. */
  inWords(written: string): string
  /** "31. Dezember 2027" of a day of the sample. */
  inFull(written: string): string
  person(key: PersonKey): string
  group(key: GroupKey): string
  note(happening: Happening): void
  happenings: Happening[]
}

const instantOf = (day: string, clock: string) =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds)

const dayInWords = (day: string) =>
  Temporal.PlainDate.from(day).toLocaleString('de', { day: 'numeric', month: 'long' }).replace(' ', '\u00a0')

export function sceneOf(db: Database, base: Base, now: Date): Scene {
  const day = shiftTo(now)
  const happenings: Happening[] = []
  return {
    ...base,
    db,
    happenings,
    day,
    year: yearOf(day(anchorDay)),
    at: (written, clock) => instantOf(day(written), clock),
    ago: (days, clock) => instantOf(addDays(dayOf(now), -days), clock),
    inWords: (written) => dayInWords(day(written)),
    inFull: (written) => `${dayInWords(day(written))} ${yearOf(day(written))}`,
    person: (key) => base.people[key].id,
    group: (key) => base.groups[key].id,
    note: (happening) => void happenings.push(happening),
  }
}

const eventOf = (
  scene: Scene,
  { group, also, by, at, facts, ...rest }: Happening,
): EventDraft & { createdAt: Date } => ({
  ...rest,
  groupId: scene.group(group),
  alsoForId: also && scene.group(also),
  actorId: scene.person(by),
  facts: facts ?? {},
  createdAt: at,
})

/** In the order in which it happened, so that the numbers of the events grow with time. */
export async function tellEvents(scene: Scene): Promise<Event[]> {
  const told = scene.happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return scene.db
    .insert(events)
    .values(told.map((happening) => eventOf(scene, happening)))
    .returning()
}

/** Everybody looked in three days ago; what came later is new to them. */
export async function lookIn(scene: Scene, told: Event[]): Promise<void> {
  const visitedAt = scene.ago(3, '07:30')
  const seenSeq = Math.max(0, ...told.filter(({ createdAt }) => createdAt <= visitedAt).map(({ seq }) => seq))
  const keys = Object.keys(castGroups) as GroupKey[]
  const belonging = (key: GroupKey): PersonKey[] => {
    const group = castGroups[key]
    return [...group.members, ...('attending' in group ? group.attending : [])]
  }
  const rows = keys.flatMap((key) =>
    belonging(key).map((person) => ({
      personId: scene.person(person),
      groupId: scene.group(key),
      seenSeq,
      visitedAt,
    })),
  )
  await scene.db.insert(visits).values(rows)
}
