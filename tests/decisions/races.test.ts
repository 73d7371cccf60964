import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ballots, countedBallots } from '#src/decisions/ballots/schema.ts'
import { type Count, counts, type Round, rounds } from '#src/decisions/rounds/schema.ts'
import { seats } from '#src/decisions/seats/schema.ts'
import { castGroups, type PersonKey } from '#src/dev/cast.ts'
import { paths } from '#src/paths.ts'
import { type GroupKey, type World, world } from '../support/world.ts'
import { pick, type Random, seeded } from './counting/random.ts'
import { deciding, everybody } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const votes = ['yes', 'no', 'abstain'] as const

/** Posts of one person, all on their way before the first is answered. */
async function posted(by: PersonKey, group: GroupKey, round: Round, choices: string[]): Promise<number[]> {
  const browser = await w.as(by)
  const posts = choices.map((choice) => browser(paths.ballot(w.groups[group], round), { form: { choice } }))
  return (await Promise.all(posts)).map(({ status }) => status)
}

const countedIn = (round: Round) => w.db.select().from(countedBallots).where(eq(countedBallots.roundId, round.id))

describe('one counted answer per seat (SECURITY.md S-73)', () => {
  test('fifty posts at once for one seat count as the last of them', async () => {
    const en = deciding(w)
    const round = await en.open(await en.propose('swantje'), 'majority')
    const choices = Array.from({ length: 50 }, (_, nth) => votes[nth % 3] ?? 'yes')
    expect(new Set(await posted('gerd', 'en', round, choices))).toEqual(new Set([303]))
    for (const by of everybody.filter((by) => by !== 'gerd')) await en.answer(by, round, 'yes')
    const count = await en.count('swantje', round)
    const [last] = (await w.db.select().from(ballots).where(eq(ballots.roundId, round.id)))
      .filter(({ castById }) => castById === w.people.gerd.id)
      .sort((one, other) => other.seq - one.seq)
    expect(count?.tally).toMatchObject({ answered: 5 })
    expect(count?.tally[last?.choice ?? '']).toBe(last?.choice === 'yes' ? 5 : 1)
    expect(await countedIn(round)).toHaveLength(5)
  })

  test('all fifteen of the circle at once, each again and again', async () => {
    const kk = deciding(w, 'kk')
    const round = await kk.open(await kk.propose('henrike'), 'consent')
    const { members } = castGroups.kk
    await Promise.all(members.map((by) => posted(by, 'kk', round, ['concern', 'consent', 'concern', 'consent'])))
    const { answered, consent = 0, concern = 0 } = (await kk.count('ayla', round))?.tally ?? {}
    expect([answered, consent + concern]).toEqual([15, 15])
    expect((await countedIn(round)).filter(({ ballotId }) => ballotId)).toHaveLength(15)
  })

  test('the database itself takes no second one, and none of another seat', async () => {
    const en = deciding(w)
    const round = await en.open(await en.propose('swantje'), 'majority')
    for (const by of everybody) await en.answer(by, round, 'yes')
    await en.count('swantje', round)
    const [one, other] = await countedIn(round)
    if (!one || !other) throw new Error('Nothing was counted')
    await expect(w.db.insert(countedBallots).values({ ...one, ballotId: other.ballotId })).rejects.toThrow()
    const fresh = await en.open(await en.propose('swantje'), 'majority')
    const [seat] = await w.db.select().from(seats).where(eq(seats.roundId, fresh.id))
    const foreign = { seatId: seat?.id ?? '', roundId: fresh.id, ballotId: one.ballotId, reason: 'ok' }
    await expect(w.db.insert(countedBallots).values(foreign)).rejects.toThrow()
  })
})

/**
 * Written past the triggers, once it is open: however long that has taken, the end is near from now on. In whole
 * milliseconds, finer than which no end is ever set and nothing is read here.
 */
async function endsIn({ id }: Round, milliseconds: number): Promise<void> {
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const end = sql`date_trunc('milliseconds', clock_timestamp() + ${milliseconds} * interval '1 millisecond')`
    await tx.update(rounds).set({ closesAt: end }).where(eq(rounds.id, id))
  })
}

/** Everybody answers around the end, while two close. */
async function race(
  random: Random,
  group: GroupKey,
): Promise<{ round: Round; count: Count; said: [PersonKey, string, string][] }> {
  const in_ = deciding(w, group)
  const { members } = castGroups[group]
  const [lead = 'swantje'] = members
  const proposal = await in_.propose(lead)
  const round = await in_.open(proposal, 'majority')
  await endsIn(round, 60 + random(60))
  const answers = members.flatMap((by) =>
    Array.from({ length: 1 + random(3) }, async () => {
      const choice = pick(random, votes)
      await sleep(random(200))
      return [by, choice, await in_.answer(by, round, choice)] as [PersonKey, string, string]
    }),
  )
  const closing = async (): Promise<Count> => (await in_.count(lead, round)) ?? sleep(random(8)).then(closing)
  const [count, again] = await Promise.all([closing(), closing()])
  expect(again).toEqual(count)
  return { round, count, said: await Promise.all(answers) }
}

/** What the ledger says, read by hand: of each person the last that came before the end. */
async function readByHand(round: Round) {
  const [{ end } = { end: '' }] = await w.db.execute<{ end: string }>(sql`select round_closes_at(${round.id}) as end`)
  const lines = await w.db.select().from(ballots).where(eq(ballots.roundId, round.id)).orderBy(ballots.seq)
  const inTime = lines.filter(({ receivedAt }) => receivedAt < new Date(end))
  const last = [...new Map(inTime.map((line) => [line.castById, line.choice])).values()]
  const tally = Object.fromEntries(votes.map((vote) => [vote, last.filter((choice) => choice === vote).length]))
  return { cast: inTime.length, late: lines.length - inTime.length, tally: { ...tally, answered: last.length } }
}

const races = Number(process.env.RACES ?? 40)

describe('voting and closing take turns (SECURITY.md S-74)', () => {
  test('the count says exactly what was taken before it, and nothing after it counts', {
    timeout: 600_000,
  }, async () => {
    const groups: GroupKey[] = ['en', 'lw', 'bt', 'mo']
    const lane = async (group: GroupKey, nth: number) => {
      const random = seeded(nth + 41)
      for (let turn = 0; turn < races / groups.length; turn++) {
        const { round, count, said } = await race(random, group)
        const found = await readByHand(round)
        const told = (word: string) => said.filter(([, , result]) => result === word).length
        expect(count.tally).toMatchObject(found.tally)
        expect(told('cast')).toBe(found.cast)
        expect(told('cast') + told('late') + told('counted')).toBe(said.length)
        expect(await w.db.$count(counts, eq(counts.roundId, round.id))).toBe(1)
      }
    }
    await Promise.all(groups.map(lane))
  })

  test('no clock that goes wrong opens a counted round again', async () => {
    const en = deciding(w)
    const round = await en.open(await en.propose('swantje'), 'majority')
    for (const by of everybody) await en.answer(by, round, 'yes')
    await en.count('swantje', round)
    const [line] = await w.db.select().from(ballots).where(eq(ballots.roundId, round.id))
    if (!line) throw new Error('No ballot')
    const { id: _, seq: __, ...again } = line
    const anHourAgo = new Date(Date.now() - 3_600_000)
    await expect(w.db.insert(ballots).values({ ...again, choice: 'no', receivedAt: anHourAgo })).rejects.toThrow()
    await expect(w.db.update(ballots).set({ choice: 'no' }).where(eq(ballots.id, line.id))).rejects.toThrow()
    await expect(w.db.delete(counts).where(eq(counts.roundId, round.id))).rejects.toThrow()
  })
})
