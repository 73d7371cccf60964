import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { optionsOf } from '#src/decisions/rounds/options.ts'
import { seatHolders } from '#src/decisions/seats/schema.ts'
import { paths } from '#src/paths.ts'
import { answers } from '#src/referrals/schema.ts'
import { type World, world } from '../../support/world.ts'
import { between, proposalIn } from '../setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test('the circle rates what was referred, changing nothing meets the least resistance, and that is the answer', async () => {
  const we = between(w)
  const referral = await we.send(null)
  const round = await we.opens(proposalIn(await we.takesUp(referral)), 'systemic_consensing')
  const options = await optionsOf(w.db, round.id)
  const ratings = Object.fromEntries(options.map(({ id, isPassive }) => [id, isPassive ? 1 : 9]))
  const roll = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
  for (const { personId, seatId } of roll) {
    const rated = { choice: 'rated', reason: '', ratings } as const
    await change(w.ports, (tx, record) => cast(tx, record, round, personId, rated, seatId))
  }
  const count = await change(w.ports, (tx, record) => countRound(tx, record, round, w.people.ayla.id))
  expect(count).toMatchObject({ outcome: 'status_quo_confirmed', reason: 'passive_lower' })

  const henrike = await w.as('henrike')
  const form = { summary: 'Es bleibt, wie es ist.' }
  expect((await henrike(paths.roundDecision(w.groups.kk, round), { form })).status).toBe(303)
  const [answer] = await w.db.select().from(answers).where(eq(answers.referralId, referral.id))
  expect(answer).toMatchObject({ kind: 'rejected', answeredById: w.people.henrike.id })
  const page = await (await (await w.as('tarek'))(paths.referral(w.groups.en, referral))).text()
  expect(page).toContain('Abgelehnt')
})
