import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { adoptionsOf } from '#src/decisions/register/adoptions.ts'
import { findDecision } from '#src/decisions/register/log.ts'
import { proposeNote, signNote } from '#src/decisions/register/noting.ts'
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

  test('is still in decision while the circle has it, although the group rejects it meanwhile; then it was returned', async () => {
    const we = between(w)
    const { document, snapshot, ...referral } = await we.sendText('Doch lieber nicht')
    const swantje = await w.as('swantje')
    const establish = async () => {
      const round = await en.open(await en.propose('swantje', { ...heat, snapshotId: snapshot.id }), 'majority')
      await say(round, 'no')
      await count(round)
      const fritjof = await w.as('fritjof')
      expect((await fritjof(`/groups/en/rounds/${round.id}/decision`, { form: {} })).status).toBe(303)
    }
    await establish()
    expect(await stage(document)).toBe('in_decision')
    await we.returns(referral)
    await establish()
    expect(await stage(document)).toBe('returned')
    expect((await swantje(`/groups/en/documents/${document.id}`)).status).toBe(200)
  })

  test('goes back to a draft when two annul the decision that adopted it, and stays adopted by another one', async () => {
    const { document, snapshot } = await frozenText(w)
    const adopt = async () => {
      const round = await answered(en, 'yes', { ...heat, snapshotId: snapshot.id })
      const result = await en.count('swantje', round)
      if (!result) throw new Error('Not counted')
      const { id } = await en.finalise('fritjof', round, result)
      const decision = await findDecision(w.db, w.groups.en.id, id)
      if (!decision) throw new Error('No decision')
      return decision
    }
    const annul = async (decision: Awaited<ReturnType<typeof adopt>>) => {
      const [first, second] = [await w.actor('gerd', 'en'), await w.actor('swantje', 'en')]
      const draft = { kind: 'annulment', reason: 'Doppelt erfasst.' } as const
      const note = await change(w.ports, (tx, record) => proposeNote(tx, record, decision, draft, first))
      await change(w.ports, (tx, record) => signNote(tx, record, decision, note, second, { sendings }))
    }
    const [right, twice] = [await adopt(), await adopt()]
    expect(await stage(document)).toBe('adopted')
    await annul(twice)
    expect(await stage(document)).toBe('adopted')
    expect((await adoptionsOf(w.db, [document.id])).map(({ citation }) => citation)).toEqual([right.cited])
    await annul(right)
    expect(await stage(document)).toBe('draft')
    expect(await adoptionsOf(w.db, [document.id])).toEqual([])
  })

  test('goes back to a draft when a later decision annuls the one that adopted it', async () => {
    const { document, snapshot } = await frozenText(w)
    const decided = async (draft: Parameters<typeof answered>[2]) => {
      const round = await answered(en, 'yes', draft)
      const result = await en.count('swantje', round)
      if (!result) throw new Error('Not counted')
      return en.finalise('fritjof', round, result)
    }
    const { id: decisionId } = await decided({ ...heat, snapshotId: snapshot.id })
    expect(await stage(document)).toBe('adopted')
    await decided({ ...heat, title: 'Doch nicht', supersedes: [{ decisionId, kind: 'annulled' }] })
    expect(await stage(document)).toBe('draft')
  })
})
