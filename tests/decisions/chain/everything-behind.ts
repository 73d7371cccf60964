import { sql } from 'drizzle-orm'
import type { Database } from '#src/db/database.ts'
import { ballots, countedBallots, procedureObjections, ratings } from '#src/decisions/ballots/schema.ts'
import { append } from '#src/decisions/chain/appending.ts'
import { minorityStatements, objectionEndings, objectionLapses, objections } from '#src/decisions/objections/schema.ts'
import { records } from '#src/decisions/records/schema.ts'
import { decisionNotes, decisions } from '#src/decisions/register/schema.ts'
import { counts, handCounts, roundExtensions, roundOptions, rounds, talkNotes } from '#src/decisions/rounds/schema.ts'
import { attendances, recusals, seatHolders, seatLosses, seats } from '#src/decisions/seats/schema.ts'
import { initialRules } from '#src/groups/rules.ts'
import { ruleSets } from '#src/groups/schema.ts'
import type { World } from '../../support/world.ts'

const at = (day: number) => new Date(Date.UTC(2026, 8, day, 12))
const ids = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, crypto.randomUUID()])) as Record<Name, string>

/** Nothing hinders whoever owns the database: neither triggers nor what rows have to fulfil. */
export async function unhindered(tx: Database): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`)
  const found = await tx.execute<{ drop: string }>(
    sql`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`,
  )
  await tx.execute(found.map(({ drop }) => drop).join(';'))
}

/**
 * One row at least in every table that stands behind a decision, put there by hand: more than any real round could
 * have at once. Returns the rounds: the one that decided, and the one before.
 */
export async function everythingBehind(tx: Database, { groups, people }: World, snapshotId: string) {
  const id = ids('before', 'round', 'seat', 'recused', 'lost', 'option', 'ballot', 'paper', 'said', 'proposal')
  const is = ids('first', 'second', 'withdrawn', 'lapsed', 'early', 'late', 'report', 'recount', 'annulment')
  const [groupId, by, other] = [groups.en.id, people.swantje.id, people.gerd.id]
  const words = { title: 'Wärme', wording: 'Wir lassen ein Wärmenetz prüfen.' }
  const asked = { ...words, proposalId: id.proposal, groupId, rationale: 'Kälte', proposalVersion: 2, snapshotId }
  const led = { rules: initialRules, ruleSetVersion: 1, legalBasis: 'Satzung', urgency: 'Frist', openedById: by }
  await tx.insert(rounds).values([
    { ...asked, ...led, id: id.before, number: 1, method: 'consent', openedAt: at(1), closesAt: at(3) },
    {
      ...{ ...asked, ...led, id: id.round, number: 2, method: 'systemic_consensing', channel: 'circular' },
      ...{ preset: 'rules', openedAt: at(4), startsAt: at(5), closesAt: at(8) },
    },
  ])
  const roundId = id.round
  const longer = { number: 1, closesAt: at(10), reason: 'Ferien', extendedById: other }
  await tx.insert(roundExtensions).values({ ...longer, roundId })
  await tx.insert(roundOptions).values({ id: id.option, roundId, position: 1, ...words, isPassive: false })
  const sat = { roundId, kind: 'organisation' as const, organisationId: crypto.randomUUID() }
  await tx.insert(seats).values([
    { ...sat, id: id.seat },
    { roundId, id: id.recused },
    { roundId, id: id.lost },
  ])
  await tx.insert(seatHolders).values({ seatId: id.seat, roundId, personId: by })
  await tx.insert(attendances).values({ seatId: id.seat, roundId, enteredById: other })
  const conflict = { category: 'financial', declaredById: other, proposedById: by }
  await tx.insert(recusals).values({ seatId: id.recused, roundId, ...conflict })
  await tx.insert(seatLosses).values({ seatId: id.lost, reason: 'left' })
  const paper = { rank: 'meeting', enteredById: other } as const
  const rated = { seatId: id.seat, roundId, method: 'systemic_consensing', choice: 'rated', receivedAt: at(6) } as const
  await tx.insert(ballots).values([
    { ...rated, id: id.ballot, castById: by, reason: 'Geht.' },
    { ...rated, ...paper, id: id.paper, castById: other, reason: 'Geht auch.' },
  ])
  await tx.insert(ballots).values({
    ...{ id: id.said, roundId: id.before, seatId: crypto.randomUUID(), method: 'consent', choice: 'objection' },
    ...{ castById: by, reason: 'Schadet uns.', receivedAt: at(2) },
  })
  await tx.insert(ratings).values({ ballotId: id.ballot, roundId, optionId: id.option, resistance: 3 })
  await tx.insert(countedBallots).values({ seatId: id.seat, roundId, ballotId: id.ballot, reason: 'principal' })
  await tx.insert(procedureObjections).values({ seatId: id.seat, roundId, raisedById: by, reason: 'Lieber hier.' })
  const hands = { present: 3, yes: 2, no: 1, abstain: 0, enteredById: by }
  await tx.insert(handCounts).values({ ...hands, roundId })
  await tx.insert(counts).values([
    { roundId: id.before, outcome: 'undecided', reason: 'open_objection', tally: { objection: 1 }, createdAt: at(3) },
    {
      ...{ roundId, outcome: 'adopted', reason: 'lowest', tally: { sum_1: 3 }, flags: ['talk_first'] },
      ...{ chosenId: id.option, countedById: by, createdAt: at(10) },
    },
  ])
  await tx.insert(talkNotes).values({ roundId, note: 'Darüber gesprochen.', notedById: by })
  const objected = { roundId: id.before, seatId: crypto.randomUUID(), ownerId: by, reason: 'Schadet uns.' }
  await tx.insert(objections).values([
    { ...objected, id: is.withdrawn },
    { ...objected, id: is.lapsed },
  ])
  const ending = { ownerId: by, kind: 'integrated' as const, note: 'Jetzt gut.', settledIn: 2 }
  await tx.insert(objectionEndings).values({ objectionId: is.withdrawn, ...ending })
  const lapse = { reason: 'Ist gegangen.', proposedById: by, signedById: other, signedAt: at(9) }
  await tx.insert(objectionLapses).values({ objectionId: is.lapsed, ...lapse })
  await tx.insert(minorityStatements).values({ id: is.early, roundId, authorId: by, statement: 'Anders.' })
  const signed = { firstPersonId: by, secondPersonId: other }
  const decided = { ...words, ...signed, groupId, year: 2026, outcome: 'adopted' as const, decidedOn: '2026-09-10' }
  const more = { rationale: 'Kälte', summary: 'Ein Netz wird geprüft.', legalEntity: 'Verein', editorialMandate: 'Ja' }
  const dates = { inForceFrom: '2026-10-01', inForceUntil: '2027-10-01', reviewOn: '2027-01-01', snapshotId }
  const told = { place: 'Altenlarn', manner: 'einstimmig', present: 'Gerd', reportedById: by, groupId }
  await tx.insert(records).values({ ...words, ...told, id: is.report, decidedOn: '2026-09-10' })
  await tx.insert(decisions).values([
    {
      ...{ ...decided, ...more, ...dates, id: is.first, number: 1, roundId, method: 'systemic_consensing' },
      ...{ channel: 'circular', reason: 'lowest', tally: { sum_1: 3 }, flags: ['talk_first'], createdAt: at(11) },
    },
    { ...decided, id: is.second, number: 2, recordId: is.report, method: 'recorded', reason: 'recorded', summary: 'X' },
  ])
  const given = { groupId, rules: initialRules, legalBasis: 'Satzung' }
  await tx.insert(ruleSets).values([
    { ...given, version: 2, givenBy: 'EN-2026-001' },
    { ...given, version: 3, givenBy: 'annulled:EN-2026-001' },
  ])
  const note = { ...signed, decisionId: is.first, signedAt: at(12), createdAt: at(11) }
  await tx.insert(decisionNotes).values([
    {
      ...{ ...note, id: is.recount, kind: 'recount', reason: 'Befangen', tally: { sum_1: 4 }, outcome: 'adopted' },
      ...{ changes: { recused: id.seat }, isDecisive: true },
    },
    { ...note, id: is.annulment, kind: 'annulment', reason: 'Doppelt', byDecisionId: is.second },
  ])
  const decision = 'decision' as const
  await append(tx, [
    { kind: decision, id: is.first },
    { kind: decision, id: is.second },
  ])
  await append(tx, [
    { kind: 'note', id: is.recount },
    { kind: 'note', id: is.annulment },
  ])
  await tx.insert(minorityStatements).values({ id: is.late, roundId, authorId: other, statement: 'Auch anders.' })
  await append(tx, [{ kind: 'statement', id: is.late }])
  return { round: id.round, before: id.before }
}
