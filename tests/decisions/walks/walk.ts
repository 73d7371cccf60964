import { asc, eq } from 'drizzle-orm'
import { ballots, countedBallots } from '#src/decisions/ballots/schema.ts'
import { counts } from '#src/decisions/rounds/schema.ts'
import { seatLosses, seats } from '#src/decisions/seats/schema.ts'
import { pick, type Random, seeded, shuffled } from '../counting/random.ts'
import { dieBeforeCommit, dieSometime, perform, type Stage } from './deeds.ts'
import { apply, beginning, type Command, type Hands, type State } from './model.ts'
import { someWord } from './opening.ts'

const orders = <T>(things: T[]): T[][] =>
  things.length < 2
    ? [things]
    : things.flatMap((thing, at) => orders(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]))

interface Happened {
  command: Command
  /** What it said; undefined when the line was cut before. */
  said: string | null | undefined
}

/** Every state that some order of these commands could have led to, given what each of them said. */
function explained(stage: Stage, from: State[], happened: Happened[]): State[] {
  const found = new Map<string, State>()
  const walk = (state: State, [next, ...rest]: Happened[]) => {
    if (!next) {
      found.set(JSON.stringify(state), state)
      return
    }
    const { result, state: after } = apply(stage.setting, state, next.command)
    if (next.said === undefined) walk(state, rest)
    if (next.said === undefined || next.said === result) walk(after, rest)
  }
  for (const order of orders(happened)) for (const state of from) walk(state, order)
  return [...found.values()]
}

function someHands(random: Random): Hands {
  const [yes, no, abstain, spoilt] = [random(3), random(3), random(2), random(2)]
  return { yes, no, abstain, void: spoilt, present: yes + no + abstain + spoilt + random(2) }
}

function someCommand(random: Random, { setting, round }: Stage, state: State, everybody: string[]): Command {
  const { id: seat, holders } = pick(random, setting.seats)
  const person = random(12) === 0 ? pick(random, everybody) : pick(random, holders).person
  const word = () => (random(7) === 0 ? null : someWord(random, round.method, setting.options.length))
  const away = everybody.filter((one) => !state.members.includes(one))
  const kind = random(40)
  if (kind < 22) return { do: 'vote', seat, person, word: word() }
  if (kind < 25) return { do: 'paper', seat, person, word: random(5) === 0 ? 'void' : word() }
  if (kind < 27) return { do: random(3) === 0 ? 'confirm' : 'recuse', seat, person }
  if (kind < 28 && round.channel === 'meeting') return { do: 'hands', hands: someHands(random) }
  if (kind < 30) return { do: 'leave', person: pick(random, state.members.length > 0 ? state.members : everybody) }
  if (kind < 32 && away.length > 0) return { do: 'join', person: pick(random, away) }
  if (kind < 33 && round.channel === 'circular') return { do: 'demand', person }
  if (kind < 35) return { do: 'extend' }
  if (kind < 36) return { do: 'expire' }
  return { do: 'close' }
}

/** Members who come and go at the same instant as something else are told apart by their names only once. */
const isAlone = ({ do: what }: Command) => what === 'join' || what === 'leave' || what === 'expire'

async function step(random: Random, stage: Stage, from: State[], everybody: string[]): Promise<State[]> {
  const [state] = from
  if (!state) throw new Error('There is no state')
  const next = () => someCommand(random, stage, state, everybody)
  const command = next()
  const kind = random(20)
  if (kind === 0 && command.do !== 'expire') {
    await dieBeforeCommit(stage, command)
    return from
  }
  if (kind === 1 && command.do !== 'expire') {
    const said = await dieSometime(stage, command, random(12))
    return explained(stage, from, [{ command, said }])
  }
  const others = isAlone(command) || kind > 12 ? [] : Array.from({ length: 1 + random(3) }, next)
  const commands = [command, ...others.filter((other) => !isAlone(other))]
  if (commands.length > 1) stage.interleavings += 1
  const said = await Promise.all(
    shuffled(random, commands).map(async (command) => ({ command, said: await perform(stage, command) })),
  )
  const after = explained(stage, from, said)
  if (after.length === 0) throw new Error(unexplained(said, from))
  return after
}

const unexplained = (happened: Happened[], after: State[]) =>
  `Nothing explains ${JSON.stringify(happened)} after ${JSON.stringify(after)}`

/** What the database says in the end, in the words of the model. */
async function written({ ports: { db }, round }: Stage) {
  const lines = await db.select().from(ballots).where(eq(ballots.roundId, round.id)).orderBy(asc(ballots.seq))
  const rows = await db.select().from(countedBallots).where(eq(countedBallots.roundId, round.id))
  const lost = await db
    .select({ id: seatLosses.seatId })
    .from(seatLosses)
    .innerJoin(seats, eq(seats.id, seatLosses.seatId))
    .where(eq(seats.roundId, round.id))
  return {
    ledger: lines.map(({ seatId, rank, castById }) =>
      [seatId, rank === 'meeting' ? `paper of ${castById}` : castById, rank].join(' '),
    ),
    sheet: rows.map(({ seatId, reason }) => `${seatId} ${reason}`).sort(),
    lost: lost.map(({ id }) => id).sort(),
    counts: await db.$count(counts, eq(counts.roundId, round.id)),
  }
}

const expected = ({ ledger, sheet, lost }: State): Awaited<ReturnType<typeof written>> => ({
  ledger: ledger.map(({ seat, by, rank }) => [seat, by, by.startsWith('paper') ? 'meeting' : rank].join(' ')),
  sheet: Object.entries(sheet ?? {})
    .map((pair) => pair.join(' '))
    .sort(),
  lost: [...lost].sort(),
  counts: 1,
})

/** One life of a round: whatever came, some order of it explains what everybody was told and what is written. */
export async function walk(stage: Stage, seed: number, members: string[], everybody: string[]): Promise<State> {
  const random = seeded(seed)
  let states = [beginning(members)]
  for (let left = 6 + random(12); left > 0; left--) states = await step(random, stage, states, everybody)
  for (const command of [{ do: 'expire' }, { do: 'close' }, { do: 'close' }] as const) {
    const said = await perform(stage, command)
    const after = explained(stage, states, [{ command, said }])
    if (after.length === 0) throw new Error(unexplained([{ command, said }], states))
    states = after
  }
  const found = JSON.stringify(await written(stage))
  const state = states.find((state) => JSON.stringify(expected(state)) === found)
  if (!state) throw new Error(`Nothing explains ${found}; possible: ${JSON.stringify(states.map(expected))}`)
  return state
}
