import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { documents } from '#src/documents/schema.ts'
import { sendings } from '#src/referrals/sending/sent-paper.ts'
import { between } from '../referrals/setting.ts'
import { type World, world } from '../support/world.ts'
import { answered, type Deciding, deciding, everybody, frozenText, heat } from './setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

const stage = async ({ id }: { id: string }) =>
  (await w.db.select().from(documents).where(eq(documents.id, id))).map((row) => row.stage).join()

/** As the app does it: with what is known of sendings. */
const count = (round: Round) =>
  change(w.ports, (tx, record) => countRound(tx, record, round, w.people.swantje.id, sendings))

const say = async (round: Round, choice: Choice) => {
  for (const by of everybody) await en.answer(by, round, choice)
}

const about = async (snapshot: { id: string }) =>
  en.open(await en.propose('swantje', { ...heat, snapshotId: snapshot.id }))

describe('where a paper stands', () => {
  test('is where its decision has put it, although a later round ends undecided', async () => {
    const { document, snapshot } = await frozenText(w)
    const round = await answered(en, 'yes', { ...heat, snapshotId: snapshot.id })
    const result = await en.count('swantje', round)
    expect(await stage(document)).toBe('in_decision')
    if (result) await en.finalise('fritjof', round, result)
    const again = await about(snapshot)
    expect(await stage(document)).toBe('in_decision')
    await say(again, 'objection')
    expect(await en.count('swantje', again)).toMatchObject({ outcome: 'undecided' })
    expect(await stage(document)).toBe('adopted')
  })

  test('is in decision as long as one of two rounds is open, even when both end at once', async () => {
    const { document, snapshot } = await frozenText(w)
    const [first, second] = [await about(snapshot), await about(snapshot)]
    await say(first, 'objection')
    await en.count('swantje', first)
    expect(await stage(document)).toBe('in_decision')
    const third = await about(snapshot)
    for (const round of [second, third]) await say(round, 'objection')
    await Promise.all([en.count('swantje', second), en.count('swantje', third)])
    expect(await stage(document)).toBe('draft')
  })

  test('is in decision while the circle has it, although a round of the group ends', async () => {
    const we = between(w)
    const { document, snapshot, ...referral } = await we.sendText('Beim Kreis')
    const round = await about(snapshot)
    await say(round, 'objection')
    await count(round)
    expect(await stage(document)).toBe('in_decision')
    await we.returns(referral)
    expect(await stage(document)).toBe('returned')
    const again = await about(snapshot)
    expect(await stage(document)).toBe('in_decision')
    await say(again, 'objection')
    await count(again)
    expect(await stage(document)).toBe('returned')
    await we.decide(snapshot)
    expect(await stage(document)).toBe('adopted')
  })
})
