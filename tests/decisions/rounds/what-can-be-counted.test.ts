import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ballots, ratings } from '#src/decisions/ballots/schema.ts'
import { optionsOf } from '#src/decisions/rounds/options.ts'
import { type Round, rounds } from '#src/decisions/rounds/schema.ts'
import { seatHolders } from '#src/decisions/seats/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import { type World, world } from '../../support/world.ts'
import { begin } from '../answering/setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const fails = (write: Promise<unknown>, constraint: string) =>
  expect(write).rejects.toMatchObject({ cause: { constraint_name: constraint } })

describe('whoever writes into the database', () => {
  /** The same round once more, asked in another way. */
  async function asked(changed: Partial<Round>): Promise<unknown> {
    const { id: _, ...round } = await begin(w, 'bt', 'majority')
    return w.db.insert(rounds).values({ ...round, number: round.number + 1, ...changed })
  }

  test('opens no circular that asks for everybody’s yes, or for none, where there is no yes', async () => {
    for (const preset of ['statutory', 'silent'] as const) {
      for (const method of ['consensus', 'systemic_consensing'] as const) {
        await fails(asked({ channel: 'circular', preset, method }), 'plain_questions_in_circulars')
      }
      for (const method of ['consent', 'majority'] as const) await asked({ channel: 'circular', preset, method })
    }
    await asked({ channel: 'circular', preset: 'rules', method: 'consensus' })
  })

  test('has no ratings added up where individuals share seats or are counted apart', async () => {
    const { rules } = await begin(w, 'bt', 'majority')
    const seats = (seatPolicy: Rules['seatPolicy'], method: Round['method'] = 'systemic_consensing') =>
      asked({ method, rules: { ...rules, electorate: 'seats', seatPolicy } })
    await fails(seats('pooled'), 'ratings_of_one_kind')
    await fails(seats('dual'), 'ratings_of_one_kind')
    await seats('dual', 'majority')
    await seats('weighted')
    await asked({ method: 'systemic_consensing', rules: { ...rules, electorate: 'persons', seatPolicy: 'dual' } })
  })
})

describe('ballots are judged in storage (SECURITY.md S-75)', () => {
  async function rated() {
    const round = await begin(w, 'bt', 'systemic_consensing')
    const [holder] = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
    const [option] = await optionsOf(w.db, round.id)
    if (!holder || !option) throw new Error('Nobody was asked')
    const { seatId, personId: castById } = holder
    const line = { roundId: round.id, seatId, castById, method: round.method, choice: 'rated' as const }
    const [ballot] = await w.db.insert(ballots).values(line).returning()
    if (!ballot) throw new Error('Nothing was taken down')
    return { round, line, option, rating: { ballotId: ballot.id, roundId: round.id, optionId: option.id } }
  }

  test('a resistance is between none and ten, against an option of this round, once', async () => {
    const { rating } = await rated()
    const other = await rated()
    for (const resistance of [11, -1]) {
      await fails(w.db.insert(ratings).values({ ...rating, resistance }), 'from_none_to_ten')
    }
    const foreign = { ...rating, optionId: other.option.id, resistance: 5 }
    await fails(w.db.insert(ratings).values(foreign), 'ratings_option_id_round_id_round_options_id_round_id_fk')
    const elsewhere = { ...foreign, roundId: other.round.id }
    await fails(w.db.insert(ratings).values(elsewhere), 'ratings_ballot_id_round_id_ballots_id_round_id_fk')
    await w.db.insert(ratings).values({ ...rating, resistance: 10 })
    await fails(w.db.insert(ratings).values({ ...rating, resistance: 0 }), 'ratings_ballot_id_option_id_pk')
  })

  test('a choice is one of its method, from somebody on the seat', async () => {
    const { line, round } = await rated()
    await fails(w.db.insert(ballots).values({ ...line, choice: 'yes' }), 'choices_of_their_method')
    await fails(w.db.insert(ballots).values({ ...line, choice: 'block', reason: 'Nein.' }), 'choices_of_their_method')
    const majority = { ...line, method: 'majority' as const, choice: 'yes' as const }
    await fails(w.db.insert(ballots).values(majority), 'ballots_round_id_method_rounds_id_method_fk')
    const stranger = { ...line, castById: w.people.piet.id }
    await fails(w.db.insert(ballots).values(stranger), 'answers_come_from_the_seat')
    const other = await begin(w, 'bt', 'systemic_consensing')
    await fails(
      w.db.insert(ballots).values({ ...line, roundId: other.id }),
      'ballots_seat_id_round_id_seats_id_round_id_fk',
    )
    expect(await w.db.$count(ballots, eq(ballots.roundId, round.id))).toBe(1)
  })
})
