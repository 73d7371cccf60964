import type { PersonKey } from '#src/dev/cast.ts'
import { type LargeSize, largeSize } from '#src/dev/large/size.ts'
import { spreadOf } from '../numbers.ts'
import { Child } from '../running/child.ts'
import { largeAlliance, type SignedIn } from '../servers/large-alliance.ts'
import { shapesFrom } from './page-shapes.ts'
import { type Around, type Measures, ours, type Scenario } from './scenario.ts'

/** From where each of them starts to look around: who prepares the circle, who leads a group, who belongs to several. */
const beginnings: [PersonKey, string[]][] = [
  ['henrike', ['/', '/groups/kk', '/groups/kk/meetings', '/decisions', '/groups', '/tasks']],
  ['swantje', ['/', '/groups/en', '/groups/en/meetings', '/groups/en/tasks', '/groups/en/documents']],
  ['luca', ['/', '/groups/bt']],
]

const tiny: LargeSize = {
  ...{ people: 60, groups: 10, documents: 200, tasks: 400, openTasks: 100, decisions: 60 },
  ...{ referrals: 20, openReferrals: 5, events: 500, meetingsOfEach: 3 },
}

/** Before anything is measured the program has been in use for a while, and so has its database. */
const warming = 40
const asked = 40

async function timesOf(get: SignedIn['get'], path: string, times: number): Promise<number[]> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const before = performance.now()
    const { status } = await get(path)
    took.push(performance.now() - before)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
  }
  return took
}

interface Visit {
  name: string
  path: string
  get: SignedIn['get']
}

/** One page of each shape that can be reached from the beginnings. */
async function visitsOf(person: PersonKey, get: SignedIn['get'], from: string[], most: number): Promise<Visit[]> {
  const shapes = await shapesFrom(get, from, most)
  return [...shapes].map(([shape, path]) => ({ name: `${person} ${shape}`, path, get }))
}

/** Each page again and again: p95 by person and page. */
async function measured(visits: Visit[], times: number): Promise<Measures> {
  for (const { get, path } of visits) await timesOf(get, path, Math.min(warming, times))
  const measures: Measures = {}
  for (const { name, get, path } of visits) measures[name] = spreadOf(await timesOf(get, path, times)).p95
  return measures
}

async function run({ ground, quick }: Around): Promise<Measures> {
  const { place, sessions, end } = await largeAlliance(ground, quick ? tiny : largeSize)
  const server = new Child({ file: 'servers/kreislauf.ts', core: 'server' })
  const port = await server.ask<number>('start', place)
  const visits: Visit[] = []
  for (const [person, from] of beginnings)
    visits.push(...(await visitsOf(person, sessions(port, person), from, quick ? 12 : 60)))
  const measures = await measured(visits, quick ? 3 : asked)
  await server.stop()
  await end()
  return measures
}

export const pages: Scenario = {
  name: 'pages',
  title: 'every kind of page of an alliance after a decade: p95, ms',
  onlyIfAsked: true,
  once: true,
  patience: 900_000,
  concerns: ours,
  run,
}
