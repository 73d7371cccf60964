import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { inForce } from '../../groups/membership.ts'
import { groups, memberships } from '../../groups/schema.ts'
import { type Person, people } from '../../identity/schema.ts'
import type { MailMessage } from '../../ports.ts'
import { dayOf } from '../../web/days.ts'
import { type Outside, sendAll } from '../letters/posting.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'
import { goesRound } from './going-round.ts'
import { type Circulation, minutesCirculations, minutesLetters } from './schema.ts'

export interface MinutesLetterFacts {
  person: Pick<Person, 'name' | 'lang'>
  meeting: MeetingEntry
  circulation: Circulation
}

export type MinutesLetter = (facts: MinutesLetterFacts) => Omit<MailMessage, 'to'>

interface Due {
  person: Person
  circulation: Circulation
}

/** Somebody who has left the group since reads its minutes no more. */
const belongs = (tx: Database) =>
  sql`exists (${tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, people.id),
        eq(memberships.groupId, meetings.groupId),
        eq(memberships.standing, 'member'),
        inForce(dayOf(new Date())),
      ),
    )})`

/** Only as long as something can be said against them. */
async function next(tx: Database, missed: string[]): Promise<Due | null> {
  const key = sql<string>`${minutesLetters.circulationId} || ' ' || ${minutesLetters.personId}`
  const [due] = await tx
    .select({ person: people, circulation: minutesCirculations })
    .from(minutesLetters)
    .innerJoin(minutesCirculations, eq(minutesCirculations.id, minutesLetters.circulationId))
    .innerJoin(meetings, eq(meetings.id, minutesCirculations.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(people, eq(people.id, minutesLetters.personId))
    .where(
      and(
        ...[isNull(minutesLetters.sentAt), isNull(minutesLetters.gaveUpAt), ne(groups.state, 'dissolved')],
        ...[goesRound, sql`${people.email} is not null`, belongs(tx)],
        missed.length > 0 ? notInArray(key, missed) : undefined,
      ),
    )
    .orderBy(asc(minutesLetters.createdAt), asc(minutesLetters.circulationId), asc(people.id))
    .limit(1)
    .for('update', { of: minutesLetters, skipLocked: true })
  return due ?? null
}

async function letterFor(tx: Database, { person, circulation }: Due, write: MinutesLetter): Promise<MailMessage> {
  const meeting = only(await meetingEntries(tx, eq(meetings.id, circulation.meetingId)))
  const id = `minutes.${circulation.id}.${person.id}`
  return { ...write({ person, meeting, circulation }), to: person.email ?? '', id }
}

const mark = (tx: Database, { person, circulation }: Due, what: 'sentAt' | 'gaveUpAt') =>
  tx
    .update(minutesLetters)
    .set({ [what]: sql`now()` })
    .where(and(eq(minutesLetters.circulationId, circulation.id), eq(minutesLetters.personId, person.id)))

/** Sends what waits about minutes that go round. */
export const sendMinutesLetters = (outside: Outside, write: MinutesLetter): Promise<void> =>
  sendAll(outside, {
    ...{ next, mark, name: 'minutes.mail' },
    write: (tx, due) => letterFor(tx, due, write),
    keyOf: ({ circulation, person }) => `${circulation.id} ${person.id}`,
  })
