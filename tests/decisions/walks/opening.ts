import { and, eq, isNull } from 'drizzle-orm'
import type postgres from 'postgres'
import { change } from '#src/activity/model.ts'
import { levels } from '#src/decisions/counting/consensus.ts'
import { createProposal } from '#src/decisions/proposals/proposing.ts'
import { tryToOpen } from '#src/decisions/rounds/opening.ts'
import { optionsOf } from '#src/decisions/rounds/options.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { seatRank } from '#src/decisions/seats/schema.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { memberships } from '#src/groups/schema.ts'
import type { NodePorts } from '#src/runtime/node.ts'
import type { Place } from '#src/runtime/postgres/database.ts'
import { pick, type Random, someFraction, someQuorum } from '../counting/random.ts'
import { inDays } from '../setting.ts'
import type { Stage } from './deeds.ts'
import type { Setting, Word } from './model.ts'

type Method = Round['method']

const words = {
  consent: ['consent', 'consent', 'consent', 'concern', 'objection'],
  consensus: [...levels, 'support', 'support', 'reservations'],
  majority: ['yes', 'no', 'abstain'],
} as const

export const someWord = (random: Random, method: Method, options: number): Word =>
  method === 'systemic_consensing'
    ? Array.from({ length: options }, () => random(11))
    : pick<string>(random, words[method])

const someRules = (random: Random): Rules => ({
  ...initialRules,
  electorate: pick(random, ['persons', 'seats']),
  seatPolicy: pick(random, ['all_equal', 'org_only', 'weighted', 'pooled', 'dual']),
  pooledSeats: 1 + random(3),
  weights: { organisation: 1 + random(3), person: 1 },
  quorum: someQuorum(random),
  quorumScope: pick(random, ['attendance', 'participation']),
  recusedInQuorum: pick(random, ['exclude', 'include']),
  majorityBase: pick(random, ['yes_no', 'yes_no_abstain', 'present', 'roll']),
  threshold: random(2) === 0 ? initialRules.threshold : someFraction(random),
  consensus: { maxDissent: { numerator: random(3), denominator: 4 }, blockMode: pick(random, ['single', 'share']) },
  circular: {
    ...{ ...initialRules.circular, maxExtensions: random(4) === 0 ? 0 : 1 },
    ...{ procedureObjectionsToStop: 1 + random(3), minActive: random(3) },
  },
  ballotsVisible: pick(random, ['after_close', 'while_open']),
})

/** Seats of every kind with one to three people each, some of whom sit on several. */
function someSeats(random: Random, people: string[]): Setting['seats'] {
  return Array.from({ length: 2 + random(4) }, () => {
    const kind = pick(random, ['person', 'organisation', 'group'] as const)
    const count = kind === 'person' ? 1 : 1 + random(3)
    const holders = Array.from({ length: count }, (_, at) => ({
      person: pick(random, people),
      rank: at === 0 ? ('principal' as const) : pick(random, seatRank.enumValues),
    }))
    const distinct = [...new Map(holders.map((holder) => [holder.person, holder])).values()]
    return { id: crypto.randomUUID(), kind, weight: 1 + random(2), holders: distinct }
  })
}

/** Rules and roll as this walk wants them, put in place of those that the group would have. */
async function rearranged(admin: postgres.Sql, { id }: Round, rules: Rules, seats: Setting['seats']): Promise<void> {
  const holders = seats.flatMap(({ id: seat_id, holders }) =>
    holders.map(({ person: person_id, rank }) => ({ seat_id, round_id: id, person_id, rank })),
  )
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update rounds set rules = ${sql.json(rules as unknown as postgres.JSONValue)} where id = ${id}`
    await sql`delete from seat_holders where round_id = ${id}`
    await sql`delete from seats where round_id = ${id}`
    await sql`insert into seats ${sql(seats.map(({ id: seat, kind, weight }) => ({ id: seat, round_id: id, kind, weight })))}`
    await sql`insert into seat_holders ${sql(holders)}`
  })
}

/** Everybody was reminded twice, and some have said that they know of it. */
async function told(admin: postgres.Sql, { id }: Round, everybody: string[], reached: string[]): Promise<void> {
  const notice = (person_id: string, kind: string, sent_at: Date | null) => ({ round_id: id, person_id, kind, sent_at })
  const reminders = everybody.flatMap((person) => [
    notice(person, 'half_time', new Date()),
    notice(person, 'last_day', new Date()),
  ])
  const known = reached.map((person) => notice(person, 'confirmed', null))
  await admin`insert into round_notices ${admin([...reminders, ...known])}`
}

export interface Lane {
  place: Place
  ports: NodePorts
  groupId: string
  admin: postgres.Sql
  everybody: string[]
}

/** Everybody is back before the next round opens. */
async function gathered({ ports: { db }, groupId, everybody }: Lane): Promise<void> {
  const there = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), isNull(memberships.endedAt)))
  const away = everybody.filter((personId) => !there.some(({ id }) => id === personId))
  if (away.length > 0) await db.insert(memberships).values(away.map((personId) => ({ groupId, personId })))
}

export async function open(random: Random, lane: Lane): Promise<Stage> {
  await gathered(lane)
  const { ports, groupId, everybody } = lane
  const [lead = ''] = everybody
  const method = pick(random, ['consent', 'majority', 'majority', 'consensus', 'systemic_consensing'] as const)
  const channel = pick(random, ['online', 'circular', 'meeting'] as const)
  const isPlain = method === 'majority' || method === 'consent'
  const presets = isPlain ? (['rules', 'statutory', 'silent', 'silent'] as const) : (['rules'] as const)
  const preset = channel === 'circular' ? pick(random, presets) : null
  const rules = someRules(random)
  const draft = { method, channel, preset, closesAt: inDays(14), openedById: lead }
  const matter = { title: 'Etwas', wording: 'Wir tun etwas.', groupId, authorId: lead }
  const options = [
    { title: 'Altenlarn', wording: 'In Altenlarn.' },
    { title: 'Larnau', wording: 'In Larnau.' },
  ]
  const opened = await change(ports, async (tx, record) => {
    const proposal = await createProposal(tx, record, {
      ...matter,
      ...(method === 'systemic_consensing' && { options }),
    })
    return tryToOpen(tx, record, proposal, draft)
  })
  if (!opened.round) throw new Error(`It was not opened: ${opened.why}`)
  const { round } = opened
  const seats = someSeats(random, everybody)
  const reached = random(2) === 0 ? everybody : everybody.filter(() => random(4) === 0)
  await rearranged(lane.admin, round, rules, seats)
  await told(lane.admin, round, everybody, reached)
  const asked = { ...round, rules }
  const setting = { round: asked, seats, reached, options: await optionsOf(ports.db, round.id) }
  const mood = someWord(random, method, setting.options.length)
  return { ...lane, lead, round: asked, setting, mood, interleavings: 0 }
}
