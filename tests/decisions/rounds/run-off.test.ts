import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createProposal } from '#src/decisions/proposals/proposing.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { cancelRound } from '#src/decisions/rounds/cancelling.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import { optionsOf } from '#src/decisions/rounds/options.ts'
import { counts, type Round } from '#src/decisions/rounds/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, everybody } from '../setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
})

const places = {
  title: 'Ort des Sommerfests',
  wording: 'Das Sommerfest ist am gewählten Ort.',
  options: ['Altenlarn', 'Larnau', 'Tannrode'].map((title) => ({ title, wording: `Wir feiern in ${title}.` })),
  passive: 'kein Fest',
}

const propose = () =>
  change(w.ports, (tx, record) =>
    createProposal(tx, record, { ...places, groupId: w.groups.en.id, authorId: w.people.gerd.id }),
  )

const rate = (proposal: Proposal) => en.open(proposal, 'systemic_consensing')
const titles = async ({ id }: Round) => (await optionsOf(w.db, id)).map(({ title }) => title)

/** Everybody says the same of each option. */
async function allSay(round: Round, resistances: Record<string, number>) {
  const options = await optionsOf(w.db, round.id)
  const ratings = Object.fromEntries(options.map(({ id, title }) => [id, resistances[title] ?? 0]))
  for (const by of everybody)
    await change(w.ports, (tx, record) =>
      cast(tx, record, round, w.people[by].id, { choice: 'rated', reason: '', ratings }),
    )
}

async function tied(): Promise<{ proposal: Proposal; round: Round }> {
  const proposal = await propose()
  const round = await rate(proposal)
  await allSay(round, { Altenlarn: 2, Larnau: 7, Tannrode: 2, 'kein Fest': 9 })
  expect(await en.count('swantje', round)).toMatchObject({ outcome: 'tie', reason: 'runoff' })
  return { proposal, round }
}

describe('after a tie', () => {
  test('only what was equal is rated again, beside changing nothing, until one of it is decided', async () => {
    const { proposal, round: first } = await tied()
    const swantje = await w.as('swantje')
    expect(await (await swantje(paths.proposal(w.groups.en, proposal))).text()).toContain('Stichrunde:')
    const round = await rate(proposal)
    expect(await titles(round)).toEqual(['Altenlarn', 'Tannrode', 'kein Fest'])
    expect(await titles(first)).toEqual(['Altenlarn', 'Larnau', 'Tannrode', 'kein Fest'])
    expect(await (await swantje(paths.round(w.groups.en, round))).text()).toContain('Das ist die Stichrunde')
    await allSay(round, { Altenlarn: 3, Tannrode: 1, 'kein Fest': 9 })
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', reason: 'lowest_resistance' })
    const [count] = await w.db.select().from(counts).where(eq(counts.roundId, round.id))
    if (!count) throw new Error('Not counted')
    await en.finalise('fritjof', round, count)
    const [decision] = await w.db.select().from(decisions).where(eq(decisions.roundId, round.id))
    expect(decision?.wording).toContain('Wir feiern in Tannrode.')
  })

  test('a run-off that was broken off is a run-off again', async () => {
    const { proposal } = await tied()
    const wrong = await rate(proposal)
    const by = { reason: 'Gerd fehlt auf der Liste.', actorId: w.people.swantje.id }
    await change(w.ports, (tx, record) => cancelRound(tx, record, wrong, by))
    expect(await titles(await rate(proposal))).toEqual(['Altenlarn', 'Tannrode', 'kein Fest'])
  })

  test('a vote may take its place', async () => {
    const { proposal } = await tied()
    expect(await en.open(proposal, 'majority')).toMatchObject({ method: 'majority', number: 2 })
  })
})

test('what was never rated offers all of its options', async () => {
  expect(await titles(await rate(await propose()))).toEqual(['Altenlarn', 'Larnau', 'Tannrode', 'kein Fest'])
})
