import { goodMood } from './fake-database.ts'
import { crash, cut, type Happening, leave, secondWindow, stall, undo, write } from './happenings.ts'
import { isHostile, Simulation, type Wishes } from './simulation.ts'
import { nameOf } from './tab.ts'

export interface Outcome {
  seed: number
  /** What went wrong; nothing, if all is well. */
  faults: string[]
  trace: string[]
  kills: number
  letters: number
}

/** So long everybody may need to agree, once everything is in order again. */
const patience = 40_000

const kill: Happening<Simulation> = (world) => {
  if (world.servers.length === 0) return
  world.killServer(world.dice.pick(world.servers))
  world.clock.later(world.dice.between(50, 1_500), () => world.startServer())
}

const trouble: Happening<Simulation> = (world) => {
  const { dice, database } = world
  database.mood = {
    failing: dice.pick([0, 0.3, 1]),
    unanswered: dice.pick([0, 0.3]),
    hanging: dice.pick([0, 0.1]),
  }
  world.say(`the database is ${JSON.stringify(database.mood)}`)
  world.clock.later(dice.between(100, 3_000), () => {
    database.mood = goodMood
  })
}

const hush: Happening<Simulation> = (world) => {
  world.street.losing = world.dice.pick([0, 0.3, 1])
  world.say(`notes get lost: ${world.street.losing}`)
}

const revoke: Happening<Simulation> = (world) => {
  const writers = world.people.filter(({ access }) => access === 'write')
  if (writers.length > 1) world.revoke(world.dice.pick(writers), world.dice.pick(['read', 'none'] as const))
}

const attackSomebody: Happening<Simulation> = (world) => {
  for (const tab of world.living.filter(isHostile)) world.attack(tab)
}

/** As any other process may do, or a job. */
const compact: Happening<Simulation> = (world) => {
  if (world.servers.length === 0) return
  const server = world.dice.pick(world.servers)
  const { documentId } = world.dice.pick(world.tabs)
  const room = server.rooms.find(documentId)
  if (!room) return
  world.say(`${server.name} merges ${documentId}`)
  server.merge(room)
}

const missed: Happening<Simulation> = (world) => {
  if (world.servers.length > 0) world.street.missed(world.dice.pick(world.servers).name)
}

const happenings = [
  [60, write],
  [5, undo],
  [5, cut],
  [5, stall],
  [2.5, kill],
  [2.5, trouble],
  [2, hush],
  [2, crash],
  [0.7, secondWindow],
  [0.7, leave],
  [0.7, revoke],
  [8, attackSomebody],
  [9, compact],
  [0.7, missed],
] as const

function begin(world: Simulation): void {
  const { dice } = world
  for (let left = dice.pick([1, 2, 2]); left > 0; left--) world.startServer()
  const documents = dice.chance(0.25) ? ['one', 'two'] : ['one']
  for (let n = 1; n <= dice.between(2, 4); n++) world.people.push({ id: `person ${n}`, access: 'write' })
  if (dice.chance(0.2)) world.people.push({ id: 'reader', access: 'read' })
  if (dice.chance(0.25)) world.people.push({ id: 'mallory', access: 'write' })
  for (const person of world.people) world.openTab(person, dice.pick(documents))
}

/** Whatever is out of order is put in order, and then everybody has to agree in good time. */
async function heal(world: Simulation): Promise<void> {
  world.say('everything is in order again')
  world.database.mood = goodMood
  world.street.losing = 0
  while (world.servers.length < 1) world.startServer()
  for (const { wire } of world.living) wire?.stall(0, 'both')
  const end = world.clock.now() + patience
  await world.passes(500)
  while (world.faults.length === 0 && !world.living.every((tab) => world.agrees(tab))) {
    if (world.clock.now() > end) return world.fault(`no agreement: ${disagreeing(world)}`)
    await world.passes(250)
  }
}

const disagreeing = (world: Simulation) =>
  world.living.flatMap((tab) => (world.agrees(tab) ? [] : `${nameOf(tab)} ${tab.saving.complete}`)).join(', ')

/** One short life of a world; the same seed is the same life. */
export async function live(seed: number, wishes: Wishes = {}): Promise<Outcome> {
  const world = new Simulation(seed, wishes)
  const { dice } = world
  begin(world)
  await world.passes(dice.between(0, 150))
  for (let left = dice.between(8, 28); left > 0 && world.faults.length === 0; left--) {
    dice.weighted(happenings)(world)
    await world.passes(dice.chance(0.1) ? dice.between(200, 3_000) : dice.between(1, 80))
  }
  await heal(world)
  for (const documentId of new Set(world.tabs.map((tab) => tab.documentId))) world.checkStored(documentId)
  return { seed, faults: world.faults, trace: world.trace, kills: world.kills, letters: world.lettersStored() }
}
