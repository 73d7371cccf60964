import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, inject, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createProposal, withdrawProposal } from '#src/decisions/proposals/proposing.ts'
import { type Proposal, proposalWithdrawals } from '#src/decisions/proposals/schema.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { tryToOpen } from '#src/decisions/rounds/opening.ts'
import { type Round, rounds } from '#src/decisions/rounds/schema.ts'
import { seatHolders, seatLosses, seats } from '#src/decisions/seats/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import { connect, type Place } from '#src/runtime/postgres/database.ts'
import { freshDatabase } from '../../support/databases.ts'
import { pick, type Random, seeded } from '../counting/random.ts'
import { heat, inDays } from '../setting.ts'
import { leave } from './deeds.ts'
import { victim } from './victim.ts'

let place: Place
let ports: NodePorts
let admin: ReturnType<typeof connect>
let groupId: string
let everybody: string[]

beforeAll(async () => {
  place = await freshDatabase()
  ports = await nodePorts({ place, mail: keptMail() })
  admin = connect(place, { max: 2 })
  groupId = inject('base').groups.en.id
  const rows = await admin`
    select person_id as id from memberships
    where group_id = ${groupId} and standing = 'member' and votes and ended_at is null order by person_id`
  everybody = rows.map(({ id }) => id)
  return async () => {
    await admin.end()
    await ports.end()
  }
})

const draftBy = (openedById = '') => ({ method: 'majority' as const, closesAt: inDays(14), openedById })

const opened = (proposal: Proposal, by?: string) =>
  change(ports, (tx, record) => tryToOpen(tx, record, proposal, draftBy(by)))

const roundsOf = ({ id }: Proposal): Promise<Round[]> =>
  ports.db.select().from(rounds).where(eq(rounds.proposalId, id)).orderBy(rounds.number)

/** Who is on the roll and has not been taken off it since. */
const onRoll = async ({ id }: Round) =>
  (
    await ports.db
      .select({ id: seatHolders.personId })
      .from(seatHolders)
      .innerJoin(seats, eq(seats.id, seatHolders.seatId))
      .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
      .where(and(eq(seats.roundId, id), isNull(seatLosses.seatId)))
  )
    .map(({ id }) => id)
    .sort()

/** It dies with the last statement of the opening, before it is stored. */
async function diesWhileOpening(proposal: Proposal): Promise<void> {
  const server = await victim(place, admin)
  await new Promise<void>((resolve, reject) => {
    change({ db: server.db, bus: ports.bus }, async (tx, record) => {
      await tryToOpen(tx, record, proposal, draftBy(everybody[0]))
      await server.die()
      resolve()
      return new Promise<never>(() => undefined)
    }).catch(reject)
  })
}

async function isOver({ id }: Round): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update rounds set closes_at = clock_timestamp() where id = ${id}`
  })
}

/** Several open at once, while somebody goes and perhaps the author takes it back. */
async function rush(random: Random, proposal: Proposal) {
  const going = pick(random, everybody)
  const withdraws = random(3) === 0 && proposal.version === 1
  const [author = ''] = everybody
  const told = await Promise.all([
    ...everybody.slice(0, 2 + random(2)).map((by) => opened(proposal, by)),
    change(ports, (tx) => leave(tx, groupId, going)).then(() => null),
    ...(withdraws
      ? [change(ports, (tx, record) => withdrawProposal(tx, record, proposal, 'Doch nicht.', author)).then(() => null)]
      : []),
  ])
  return { going, told: told.filter((one) => one !== null) }
}

const comesBack = (personId: string) => ports.db.insert(memberships).values({ groupId, personId })

test('a round is opened once or not at all, by whoever was first, for those who are there (SECURITY.md S-74)', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const random = seeded(seed)
    const by = { groupId, authorId: everybody[0] ?? '' }
    const proposal = await change(ports, (tx, record) => createProposal(tx, record, { ...heat, ...by }))
    if (random(2) === 0) {
      await diesWhileOpening(proposal)
      expect(await roundsOf(proposal)).toEqual([])
    }
    const { going, told } = await rush(random, proposal)
    const [first, ...more] = await roundsOf(proposal)
    const isWithdrawn =
      (await ports.db.$count(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposal.id))) > 0
    expect([more.length, isWithdrawn], `seed ${seed}`).toEqual([0, first === undefined])
    expect(new Set(told.map(({ round }) => round?.id)), `seed ${seed}`).toEqual(new Set([first?.id]))
    if (first) {
      expect(await onRoll(first), `seed ${seed}`).toEqual(everybody.filter((id) => id !== going).sort())
      await comesBack(going)
      expect(await onRoll(first), `seed ${seed}`).not.toContain(going)
      await again(random, proposal, first)
    } else await comesBack(going)
  }
})

/** Nobody has answered: it is asked once more, again only once, and of those who are there by now. */
async function again(random: Random, proposal: Proposal, first: Round): Promise<void> {
  await isOver(first)
  const count = await change(ports, (tx, record) => countRound(tx, record, first, null))
  expect(count).toMatchObject({ outcome: 'not_quorate', reason: 'quorum_missed' })
  if (random(2) === 0) {
    await diesWhileOpening(proposal)
    expect(await roundsOf(proposal)).toHaveLength(1)
  }
  const told = await Promise.all(everybody.slice(0, 3).map((by) => opened(proposal, by)))
  const [, second, ...more] = await roundsOf(proposal)
  expect([second?.number, more.length, new Set(told.map(({ round }) => round?.id))]).toEqual([
    2,
    0,
    new Set([second?.id]),
  ])
  if (second) expect(await onRoll(second)).toEqual([...everybody].sort())
}
