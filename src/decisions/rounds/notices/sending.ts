import { and, asc, eq, exists, inArray, isNull, not, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { inForce } from '../../../groups/membership.ts'
import { type Group, groups, memberships } from '../../../groups/schema.ts'
import { type Person, people } from '../../../identity/schema.ts'
import { type MailMessage, type Ports, Undeliverable } from '../../../ports.ts'
import { dayOf } from '../../../web/days.ts'
import { seatHasAnswered } from '../../ballots/standing.ts'
import { seatHolders, seats } from '../../seats/schema.ts'
import { isOver } from '../closing-time.ts'
import { findRound, type RoundEntry } from '../entries.ts'
import { counts, type Round, roundExtensions, roundMailRefusals, roundNotices, rounds } from '../schema.ts'

const mailed = ['invitation', 'extension', 'half_time', 'last_day', 'result'] as const

export type MailKind = (typeof mailed)[number]

export interface NoticeFacts {
  kind: MailKind
  person: Pick<Person, 'name' | 'lang'>
  group: Group
  entry: RoundEntry
  /** Why it ends later, if it does. */
  extended: string | null
}

/** Asked inside the transaction in which the mail is sent, because a result tells where the register stands. */
export type RoundLetter = (tx: Database, facts: NoticeFacts) => Promise<Omit<MailMessage, 'to'>>

type Outside = Pick<Ports, 'db' | 'mail' | 'log'>

interface Due {
  round: Round
  group: Group
  person: Person
  kind: MailKind
  createdAt: Date
}

const hasSilentSeat = (tx: Database) =>
  exists(
    tx
      .select({ id: seats.id })
      .from(seats)
      .innerJoin(seatHolders, eq(seatHolders.seatId, seats.id))
      .where(and(eq(seats.roundId, rounds.id), eq(seatHolders.personId, people.id), not(seatHasAnswered))),
  )

/** Whoever wants mails again, or a server that sends them only now, is not told of results of half a year ago. */
const isNews = sql`${roundNotices.createdAt} > now() - interval '7 days'`

/** What has been overtaken by what happened since needs no mail. */
const stillTrue = (tx: Database) =>
  or(
    and(eq(roundNotices.kind, 'result'), isNews),
    and(
      isNull(counts.roundId),
      not(isOver),
      or(inArray(roundNotices.kind, ['invitation', 'extension']), hasSilentSeat(tx)),
    ),
  )

const wantsNone = (tx: Database) =>
  tx.select({ id: roundMailRefusals.personId }).from(roundMailRefusals).where(eq(roundMailRefusals.personId, people.id))

/** The next one, held until the transaction ends: another process takes the one after it. */
async function next(tx: Database, failed: string[]): Promise<Due | null> {
  const key = sql<string>`${roundNotices.roundId} || ' ' || ${roundNotices.personId} || ' ' || ${roundNotices.kind}`
  const [due] = await tx
    .select({
      round: rounds,
      group: groups,
      person: people,
      kind: roundNotices.kind,
      createdAt: roundNotices.createdAt,
    })
    .from(roundNotices)
    .innerJoin(rounds, eq(rounds.id, roundNotices.roundId))
    .innerJoin(groups, eq(groups.id, rounds.groupId))
    .innerJoin(people, eq(people.id, roundNotices.personId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.groupId, rounds.groupId),
        eq(memberships.personId, people.id),
        eq(memberships.standing, 'member'),
        inForce(dayOf(new Date())),
      ),
    )
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(
      and(
        inArray(roundNotices.kind, mailed),
        isNull(roundNotices.sentAt),
        isNull(roundNotices.bouncedAt),
        sql`${people.email} is not null`,
        notExists(wantsNone(tx)),
        stillTrue(tx),
        failed.length > 0 ? notInArray(key, failed) : undefined,
      ),
    )
    .orderBy(asc(roundNotices.createdAt), asc(roundNotices.roundId), asc(people.id))
    .limit(1)
    .for('update', { of: roundNotices, skipLocked: true })
  return due ? { ...due, kind: due.kind as MailKind } : null
}

const lastReason = async (tx: Database, { id }: Round): Promise<string | null> => {
  const all = await tx
    .select()
    .from(roundExtensions)
    .where(eq(roundExtensions.roundId, id))
    .orderBy(roundExtensions.number)
  return all.at(-1)?.reason ?? null
}

/** The same however often one mail is tried; what is told a second time is another one. */
const messageId = ({ round, person, kind, createdAt }: Due) =>
  `${kind}.${round.id}.${person.id}.${createdAt.getTime().toString(36)}`

async function letterFor(tx: Database, due: Due, write: RoundLetter): Promise<MailMessage> {
  const { round, group, person, kind } = due
  const entry = await findRound(tx, group.id, round.id)
  if (!entry) throw new Error('A round without an entry')
  const extended = kind === 'extension' ? await lastReason(tx, round) : null
  const message = await write(tx, { kind, person, group, entry, extended })
  return { ...message, to: person.email ?? '', id: messageId(due) }
}

const mark = (tx: Database, { round, person, kind }: Due, what: 'sentAt' | 'bouncedAt') =>
  tx
    .update(roundNotices)
    .set({ [what]: sql`now()` })
    .where(and(eq(roundNotices.roundId, round.id), eq(roundNotices.personId, person.id), eq(roundNotices.kind, kind)))

/** What this look has not got rid of. */
interface Missed {
  keys: string[]
  /** How many the mail server did not take. */
  refused: number
}

interface Tried<T> {
  value?: T
  problem?: unknown
}

const tried = <T>(doing: Promise<T>): Promise<Tried<T>> =>
  doing.then(
    (value) => ({ value }),
    (problem: unknown) => ({ problem }),
  )

/** Marked as sent in the transaction that holds it: whoever crashes before has not sent it, as far as anybody can know. */
async function sendOne({ db, mail, log }: Outside, write: RoundLetter, missed: Missed): Promise<boolean> {
  return db.transaction(async (tx) => {
    const due = await next(tx, missed.keys)
    if (!due) return false
    const letter = await tried(letterFor(tx, due, write))
    const { problem } = letter.value ? await tried(mail.send(letter.value)) : letter
    if (problem === undefined) await mark(tx, due, 'sentAt')
    else if (problem instanceof Undeliverable) await mark(tx, due, 'bouncedAt')
    else miss(missed, due, letter.value !== undefined)
    if (problem !== undefined) log.error('round.mail', problem)
    return true
  })
}

function miss(missed: Missed, { round, person, kind }: Due, isWritten: boolean): void {
  missed.keys.push(`${round.id} ${person.id} ${kind}`)
  if (isWritten) missed.refused += 1
}

/** Where so many fail in a row the mail server is down: the next look tries again. */
const patience = 3

/**
 * Sends what is waiting, each to one person once, whichever process comes first. A mail that was handed over a moment
 * before a crash goes out again under the same message id, by which mail servers and programs know it. One that cannot
 * be written keeps no other one waiting.
 */
export async function sendNotices(outside: Outside, write: RoundLetter): Promise<void> {
  if (outside.mail.none) return
  const missed: Missed = { keys: [], refused: 0 }
  let isMore = true
  while (isMore && missed.refused < patience) isMore = await sendOne(outside, write, missed)
}
