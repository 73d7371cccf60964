import { isDeepStrictEqual } from 'node:util'
import { type Random, seeded, shuffled } from '../counting/random.ts'
import { dieBeforeCommit, dieSometime, perform, type Stage, type Told } from './deeds.ts'
import { someCommand } from './drawing.ts'
import { inOrder, look } from './looking.ts'
import { apply, beginning, type Command, type State } from './model.ts'
import { withinPatience } from './patience.ts'

const orders = <T>(things: T[]): T[][] =>
  things.length < 2
    ? [things]
    : things.flatMap((thing, at) => orders(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]))

interface Happened {
  command: Command
  /** Undefined when the line was cut before. */
  said: Told
}

/** Every state that some order of these commands could have led to, given what each of them said. */
function explained({ setting }: Stage, from: State, happened: Happened[]): State[] {
  const found: State[] = []
  const walk = (state: State, [next, ...rest]: Happened[]) => {
    if (!next) {
      found.push(inOrder(state))
      return
    }
    const { result, state: after } = apply(setting, state, next.command)
    if (next.said === undefined) walk(state, rest)
    if (next.said === undefined || next.said === result) walk(after, rest)
  }
  for (const order of orders(happened)) walk(from, order)
  return found
}

/** The one of them that is written: between two steps nobody is at work, so that all of it can be seen. */
async function found(stage: Stage, from: State, happened: Happened[]): Promise<State> {
  const possible = explained(stage, from, happened)
  const seen = await look(stage)
  const state = possible.find((one) => isDeepStrictEqual(one, seen))
  if (state) return state
  const wrong = possible.map((one) => differing(one, seen))
  throw new Error(`Not explained: ${JSON.stringify({ happened, wrong, from, setting: stage.setting }, null, 1)}`)
}

const differing = (expected: State, seen: State) =>
  (Object.keys(seen) as (keyof State)[])
    .filter((key) => !isDeepStrictEqual(expected[key], seen[key]))
    .map((key) => ({ [key]: { is: seen[key], expected: expected[key] } }))

/** What one server does: it comes to its end, or dies on the way. */
type Fate = (stage: Stage, command: Command) => Promise<Happened[]>

const lives: Fate = async (stage, command) => [{ command, said: await perform(stage, command) }]

const diesAtTheEnd: Fate = async (stage, command) => {
  await dieBeforeCommit(stage, command)
  return []
}

const diesAfter =
  (milliseconds: number): Fate =>
  async (stage, command) => [{ command, said: await dieSometime(stage, command, milliseconds) }]

function someFate(random: Random): Fate {
  const kind = random(10)
  if (kind > 1) return lives
  return kind === 0 ? diesAtTheEnd : diesAfter(random(12))
}

/** The clock strikes for all at the same instant; and nobody comes twice at once. */
function atOnce([first, ...others]: [Command, ...Command[]]): Command[] {
  if (first.do === 'expire') return [first]
  const joins = new Set<string>()
  return [first, ...others].filter((command) => {
    if (command.do === 'expire') return false
    if (command.do !== 'join') return true
    const isFirst = !joins.has(command.person)
    joins.add(command.person)
    return isFirst
  })
}

async function step(random: Random, stage: Stage, state: State): Promise<State> {
  const next = () => someCommand({ random, stage, state })
  const others = random(20) > 8 ? [] : Array.from({ length: 1 + random(3) }, next)
  const commands = shuffled(random, atOnce([next(), ...others]))
  if (commands.length > 1) stage.interleavings += 1
  const fates = commands.map(({ do: what }, at) => (at > 0 || what === 'expire' ? lives : someFate(random)))
  const happened = await Promise.all(commands.map((command, at) => (fates[at] ?? lives)(stage, command)))
  return found(stage, state, happened.flat())
}

/** One life of a round: whatever comes, some order of it explains what everybody is told and what is written. */
export async function walk(stage: Stage, seed: number): Promise<State> {
  const random = seeded(seed)
  let state = inOrder(beginning(stage.everybody))
  const patiently = (next: () => Promise<State>) => withinPatience(stage.admin, next())
  for (let left = 6 + random(12); left > 0; left--) state = await patiently(() => step(random, stage, state))
  for (const command of [{ do: 'expire' }, { do: 'expire' }, { do: 'close' }, { do: 'close' }] as const) {
    state = await patiently(async () => found(stage, state, await lives(stage, command)))
  }
  return state
}
