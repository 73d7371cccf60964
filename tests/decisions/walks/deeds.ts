import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import { change, type RecordEvent } from '#src/activity/model.ts'
import type { Database } from '#src/db/database.ts'
import { enterHands } from '#src/decisions/ballots/hands.ts'
import { enterPaper, enterRest } from '#src/decisions/ballots/papers.ts'
import { type Choice, countedBallots } from '#src/decisions/ballots/schema.ts'
import { cancelRound } from '#src/decisions/rounds/cancelling.ts'
import { type Answer, cast } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { extendRound } from '#src/decisions/rounds/extending.ts'
import { loseSeat } from '#src/decisions/rounds/leaving.ts'
import type { Count, Round } from '#src/decisions/rounds/schema.ts'
import { demandMeeting } from '#src/decisions/rounds/stopping.ts'
import { takeAttendance } from '#src/decisions/seats/attendance.ts'
import { confirmRecusal, recuse, withdrawRecusal } from '#src/decisions/seats/recusing.ts'
import { lockGroup } from '#src/groups/roles.ts'
import { memberships } from '#src/groups/schema.ts'
import { inWords } from './ending.ts'
import type { Command, Setting, Step, Word } from './model.ts'
import type { Lane } from './opening.ts'
import { victim } from './victim.ts'

/** A round in a database, with somebody who may do there what no member can: let time pass, cut lines. */
export interface Stage extends Lane {
  round: Round
  setting: Setting
  /** Who opened it, counts and enters papers. */
  lead: string
  /** What many of them think. */
  mood: Word
  /** How often several commands came at once. */
  interleavings: number
}

/** What somebody was told; undefined when they were cut off before. */
export type Told = Step['result'] | undefined

const answerOf = (word: Word, { options }: Setting): Answer => {
  if (!Array.isArray(word)) return { choice: word as Choice | null, reason: word === null ? '' : 'Weil es so ist.' }
  return { choice: 'rated', reason: '', ratings: Object.fromEntries(options.map(({ id }, at) => [id, word[at] ?? 0])) }
}

/** Which option has won is part of how it ended. */
export const endingOf = (
  { outcome, reason, chosenId }: Pick<Count, 'outcome' | 'reason' | 'chosenId'>,
  { options }: Setting,
) =>
  [
    outcome,
    reason,
    ...(outcome === 'adopted' && chosenId ? [options.findIndex(({ id }) => id === chosenId)] : []),
  ].join('/')

async function told(tx: Database, count: Count | null, setting: Setting): Promise<string | null> {
  if (!count) return null
  const rows = await tx.select().from(countedBallots).where(eq(countedBallots.roundId, count.roundId))
  const answers = rows.filter(({ ballotId }) => ballotId !== null).length
  return inWords(endingOf(count, setting), answers, rows.length, count.tally.left ?? 0)
}

const day = 86_400_000

/** The verb of the product behind a command, in a transaction that somebody else has begun. */
async function act(tx: Database, record: RecordEvent, stage: Stage, command: Command): Promise<Step['result']> {
  const { round, setting, lead } = stage
  switch (command.do) {
    case 'vote':
      return cast(tx, record, round, command.person, answerOf(command.word, setting), command.seat)
    case 'paper': {
      const { seat: seatId, person: personId, word } = command
      return enterPaper(tx, record, round, { seatId, personId, answer: answerOf(word, setting), enteredById: lead })
    }
    case 'rest':
      return enterRest(tx, record, round, command.word as Choice, lead)
    case 'attend':
      return (await takeAttendance(tx, record, round, command.seats, lead)) ? null : 'counted'
    case 'recuse':
      return recuse(tx, record, round, { seatId: command.seat, category: 'contract', declaredById: command.person })
    case 'confirm':
      return confirmRecusal(tx, record, round, command.seat, command.person)
    case 'withdraw':
      return withdrawRecusal(tx, record, round, command.seat, command.person)
    case 'hands':
      return enterHands(tx, record, round, command.hands, lead)
    case 'join':
      await tx.insert(memberships).values({ groupId: round.groupId, personId: command.person })
      return null
    case 'leave':
      return leave(tx, round.groupId, command.person)
    case 'demand':
      return demandMeeting(tx, record, round, { personId: command.person, reason: '' })
    case 'extend':
      return extendRound(tx, record, round, { closesAt: new Date(Date.now() + 30 * day), reason: 'x', actorId: lead })
    case 'cancel':
      return cancelRound(tx, record, round, { reason: 'Falsche Liste.', actorId: lead })
    case 'close':
      return told(tx, await countRound(tx, record, round, lead), setting)
    case 'expire':
      return null
  }
}

/** What leaving a group does, as far as its rounds have to do with it; roles and standing seats stay for the next walk. */
export async function leave(tx: Database, groupId: string, personId: string): Promise<null> {
  await lockGroup(tx, groupId)
  const theirs = and(eq(memberships.groupId, groupId), eq(memberships.personId, personId), isNull(memberships.endedAt))
  const ended = await tx.update(memberships).set({ endedAt: new Date() }).where(theirs).returning()
  if (ended.length > 0) await loseSeat(tx, groupId, personId)
  return null
}

/**
 * The end has come, that which was said first before that of an extension: written past the triggers, because nobody
 * can wait for it here. A round ends at a whole millisecond.
 */
async function expire({ admin, round: { id } }: Stage): Promise<null> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`select id from rounds where id = ${id} for no key update`
    const now = sql`date_trunc('milliseconds', clock_timestamp())`
    const first = await sql`update rounds set closes_at = ${now} where id = ${id} and closes_at > clock_timestamp()`
    if (first.count > 0) return
    await sql`update round_extensions set closes_at = ${now} where round_id = ${id} and closes_at > clock_timestamp()`
  })
  return null
}

export const perform = (stage: Stage, command: Command): Promise<Step['result']> =>
  command.do === 'expire' ? expire(stage) : change(stage.ports, (tx, record) => act(tx, record, stage, command))

/** The server dies after the last statement of a command and before COMMIT: nothing of it may remain. */
export async function dieBeforeCommit(stage: Stage, command: Command): Promise<void> {
  const server = await victim(stage.place, stage.admin)
  await new Promise<void>((resolve, reject) => {
    change({ db: server.db, bus: stage.ports.bus }, async (tx, record) => {
      await act(tx, record, stage, command)
      await server.die()
      resolve()
      return new Promise<never>(() => undefined)
    }).catch(reject)
  })
}

/** It dies at any moment: nobody knows what became of the command, unless it has said it before. */
export async function dieSometime(stage: Stage, command: Command, after: number): Promise<Told> {
  const server = await victim(stage.place, stage.admin)
  const told = change({ db: server.db, bus: stage.ports.bus }, (tx, record) => act(tx, record, stage, command))
  const said = await Promise.race([told, sleep(after, undefined)])
  await server.die()
  return said
}
