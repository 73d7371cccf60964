import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import type postgres from 'postgres'
import { change, type RecordEvent } from '#src/activity/model.ts'
import type { Database } from '#src/db/database.ts'
import { enterHands } from '#src/decisions/ballots/hands.ts'
import { enterPaper } from '#src/decisions/ballots/papers.ts'
import { type Choice, countedBallots } from '#src/decisions/ballots/schema.ts'
import { type Answer, cast } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { extendRound } from '#src/decisions/rounds/extending.ts'
import { loseSeat } from '#src/decisions/rounds/leaving.ts'
import type { Count, Round } from '#src/decisions/rounds/schema.ts'
import { demandMeeting } from '#src/decisions/rounds/stopping.ts'
import { confirmRecusal, recuse } from '#src/decisions/seats/recusing.ts'
import { memberships } from '#src/groups/schema.ts'
import type { NodePorts } from '#src/runtime/node.ts'
import type { Place } from '#src/runtime/postgres/database.ts'
import type { Command, Setting, Word } from './model.ts'
import { victim } from './victim.ts'

/** A round in a database, and somebody who may do with that database what no member can: let time pass, cut lines. */
export interface Stage {
  place: Place
  ports: NodePorts
  round: Round
  setting: Setting
  /** Who opened it, counts and enters papers. */
  lead: string
  admin: postgres.Sql
  /** How often several commands came at once. */
  interleavings: number
}

const answerOf = (word: Word, { options }: Setting): Answer => {
  if (!Array.isArray(word)) return { choice: word as Choice | null, reason: word === null ? '' : 'Weil es so ist.' }
  return { choice: 'rated', reason: '', ratings: Object.fromEntries(options.map(({ id }, at) => [id, word[at] ?? 0])) }
}

/** In words that the model uses too. */
async function inWords(tx: Database, count: Count | null): Promise<string | null> {
  if (!count) return null
  const rows = await tx.select().from(countedBallots).where(eq(countedBallots.roundId, count.roundId))
  const answers = rows.filter(({ ballotId }) => ballotId !== null).length
  return `${count.outcome}/${count.reason} ${answers} of ${rows.length}, ${count.tally.left} left`
}

const day = 86_400_000

/** The verb of the product behind a command, in a transaction that somebody else has begun. */
async function act(tx: Database, record: RecordEvent, stage: Stage, command: Command): Promise<string | null> {
  const { round, setting, lead } = stage
  switch (command.do) {
    case 'vote':
      return cast(tx, record, round, command.person, answerOf(command.word, setting), command.seat)
    case 'paper': {
      const { seat: seatId, person: personId, word } = command
      return enterPaper(tx, record, round, { seatId, personId, answer: answerOf(word, setting), enteredById: lead })
    }
    case 'recuse':
      return recuse(tx, record, round, { seatId: command.seat, category: 'contract', declaredById: command.person })
    case 'confirm':
      return confirmRecusal(tx, record, round, command.seat, command.person)
    case 'hands':
      return enterHands(tx, record, round, command.hands, lead)
    case 'join':
      await tx.insert(memberships).values({ groupId: round.groupId, personId: command.person })
      return null
    case 'leave':
      return leave(tx, round, command.person)
    case 'demand':
      return demandMeeting(tx, record, round, { personId: command.person, reason: '' })
    case 'extend':
      return extendRound(tx, record, round, { closesAt: new Date(Date.now() + 30 * day), reason: 'x', actorId: lead })
    case 'close':
      return inWords(tx, await countRound(tx, record, round, lead))
    case 'expire':
      return null
  }
}

export async function leave(tx: Database, { groupId }: Pick<Round, 'groupId'>, personId: string): Promise<null> {
  const theirs = and(eq(memberships.groupId, groupId), eq(memberships.personId, personId), isNull(memberships.endedAt))
  await tx.update(memberships).set({ endedAt: new Date() }).where(theirs)
  await loseSeat(tx, groupId, personId)
  return null
}

/** The end has come: written past the triggers, because nobody can wait for it here. */
async function expire({ admin, round: { id } }: Stage): Promise<null> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`select id from rounds where id = ${id} for no key update`
    const [round] = await sql`select round_closes_at(${id}) > clock_timestamp() as runs`
    if (!round?.runs) return
    await sql`update rounds set closes_at = clock_timestamp() where id = ${id}`
    await sql`update round_extensions set closes_at = clock_timestamp() where round_id = ${id}`
  })
  return null
}

export const perform = (stage: Stage, command: Command): Promise<string | null> =>
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
export async function dieSometime(stage: Stage, command: Command, after: number): Promise<string | null | undefined> {
  const server = await victim(stage.place, stage.admin)
  const told = change({ db: server.db, bus: stage.ports.bus }, (tx, record) => act(tx, record, stage, command))
  const said = await Promise.race([told, sleep(after, undefined)])
  await server.die()
  return said
}
