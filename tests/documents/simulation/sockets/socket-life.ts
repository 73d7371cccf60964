import { setTimeout as pause } from 'node:timers/promises'
import { addText, until } from '../../editing/co-editing.ts'
import { crash, cut, type Happening, leave, repeat, secondWindow, stall, undo, write } from '../happenings.ts'
import { nameOf, type Person } from '../tab.ts'
import { SocketWorld, type Town } from './socket-world.ts'

export interface SocketOutcome {
  seed: number
  /** What went wrong; nothing, if all is well. */
  faults: string[]
  trace: string[]
  letters: number
}

/** So long everybody may need to agree, once everything is in order again. */
const patience = 20_000
/** A process that is killed lets everybody come anew, which mends more than they know: most lives are without it. */
export const isDeadly = (seed: number) => seed % 5 === 4

const compact: Happening<SocketWorld> = (world) => world.compact()
const stallDatabase: Happening<SocketWorld> = (world) => world.stallDatabase(world.dice.between(20, 80))

const happenings = [
  [60, write],
  [5, undo],
  [6, cut],
  [6, stall],
  [4, repeat],
  [3, crash],
  [1.5, secondWindow],
  [1, leave],
  [3, compact],
  [3, stallDatabase],
] as const

/** Those that others have just killed are waited for, so that each of these lives has a death of its own. */
async function kill({ dice, town: { servers } }: SocketWorld): Promise<void> {
  await until(() => servers.running.length > 0, 'a process is there to be killed', patience)
  void servers.kill(dice.chance(0.25) ? servers.running : [dice.pick(servers.running)])
}

async function act(world: SocketWorld): Promise<void> {
  const { dice } = world
  const steps = dice.between(14, 32)
  const killAt = isDeadly(world.seed) ? dice.below(steps) : -1
  for (let step = 0; step < steps && world.faults.length === 0; step++) {
    if (step === killAt) await kill(world)
    dice.weighted(happenings)(world)
    await pause(dice.chance(0.1) ? dice.between(100, 400) : dice.between(1, 40))
    if (dice.chance(0.4)) await world.audit.look()
  }
}

const disagreeing = (world: SocketWorld) =>
  world.living.flatMap((tab) => (world.agrees(tab) ? [] : `${nameOf(tab)} ${tab.saving.complete}`)).join(', ')

async function agree(world: SocketWorld): Promise<void> {
  const isSettled = async () => {
    await world.audit.look()
    return world.faults.length > 0 || (world.planned === 0 && world.living.every((tab) => world.agrees(tab)))
  }
  await until(isSettled, 'all agree', patience).catch(() => world.fault(`no agreement: ${disagreeing(world)}`))
}

/** Whatever is out of order is put in order; then all agree, and so does somebody who comes only now. */
async function heal(world: SocketWorld, person: Person): Promise<void> {
  world.say('everything is in order again')
  await world.isQuiet()
  for (const { wire } of world.living) wire?.stall(0, 'both')
  await agree(world)
  world.openTab(person, world.text.id)
  await agree(world)
}

/** One short life over real sockets; the same seed does the same things. */
export async function liveOverSockets(seed: number, town: Town): Promise<SocketOutcome> {
  const text = await addText(town.w, 'kk', `Text ${seed}`)
  const world = new SocketWorld(seed, town, text)
  const { dice, faults, trace } = world
  const people = [...town.cookies.keys()].map((id): Person => ({ id, access: 'write' }))
  const from = dice.below(people.length)
  const here = [...people.slice(from), ...people.slice(0, from)].slice(0, dice.between(3, 4))
  for (const person of here) world.openTab(person, text.id)
  await pause(dice.between(0, 80))
  await act(world)
  await heal(world, dice.pick(here))
  if (faults.length === 0) await world.audit.lookBack()
  world.checkAuthors()
  world.end()
  return { seed, faults, trace, letters: world.audit.letters }
}
