import { daysAfter } from '../../web/days.ts'
import type { MeetingEntry } from '../model.ts'
import { isToCome } from '../standing.ts'
import type { AgendaEntry } from './entries.ts'

/** What whoever prepares a meeting should know; none of it forbids anything (`DOMAIN.md 3.7`). */
export interface Warnings {
  /** Until when invitation and papers have to be out. */
  outBy: Date
  /** That day is over, and nobody is invited yet. */
  isLate: boolean
  /** Something is to be decided that nobody can read before. */
  withoutPapers: AgendaEntry[]
  /** What everybody shall read was fixed after that day. */
  latePapers: AgendaEntry[]
  /** In an association a decision holds only if the invitation names its subject. */
  unnamed: AgendaEntry[]
  planned: number
  length: number
}

const isShown = ({ top }: AgendaEntry) => top !== null

/** Minutes are read in their own place. */
const isToDecide = ({ type, source }: AgendaEntry) =>
  (type === 'decision' || type === 'election') && source !== 'minutes'

const minute = 60_000

export const papersDue = ({ startsAt, leadDays }: Pick<MeetingEntry, 'startsAt' | 'leadDays'>): Date =>
  daysAfter(startsAt, -leadDays)

export function warningsOf(meeting: MeetingEntry, agenda: AgendaEntry[], now: Date): Warnings {
  const shown = agenda.filter(isShown)
  const outBy = papersDue(meeting)
  const decisions = shown.filter(isToDecide)
  const isOrgan = meeting.group.legalForm === 'association_organ'
  return {
    outBy,
    isLate: meeting.state === 'planned' && now > outBy,
    withoutPapers: isToCome(meeting) ? decisions.filter(({ papers, type }) => !papers && type === 'decision') : [],
    latePapers: isToCome(meeting) ? shown.filter(({ papersAt }) => papersAt !== null && papersAt > outBy) : [],
    unnamed: isOrgan ? decisions.filter(({ isAfterInvitation }) => isAfterInvitation) : [],
    planned: shown.reduce((sum, { minutes }) => sum + minutes, 0),
    length: Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / minute),
  }
}
