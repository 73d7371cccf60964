import { and, asc, eq, exists, isNull, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { type Person, people } from '../../identity/schema.ts'
import { type MailMessage, type Ports, Undeliverable } from '../../ports.ts'
import { dayOf } from '../../web/days.ts'
import { inForce } from '../membership.ts'
import { type Group, groups, mandates, memberships, type Role, roleTerms } from '../schema.ts'
import { callForEnds } from './calling.ts'
import { termReminders } from './schema.ts'

export interface EndFacts {
  to: Pick<Person, 'id' | 'name' | 'lang'>
  group: Pick<Group, 'name' | 'slug' | 'kind'>
  endsOn: string
  /** Whether the group is one of their own. */
  belongs: boolean
  /** Null where it is the mandate of the group that ends. */
  term: { role: Role; name: string; isOwn: boolean } | null
}

export type EndLetter = (facts: EndFacts) => Omit<MailMessage, 'to'>

const ofTerm = alias(memberships, 'of_term')
const holder = alias(people, 'holder')

const stillBelongs = (tx: Database, today: string) =>
  exists(
    tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.personId, people.id), inForce(today))),
  )

const belongs = (tx: Database, today: string) => {
  const here = and(eq(memberships.groupId, groups.id), eq(memberships.personId, people.id), inForce(today))
  return sql<boolean>`${exists(tx.select({ id: memberships.id }).from(memberships).where(here))}`
}

/** A term that ended earlier, was prolonged or a mandate that has a successor needs no mail. */
const stillTrue = (today: string) =>
  or(
    and(isNull(roleTerms.endedAt), sql`${roleTerms.endsOn} >= ${today}::date`),
    and(isNull(mandates.supersededAt), sql`${mandates.validUntil} >= ${today}::date`),
  )

const waiting = (tx: Database, today: string, failed: string[]) =>
  and(
    isNull(termReminders.sentAt),
    isNull(termReminders.gaveUpAt),
    sql`${people.email} is not null`,
    stillBelongs(tx, today),
    stillTrue(today),
    failed.length > 0 ? notInArray(termReminders.id, failed) : undefined,
  )

/** The next one, held until the transaction ends: another process takes the one after it. */
async function next(tx: Database, today: string, failed: string[]) {
  const [due] = await tx
    .select({
      id: termReminders.id,
      person: people,
      group: groups,
      role: roleTerms.role,
      endsOn: sql<string>`coalesce(${roleTerms.endsOn}, ${mandates.validUntil})`,
      belongs: belongs(tx, today),
      holderId: holder.id,
      holder: holder.name,
    })
    .from(termReminders)
    .innerJoin(people, eq(people.id, termReminders.personId))
    .leftJoin(roleTerms, eq(roleTerms.id, termReminders.termId))
    .leftJoin(ofTerm, eq(ofTerm.id, roleTerms.membershipId))
    .leftJoin(holder, eq(holder.id, ofTerm.personId))
    .leftJoin(mandates, eq(mandates.id, termReminders.mandateId))
    .innerJoin(groups, sql`${groups.id} = coalesce(${roleTerms.groupId}, ${mandates.groupId})`)
    .where(waiting(tx, today, failed))
    .orderBy(asc(termReminders.createdAt), asc(termReminders.id))
    .limit(1)
    .for('update', { of: termReminders, skipLocked: true })
  return due ?? null
}

type Due = NonNullable<Awaited<ReturnType<typeof next>>>

const factsOf = ({ person, role, holder: name, holderId, ...due }: Due): EndFacts => ({
  ...due,
  to: person,
  term: role ? { role, name: name ?? '', isOwn: holderId === person.id } : null,
})

type Outside = Pick<Ports, 'db' | 'mail' | 'log'>

const mark = (tx: Database, { id }: Due, what: 'sentAt' | 'gaveUpAt') =>
  tx
    .update(termReminders)
    .set({ [what]: sql`now()` })
    .where(eq(termReminders.id, id))

/** Marked as sent in the transaction that holds it. */
const sendOne = ({ db, mail, log }: Outside, write: EndLetter, today: string, failed: string[]): Promise<boolean> =>
  db.transaction(async (tx) => {
    const due = await next(tx, today, failed)
    if (!due) return false
    const message = { ...write(factsOf(due)), to: due.person.email ?? '', id: `ends.${due.id}` }
    const problem = await mail.send(message).then(
      () => null,
      (error: unknown) => error,
    )
    if (problem === null) await mark(tx, due, 'sentAt')
    else if (problem instanceof Undeliverable) await mark(tx, due, 'gaveUpAt')
    else failed.push(due.id)
    if (problem !== null) log.error('term.mail', problem)
    return true
  })

/** Where so many fail in a row the mail server is down: the next look tries again. */
const patience = 3

/** Writes to everybody whom the end of a term or a mandate concerns, 60 and 14 days before it, once each. */
export async function tellOfEnds(outside: Outside, write: EndLetter, now = new Date()): Promise<void> {
  const today = dayOf(now)
  await callForEnds(outside.db, today)
  if (outside.mail.none) return
  const failed: string[] = []
  let isMore = true
  while (isMore && failed.length < patience) isMore = await sendOne(outside, write, today, failed)
}
