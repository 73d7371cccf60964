import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import { type Connection, connect, openDatabase, type Place } from '#src/runtime/postgres/database.ts'
import { freshDatabase } from '../../support/databases.ts'
import type { GroupKey } from '../../support/world.ts'
import { seeded } from '../counting/random.ts'
import { type Lane, open } from './opening.ts'
import { walk } from './walk.ts'

/** "300", or "4711-4711" to see one of them again. */
const [from = 1, to = from] = (process.env.SEEDS ?? '1-200').split('-').map(Number)
/** A machine with much else to do is slow, and not wrong. */
const patience = 300_000
const lanes: GroupKey[] = ['en', 'lw', 'bt', 'mo', 'gl', 'di', 'kk']

let place: Place
let ports: NodePorts
let own: Connection
let admin: ReturnType<typeof connect>

beforeAll(async () => {
  place = await freshDatabase()
  own = openDatabase(place, 10, patience)
  ports = { ...(await nodePorts({ place, mail: keptMail() })), db: own.db }
  admin = connect(place, { max: 4 })
})

afterAll(async () => {
  await admin.end()
  await own.end()
  await ports.end()
})

async function laneOf(key: GroupKey): Promise<Lane> {
  const groupId = inject('base').groups[key].id
  const rows = await admin`
    select person_id as id from memberships
    where group_id = ${groupId} and standing = 'member' and votes and ended_at is null order by person_id`
  return { place, ports, groupId, admin, everybody: rows.map(({ id }) => id) }
}

interface Walked {
  end: string
  hands: boolean
  interleavings: number
}

async function walkAlong(group: GroupKey, seeds: number[]): Promise<Walked[]> {
  const lane = await laneOf(group)
  const walked: Walked[] = []
  for (const seed of seeds) {
    const stage = await open(seeded(seed), lane)
    const { count, hands } = await walk(stage, seed).catch((error) => {
      throw new Error(`SEEDS=${seed}-${seed}: ${error.message}`, { cause: error })
    })
    walked.push({
      end: count?.match(/^\w+\/\w+/)?.[0] ?? '',
      hands: hands !== null,
      interleavings: stage.interleavings,
    })
  }
  return walked
}

describe('any commands, at once or one after the other, with servers that die in between (SECURITY.md S-74)', () => {
  test('leave what the rules say, for everybody who was told something', { timeout: 3_600_000 }, async () => {
    const seeds = Array.from({ length: to - from + 1 }, (_, nth) => from + nth)
    const along = lanes.map((group, lane) =>
      walkAlong(
        group,
        seeds.filter((seed) => seed % lanes.length === lane),
      ),
    )
    const walked = (await Promise.all(along)).flat()
    expect(walked).toHaveLength(seeds.length)
    if (seeds.length < 200) return
    const ends = new Set(walked.map(({ end }) => end))
    expect(ends.size).toBeGreaterThan(15)
    expect([...ends]).toEqual(expect.arrayContaining(['adopted/silent_consent', 'to_meeting/unreached']))
    expect(walked.filter(({ hands }) => hands).length).toBeGreaterThan(0)
    expect(walked.reduce((sum, { interleavings }) => sum + interleavings, 0)).toBeGreaterThan(999)
  })
})
