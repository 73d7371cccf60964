import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { answersBySeat } from '#src/decisions/ballots/by-seat.ts'
import { ballots } from '#src/decisions/ballots/schema.ts'
import { neverSent } from '#src/decisions/paper-stage.ts'
import { withdrawProposal } from '#src/decisions/proposals/proposing.ts'
import { rework } from '#src/decisions/proposals/reworking.ts'
import { type Proposal, proposals, proposalWithdrawals } from '#src/decisions/proposals/schema.ts'
import { findRound, lateAnswersOf, openRounds } from '#src/decisions/rounds/entries.ts'
import { loseSeat } from '#src/decisions/rounds/leaving.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import { counts, rounds } from '#src/decisions/rounds/schema.ts'
import { ownPlaces } from '#src/decisions/seats/own.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import { seats } from '#src/decisions/seats/schema.ts'
import { documents } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { answered, type Deciding, deciding, frozenText, heat, inDays, inMoments, until } from '../setting.ts'
import { hoursPass } from './setting.ts'

let w: World
let en: Deciding

const lateOnes = async (roundId: string) => (await lateAnswersOf(w.db, roundId)).length

beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

describe('opening a round', () => {
  test('copies wording, rules and roll, which stay as they were', async () => {
    const proposal = await en.propose('gerd')
    const round = await en.open(proposal)
    expect(round).toMatchObject({ number: 1, wording: heat.wording, rationale: heat.rationale, proposalVersion: 1 })
    expect(round).toMatchObject({ ruleSetVersion: 1, rules: { defaultMethod: 'consent' } })
    const roll = await rollOf(w.db, round.id)
    expect(roll.map(({ name }) => name.split(' ')[0])).toEqual(['Bjarne', 'Fritjof', 'Gerd', 'Swantje', 'Tarek'])

    await enacted(w, 'en', {})
    expect((await findRound(w.db, w.groups.en.id, round.id))?.round.ruleSetVersion).toBe(1)
  })

  test('whoever attends without a vote is not on the roll', async () => {
    const kk = deciding(w, 'kk')
    const round = await kk.open(await kk.propose('henrike'))
    const roll = await rollOf(w.db, round.id)
    expect(roll).toHaveLength(15)
    expect(roll.flatMap(({ holders }) => holders.map(({ id }) => id))).not.toContain(w.people.henrike.id)
  })

  test('a guest is not on the roll', async () => {
    const di = deciding(w, 'di')
    const roll = await rollOf(w.db, (await di.open(await di.propose('piet'))).id)
    expect(roll.flatMap(({ holders }) => holders.map(({ id }) => id))).not.toContain(w.people.vera.id)
  })

  test('ten who open at once get one round', async () => {
    const proposal = await en.propose('swantje')
    const opened = await Promise.all(Array.from({ length: 10 }, () => en.open(proposal)))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
    expect(await w.db.$count(rounds, eq(rounds.proposalId, proposal.id))).toBe(1)
  })

  test('the text that it is about is being decided on meanwhile', async () => {
    const { document, snapshot } = await frozenText(w)
    const round = await en.open(await en.propose('swantje', { ...heat, snapshotId: snapshot.id }))
    const stage = async () =>
      (await w.db.select().from(documents).where(eq(documents.id, document.id))).map((row) => row.stage)
    expect(await stage()).toEqual(['in_decision'])
    await en.answers(round, {
      gerd: 'consent',
      swantje: 'consent',
      tarek: 'consent',
      bjarne: 'objection',
      fritjof: 'concern',
    })
    await en.count('swantje', round)
    expect(await stage()).toEqual(['draft'])
  })

  test('the wording does not change and nobody withdraws while a round is open', async () => {
    const proposal = await en.propose('gerd')
    await en.open(proposal)
    const changed = { ...heat, wording: 'Etwas ganz anderes.' }
    const after = await change(w.ports, (tx, record) => rework(tx, record, proposal, changed, wish()))
    expect(after).toBe('running')
    expect(await wordingOf(proposal)).toEqual([heat.wording, 1])
    await change(w.ports, (tx, record) => withdrawProposal(tx, record, proposal, 'Doch nicht', w.people.gerd.id))
    const withdrawn = await w.db.select().from(events).where(eq(events.subjectId, proposal.id))
    expect(withdrawn.map(({ kind }) => kind)).toEqual(['proposal.created'])
  })
})

const wish = () => ({ actorId: w.people.gerd.id, endsRound: false, sendings: neverSent })

async function wordingOf({ id }: Proposal) {
  const [proposal] = await w.db.select().from(proposals).where(eq(proposals.id, id))
  return [proposal?.wording, proposal?.version]
}

describe('what was put aside', () => {
  const opens = (proposal: Proposal) => {
    const draft = { method: 'consent' as const, closesAt: inDays(7), openedById: w.people.swantje.id }
    return change(w.ports, (tx, record) => openRound(tx, record, proposal, draft))
  }
  const withdraws = (proposal: Proposal) =>
    change(w.ports, (tx, record) => withdrawProposal(tx, record, proposal, 'Doch nicht.', w.people.gerd.id))
  const withdrawn = ({ id }: Proposal) => w.db.$count(proposalWithdrawals, eq(proposalWithdrawals.proposalId, id))

  test('is not asked about, and its wording stays', async () => {
    const proposal = await en.propose('gerd')
    await withdraws(proposal)
    expect(await opens(proposal)).toBeNull()
    const reworded = { ...heat, wording: 'Etwas anderes.' }
    const after = await change(w.ports, (tx, record) =>
      rework(tx, record, proposal, reworded, { ...wish(), endsRound: true }),
    )
    expect(after).toBe('settled')
    expect(await wordingOf(proposal)).toEqual([heat.wording, 1])
  })

  test('at the same moment is either asked about or put aside, never both', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const proposal = await en.propose('gerd')
      const pair = [() => opens(proposal), () => withdraws(proposal)]
      await Promise.all((turn % 2 === 0 ? pair : pair.reverse()).map((act) => act()))
      const asked = await w.db.$count(rounds, eq(rounds.proposalId, proposal.id))
      expect(asked + (await withdrawn(proposal))).toBe(1)
    }
  })

  test('or has ended with a result goes into no further round', async () => {
    const round = await answered(en)
    await en.count('swantje', round)
    const [proposal] = await w.db.select().from(proposals).where(eq(proposals.id, round.proposalId))
    if (!proposal) throw new Error('No proposal')
    expect(await opens(proposal)).toBeNull()
    await withdraws(proposal)
    expect(await withdrawn(proposal)).toBe(0)
  })
})

describe('answering', () => {
  test('fifty answers at once for one seat count as one', async () => {
    const round = await en.open(await en.propose('swantje'))
    const choices = ['consent', 'concern', 'objection'] as const
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => en.answer('gerd', round, choices[nth % 3] ?? 'consent')),
    )
    expect(new Set(results)).toEqual(new Set(['cast']))
    expect((await findRound(w.db, w.groups.en.id, round.id))?.answered).toBe(1)
    const said = await w.db.select().from(events).where(eq(events.subjectId, round.id))
    expect(said.filter(({ kind }) => kind === 'round.answered')).toHaveLength(1)
  })

  test('all voters at once, each several times, leave one answer each', async () => {
    const round = await en.open(await en.propose('swantje'), 'majority')
    const all = ['gerd', 'swantje', 'tarek', 'bjarne', 'fritjof'] as const
    await Promise.all(all.flatMap((by) => [en.answer(by, round, 'no'), en.answer(by, round, 'yes')]))
    const entry = await findRound(w.db, w.groups.en.id, round.id)
    expect(entry).toMatchObject({ entitled: 5, answered: 5 })
  })

  test('an answer may change until the end; then the last one counts', async () => {
    const round = await en.open(await en.propose('swantje'))
    await en.answer('bjarne', round, 'objection', 'Das gefährdet die Gespräche.')
    await en.answer('bjarne', round, 'consent')
    expect((await ownPlaces(w.db, round, w.people.bjarne.id))[0]?.own).toMatchObject({ choice: 'consent', reason: '' })
  })

  test('nobody without a seat answers', async () => {
    const round = await en.open(await en.propose('swantje'))
    expect(await en.answer('nele', round, 'consent')).toBe('no_seat')
    expect(await w.db.$count(ballots, eq(ballots.roundId, round.id))).toBe(0)
  })

  test('an objection without a reason is refused by the table itself', async () => {
    const round = await en.open(await en.propose('swantje'))
    await expect(en.answer('gerd', round, 'objection', '  ')).rejects.toThrow()
  })

  test('before the count nobody sees who answered how, afterwards the members do', async () => {
    const round = await answered(en, 'concern')
    expect(await answersBySeat(w.db, round.id)).toEqual([])
    await en.count('swantje', round)
    expect(await answersBySeat(w.db, round.id)).toHaveLength(5)
  })

  test('no event says how somebody answered', async () => {
    const round = await en.open(await en.propose('swantje'))
    await en.answer('gerd', round, 'objection', 'Ganz besonderer Grund')
    const said = JSON.stringify(await w.db.select().from(events).where(eq(events.subjectId, round.id)))
    expect(said).not.toMatch(/objection|Ganz besonderer Grund/)
  })

  test('an answer after the closing time is kept, but not counted', async () => {
    const round = await en.open(await en.propose('swantje'))
    for (const by of ['gerd', 'swantje', 'tarek'] as const) await en.answer(by, round, 'consent')
    await hoursPass(w, round, 24 * 14 + 1)
    expect(await en.answer('bjarne', round, 'objection')).toBe('late')
    expect(await en.answer('bjarne', round, 'consent')).toBe('late')
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', tally: { answered: 3, entitled: 5 } })
    expect(await lateAnswersOf(w.db, round.id)).toMatchObject([
      { choice: 'objection', holder: { name: 'Bjarne Tannrodt' } },
      { choice: 'consent', holder: { name: 'Bjarne Tannrodt' } },
    ])
  })

  test('however often somebody sends the same too late, it is kept once, after the count too', async () => {
    const closesAt = inMoments(400)
    const round = await en.open(await en.propose('swantje'), 'consent', closesAt)
    await until(closesAt)
    const late = () => lateOnes(round.id)
    await Promise.all(Array.from({ length: 10 }, () => en.answer('bjarne', round, 'objection')))
    expect(await late()).toBe(1)
    await en.answer('gerd', round, 'consent')
    expect(await late()).toBe(2)
    await en.count('swantje', round)
    expect(await en.answer('tarek', round, 'consent')).toBe('late')
    expect(await late()).toBe(3)
  })

  test('after an early count no answer is taken any more', async () => {
    const round = await answered(en)
    await en.count('swantje', round)
    expect(await en.answer('gerd', round, 'objection')).toBe('counted')
    expect(await lateOnes(round.id)).toBe(0)
    expect((await ownPlaces(w.db, round, w.people.gerd.id))[0]?.own).toMatchObject({ choice: 'consent' })
  })
})

describe('closing', () => {
  test('before its time a round is counted only when everybody has answered', async () => {
    const round = await en.open(await en.propose('swantje'))
    await en.answers(round, { gerd: 'consent', swantje: 'consent', tarek: 'consent', bjarne: 'consent' })
    expect(await en.count('swantje', round)).toBeNull()
    await en.answer('fritjof', round, 'concern')
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', reason: 'no_objection' })
  })

  test('voting and closing take turns: the count says exactly what lies in the box', async () => {
    for (let again = 0; again < 4; again++) {
      const closesAt = inMoments(1500)
      const around = (moments: number) => until(new Date(closesAt.getTime() + moments))
      const round = await en.open(await en.propose('swantje'), 'majority', closesAt)
      const voters = ['gerd', 'swantje', 'tarek', 'bjarne', 'fritjof'] as const
      const votes = voters.map(async (by, nth) => {
        await around(nth * 40 - 150)
        return en.answer(by, round, nth % 2 ? 'no' : 'yes')
      })
      const count = await (async () => {
        await around(-200)
        for (;;) {
          const counted = await en.count('swantje', round)
          if (counted) return counted
        }
      })()
      const results = await Promise.all(votes)
      const cast = results.filter((result) => result === 'cast').length
      const refused = results.filter((result) => result === 'counted').length
      const inBox = (await w.db.select().from(ballots).where(eq(ballots.roundId, round.id))).filter(
        ({ receivedAt }) => receivedAt < closesAt,
      )
      expect(count.tally).toMatchObject({
        answered: inBox.length,
        yes: inBox.filter(({ choice }) => choice === 'yes').length,
        no: inBox.filter(({ choice }) => choice === 'no').length,
      })
      expect(cast).toBe(inBox.length)
      expect(cast + refused + (await lateOnes(round.id))).toBe(5)
    }
  })

  test('five who count at once get one count', async () => {
    const round = await answered(en, 'yes')
    const counted = await Promise.all(Array.from({ length: 5 }, () => en.count('swantje', round)))
    expect(new Set(counted.map((count) => count?.createdAt.getTime())).size).toBe(1)
    expect(await w.db.$count(counts, eq(counts.roundId, round.id))).toBe(1)
  })

  test('whoever leaves without an answer is taken off the roll, an answer that was given stays', async () => {
    const bt = deciding(w, 'bt')
    const round = await bt.open(await bt.propose('ayla'))
    await bt.answer('fritjof', round, 'concern')
    await bt.answers(round, { ayla: 'consent', luca: 'consent', hedwig: 'consent' })
    const leave = (person: 'fritjof' | 'vincent') =>
      change(w.ports, (tx) => loseSeat(tx, w.groups.bt.id, w.people[person].id))
    await leave('fritjof')
    await leave('vincent')
    expect(await findRound(w.db, w.groups.bt.id, round.id)).toMatchObject({ entitled: 4, answered: 4 })
    expect(await bt.answer('vincent', round, 'objection')).toBe('no_seat')
    expect(await bt.count('ayla', round)).toMatchObject({ tally: { entitled: 4, answered: 4, left: 1, concern: 1 } })
    expect(await w.db.$count(seats, eq(seats.roundId, round.id))).toBe(5)
  })

  test('nobody who is leaving while a round opens keeps a seat', async () => {
    const mo = deciding(w, 'mo')
    const proposal = await mo.propose('ole')
    const mine = eq(memberships.personId, w.people.vincent.id)
    const leaving = change(w.ports, async (tx) => {
      await tx.update(memberships).set({ endedAt: new Date() }).where(mine)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await loseSeat(tx, w.groups.mo.id, w.people.vincent.id)
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    const [round] = await Promise.all([mo.open(proposal), leaving])
    expect((await findRound(w.db, w.groups.mo.id, round.id))?.entitled).toBe(3)
  })

  test('the chair who settles a tie is whoever opened the round', async () => {
    await enacted(w, 'lw', { tieRule: 'chair' })
    const lw = deciding(w, 'lw')
    const votes = { roswitha: 'yes', jost: 'no', nele: 'yes', marlies: 'no' } as const
    const unchaired = await lw.open(await lw.propose('nele'), 'majority')
    await lw.answers(unchaired, votes)
    expect(await lw.count('nele', unchaired)).toMatchObject({ outcome: 'rejected', reason: 'tie' })
  })
})

test('a group sees its own open rounds, another group does not', async () => {
  const round = await en.open(await en.propose('swantje'), 'consent', inDays(1))
  expect((await openRounds(w.db, w.groups.en.id)).map((entry) => entry.round.id)).toContain(round.id)
  expect((await openRounds(w.db, w.groups.gl.id)).map((entry) => entry.round.id)).toEqual([])
  expect(await findRound(w.db, w.groups.gl.id, round.id)).toBeNull()
})
