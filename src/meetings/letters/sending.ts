import { and, asc, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { inForce, termInForce } from '../../groups/membership.ts'
import { memberships, roleTerms } from '../../groups/schema.ts'
import { type Person, people } from '../../identity/schema.ts'
import type { MailMessage } from '../../ports.ts'
import { dayOf } from '../../web/days.ts'
import { type AgendaEntry, agendaOf } from '../agenda/entries.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { meetingCancellations, meetingLetters, meetings } from '../schema.ts'
import { isLink } from './calling.ts'
import { type Outside, sendAll } from './posting.ts'

type Row = typeof meetingLetters.$inferSelect

export interface LetterFacts {
  kind: Row['kind']
  sequence: number
  person: Pick<Person, 'name' | 'lang' | 'email'>
  meeting: MeetingEntry
  /** What this person may read of it: members everything, links of other groups what is theirs. */
  agenda: AgendaEntry[]
  isMember: boolean
  /** The address that it comes from, where there is one. */
  from: string | undefined
}

export type MeetingLetter = (facts: LetterFacts) => Omit<MailMessage, 'to'>

/** A newer letter to the same person says all of it. */
const isOvertaken = sql`exists (select from ${meetingLetters} later_letter
  where later_letter.meeting_id = ${meetingLetters.meetingId} and later_letter.person_id = ${meetingLetters.personId}
    and later_letter.sequence > ${meetingLetters.sequence})`

const isTold = sql<boolean>`exists (select from ${meetingLetters} told_letter
  where told_letter.meeting_id = ${meetingLetters.meetingId} and told_letter.person_id = ${meetingLetters.personId}
    and told_letter.sent_at is not null)`

const isCancelled = sql`exists (select from ${meetingCancellations}
  where ${meetingCancellations.meetingId} = ${meetings.id})`

/** Nobody is asked to come to what is past, and nobody hears of the end of what they were never told about. */
const isStillTrue: SQL = sql`(case when ${meetingLetters.kind} = 'cancellation' then ${isTold}
  else ${meetings.endsAt} > now() and not ${isCancelled} end)`

const belongs = sql<boolean>`exists (select from ${memberships}
  where ${memberships.personId} = ${people.id} and ${memberships.groupId} = ${meetings.groupId}
    and ${memberships.standing} = 'member' and ${memberships.endedAt} is null)`

interface Due {
  letter: Row
  person: Person
  isMember: boolean
  isTold: boolean
}

const someMembership = (tx: Database) =>
  sql`exists (${tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, people.id), eq(memberships.standing, 'member'), inForce(dayOf(new Date()))))})`

/** The next one, held until the transaction ends: another process takes the one after it. */
async function next(tx: Database, failed: string[]): Promise<Due | null> {
  const key = sql<string>`${meetingLetters.meetingId} || ' ' || ${meetingLetters.personId} || ' ' || ${meetingLetters.sequence}`
  const [due] = await tx
    .select({ letter: meetingLetters, person: people, isMember: belongs, isTold })
    .from(meetingLetters)
    .innerJoin(meetings, eq(meetings.id, meetingLetters.meetingId))
    .innerJoin(people, eq(people.id, meetingLetters.personId))
    .where(
      and(
        isNull(meetingLetters.sentAt),
        isNull(meetingLetters.gaveUpAt),
        sql`${people.email} is not null`,
        someMembership(tx),
        sql`not ${isOvertaken}`,
        isStillTrue,
        failed.length > 0 ? notInArray(key, failed) : undefined,
      ),
    )
    .orderBy(asc(meetingLetters.createdAt), asc(meetingLetters.meetingId), asc(people.id))
    .limit(1)
    .for('update', { of: meetingLetters, skipLocked: true })
  return due ?? null
}

const isTheirs =
  (groupIds: string[]) =>
  ({ broughtByGroupId, referral }: AgendaEntry) =>
    groupIds.includes(broughtByGroupId ?? '') || groupIds.includes(referral?.fromId ?? '')

async function agendaFor(tx: Database, { letter, person, isMember }: Due): Promise<AgendaEntry[]> {
  const agenda = await agendaOf(tx, letter.meetingId)
  if (isMember) return agenda
  const today = dayOf(new Date())
  const own = await tx
    .select({ id: roleTerms.groupId })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(and(eq(memberships.personId, person.id), isLink, termInForce(today), inForce(today)))
  return agenda.filter(isTheirs(own.map(({ id }) => id)))
}

/** The same however often one letter is tried. */
const messageId = ({ meetingId, personId, sequence }: Row) => `meeting.${meetingId}.${personId}.${sequence}`

/** Somebody who has left since it was written hears at most that the meeting does not take place: no place, no link, no why. */
const seenFromOutside = (meeting: MeetingEntry): MeetingEntry => ({
  ...meeting,
  ...{ place: '', accessLink: '', cancelledFor: '' },
})

/** Null where the person has nothing to do with the meeting any more. */
async function letterFor(tx: Database, due: Due, write: MeetingLetter, from?: string): Promise<MailMessage | null> {
  const { letter, person, isMember } = due
  const known = only(await meetingEntries(tx, eq(meetings.id, letter.meetingId)))
  const agenda = await agendaFor(tx, due)
  const isConcerned = isMember || agenda.length > 0
  if (!isConcerned && letter.kind !== 'cancellation') return null
  const meeting = isConcerned ? known : seenFromOutside(known)
  const kind = letter.kind === 'change' && !due.isTold ? 'invitation' : letter.kind
  const message = write({ kind, sequence: letter.sequence, person, meeting, agenda, isMember, from })
  return { ...message, to: person.email ?? '', id: messageId(letter) }
}

const mark = (tx: Database, { meetingId, personId, sequence }: Row, what: 'sentAt' | 'gaveUpAt') =>
  tx
    .update(meetingLetters)
    .set({ [what]: sql`now()` })
    .where(
      and(
        eq(meetingLetters.meetingId, meetingId),
        eq(meetingLetters.personId, personId),
        eq(meetingLetters.sequence, sequence),
      ),
    )

const keyOf = ({ letter: { meetingId, personId, sequence } }: Due) => `${meetingId} ${personId} ${sequence}`

/** Sends what waits about meetings. */
export const sendMeetingLetters = (outside: Outside, write: MeetingLetter): Promise<void> =>
  sendAll(outside, {
    ...{ next, keyOf, name: 'meeting.mail' },
    write: (tx, due) => letterFor(tx, due, write, outside.mail.from),
    mark: (tx, { letter }, what) => mark(tx, letter, what),
  })
