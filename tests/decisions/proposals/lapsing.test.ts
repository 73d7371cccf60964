import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { lapseIdleProposals } from '#src/decisions/proposals/lapsing.ts'
import { type Proposal, proposalLapses } from '#src/decisions/proposals/schema.ts'
import { ask } from '#src/decisions/proposals/talking.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding } from '../setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

const inDays = (days: number) => sql`now() + make_interval(days => ${days})`

async function undecided(): Promise<Proposal> {
  const proposal = await en.propose('gerd')
  const round = await en.open(proposal)
  for (const by of ['swantje', 'gerd', 'tarek', 'fritjof'] as const) await en.answer(by, round, 'consent')
  await en.answer('bjarne', round, 'objection')
  expect(await en.count('swantje', round)).toMatchObject({ outcome: 'undecided' })
  return proposal
}

const told = ({ id }: Proposal, kind: 'proposal.fading' | 'proposal.lapsed') =>
  w.db.$count(events, and(eq(events.subjectId, id), eq(events.kind, kind)))

const hasLapsed = async ({ id }: Proposal) => (await w.db.$count(proposalLapses, eq(proposalLapses.proposalId, id))) > 0

test('what nobody has moved for half a year lapses, told a fortnight before, once', async () => {
  const proposal = await undecided()
  const untouched = await en.propose('gerd')
  await lapseIdleProposals(w.ports, inDays(165))
  expect(await told(proposal, 'proposal.fading')).toBe(0)
  await Promise.all([1, 2, 3].map(() => lapseIdleProposals(w.ports, inDays(167))))
  expect(await told(proposal, 'proposal.fading')).toBe(1)
  const page = `/groups/en/proposals/${proposal.id}`
  const gerd = await w.as('gerd')
  expect(await (await gerd(page)).text()).toContain('Dieser Vorschlag verfällt am')

  await lapseIdleProposals(w.ports, inDays(180))
  expect(await hasLapsed(proposal)).toBe(false)
  await Promise.all([1, 2, 3].map(() => lapseIdleProposals(w.ports, inDays(182))))
  expect(await hasLapsed(proposal)).toBe(true)
  expect(await told(proposal, 'proposal.lapsed')).toBe(1)
  expect(await hasLapsed(untouched)).toBe(false)
  expect(await (await gerd(page)).text()).toContain('Ein halbes Jahr lang hat sich nichts bewegt.')
  const words = { title: 'Neu', wording: 'Neu.', scope: 'own_group', version: 1 }
  expect((await gerd(`${page}/wording`, { form: words })).status).toBe(403)
  expect(await (await gerd('/groups/en/proposals')).text()).not.toContain(page)
})

test('after a long downtime it is still told before it lapses', async () => {
  const proposal = await undecided()
  await lapseIdleProposals(w.ports, inDays(400))
  expect(await hasLapsed(proposal)).toBe(false)
  expect(await told(proposal, 'proposal.fading')).toBe(1)
  await lapseIdleProposals(w.ports, inDays(415))
  expect(await hasLapsed(proposal)).toBe(true)
})

test('whoever asks something keeps it alive', async () => {
  const proposal = await undecided()
  await lapseIdleProposals(w.ports, inDays(167))
  const asked = { askedById: w.people.tarek.id, question: 'Wie geht es weiter?' }
  await change(w.ports, (tx, record) => ask(tx, record, proposal, asked))
  await w.db.execute(
    sql`update proposal_questions set created_at = now() + interval '170 days' where proposal_id = ${proposal.id}`,
  )
  await lapseIdleProposals(w.ports, inDays(182))
  expect(await hasLapsed(proposal)).toBe(false)
})

test('one that is open or decided never lapses', async () => {
  const open = await en.propose('gerd')
  await en.open(open)
  await lapseIdleProposals(w.ports, inDays(170))
  await lapseIdleProposals(w.ports, inDays(190))
  expect(await hasLapsed(open)).toBe(false)
})
