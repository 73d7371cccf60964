import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documents } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { cameBack, inbox } from '#src/referrals/model.ts'
import {
  answers,
  type Referral,
  reasonAnswers,
  supersessionRefusals,
  supersessions,
  takeUps,
} from '#src/referrals/schema.ts'
import { answerReasons } from '#src/referrals/sending/answering-reasons.ts'
import { withdraw } from '#src/referrals/sending/ending.ts'
import { refusedReplacements } from '#src/referrals/sending/refused.ts'
import {
  agreeToReplacement,
  possibleSuccessors,
  proposeReplacement,
  refuseReplacement,
  replacedBy,
  replacementsOf,
} from '#src/referrals/sending/replacing.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between, proposalIn, reportIn } from '../setting.ts'

let w: World
let we: Between

beforeAll(async () => {
  w = await world()
  we = between(w)
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error),
  )

const takesBack = async (referral: Referral, by: PersonKey = 'tarek', words = 'Das hat sich erledigt.') => {
  const actor = await w.actor(by, 'en')
  return change(w.ports, (tx, record) => withdraw(tx, record, actor, referral, words))
}

const proposes = async (older: Referral, newer: Referral, words = 'Es geht um dasselbe.') => {
  const henrike = await w.actor('henrike', 'kk')
  const given = { successorId: newer.id, words }
  return change(w.ports, (tx, record) => proposeReplacement(tx, record, henrike, older, given))
}

const agrees = async (older: Referral) => {
  const swantje = await w.actor('swantje', 'en')
  const [proposed] = await replacementsOf(w.db, older)
  if (!proposed) throw new Error('Nothing was proposed')
  return change(w.ports, (tx, record) => agreeToReplacement(tx, record, swantje, older, proposed))
}

const endings = (referral: Pick<Referral, 'id'>) => w.db.$count(answers, eq(answers.referralId, referral.id))

describe('taking back', () => {
  test('ends it with a reason, lets the text move on and leaves nothing in the inbox', async () => {
    const referral = await we.sendText('Zurück zu uns')
    expect(await takesBack(referral)).toBe('ended')
    expect((await we.find(referral)).answer).toMatchObject({ kind: 'withdrawn', statement: 'Das hat sich erledigt.' })
    expect((await inbox(w.db, w.groups.kk.id)).map(({ id }) => id)).not.toContain(referral.id)
    const [document] = await w.db.select().from(documents).where(eq(documents.id, referral.document.id))
    expect(document?.stage).not.toBe('with_circle')
    expect(await takesBack(referral)).toBe('answered')
  })

  test('takes a proposal with it that no round is running about: nothing can become of it any more', async () => {
    const referral = await we.send(null)
    const taken = proposalIn(await we.takesUp(referral))
    expect(await takesBack(referral)).toBe('ended')
    await expect(we.opens(taken)).rejects.toThrow()
    expect(await endings(referral)).toBe(1)
    expect(await we.takesUp(referral)).toBe('answered')
    const again = await refusal(w.db.insert(takeUps).values({ proposalId: taken.proposalId, referralId: referral.id }))
    expect(again).toBeTruthy()
  })

  test('waits while it is being decided, in a round or with a report that is not confirmed', async () => {
    const [inRound, inMeeting] = [await we.send(null), await we.send(null)]
    await we.opens(proposalIn(await we.takesUp(inRound)))
    const report = reportIn(await we.reports(inMeeting))
    expect([await takesBack(inRound), await takesBack(inMeeting)]).toEqual(['being_decided', 'being_decided'])
    await we.confirmsReport(report)
    expect((await we.find(inMeeting)).answer?.kind).toMatch(/adopted/)
  })

  test('and answering at the same time: exactly one of them ends it', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const referral = await we.send(null)
      const [back] = await Promise.all([takesBack(referral), turn % 2 ? we.notes(referral) : we.returns(referral)])
      expect(await endings(referral)).toBe(1)
      const { answer } = await we.find(referral)
      expect(answer?.kind === 'withdrawn').toBe(back === 'ended')
    }
  })
})

describe('a newer one in its place', () => {
  test('is in force once the group agrees, and linked both ways', async () => {
    const [older, newer] = [await we.send(null), await we.send(null)]
    expect((await possibleSuccessors(w.db, older)).map(({ id }) => id)).toContain(newer.id)
    expect((await possibleSuccessors(w.db, newer)).map(({ id }) => id)).not.toContain(older.id)
    await proposes(older, newer)
    expect(await proposes(older, newer)).toBe('proposed')
    expect(await endings(older)).toBe(0)
    expect(await agrees(older)).toBe('ended')
    const found = await we.find(older)
    expect(found.answer).toMatchObject({ kind: 'superseded', successor: { id: newer.id } })
    expect(await replacedBy(w.db, newer)).toEqual([{ id: older.id, cited: found.cited }])
    expect(await endings(newer)).toBe(0)
  })

  test('is not there any more once the group has refused it or the newer one has ended', async () => {
    const [older, newer, newest] = [await we.send(null), await we.send(null), await we.send(null)]
    await proposes(older, newer)
    const [first] = await replacementsOf(w.db, older)
    const tarek = await w.actor('tarek', 'en')
    await change(w.ports, (tx, r) => refuseReplacement(tx, r, tarek, older, { id: first?.id ?? '' }, 'Beides zählt.'))
    expect(await replacementsOf(w.db, older)).toEqual([])
    const [no] = await refusedReplacements(w.db, older)
    expect(no).toMatchObject({ words: 'Beides zählt.', refusedBy: w.people.tarek.name, successor: { id: newer.id } })
    await proposes(older, newest)
    const [second] = await replacementsOf(w.db, older)
    await takesBack(newest)
    expect(await replacementsOf(w.db, older)).toEqual([])
    if (!second) throw new Error('Nothing was proposed')
    expect(await change(w.ports, (tx, r) => agreeToReplacement(tx, r, tarek, older, second))).toBe('answered')
    expect(await endings(older)).toBe(0)
  })

  test('refused with too many words is told so, and none of them is lost', async () => {
    const [older, newer] = [await we.send(null), await we.send(null)]
    await proposes(older, newer)
    const [proposed] = await replacementsOf(w.db, older)
    const words = 'Beides zählt. '.repeat(200)
    const path = paths.replacementRefusal(w.groups.en, older, proposed ?? { id: '' })
    const told = await (await w.as('tarek'))(path, { form: { words } })
    expect(told.status).toBe(422)
    const page = await told.text()
    expect(page).toContain('höchstens 2.000 Zeichen')
    expect(page).toContain(words.trim())
    expect(await refusedReplacements(w.db, older)).toEqual([])
  })

  test('agreed to and taken back at the same time ends it once', async () => {
    const [older, newer] = [await we.send(null), await we.send(null)]
    await proposes(older, newer)
    const told = await Promise.all([agrees(older), takesBack(older)])
    expect(told.sort()).toEqual(['answered', 'ended'])
    expect(await endings(older)).toBe(1)
  })
})

test('what must hold whoever asks is kept by the database', async () => {
  const [older, newer] = [await we.send(null), await we.send(null)]
  const by = { answeredById: w.people.tarek.id }
  const ending = { referralId: older.id, kind: 'withdrawn' as const, ...by }
  expect(await refusal(w.db.insert(answers).values({ ...ending, statement: ' ' }))).toContain('withdrawn_with_a_reason')
  const superseded = { referralId: older.id, kind: 'superseded' as const, successorId: newer.id, ...by }
  expect(await refusal(w.db.insert(answers).values(superseded))).toContain('superseded_as_proposed')
  const bare = { ...superseded, successorId: null }
  expect(await refusal(w.db.insert(answers).values(bare))).toContain('superseding_needs_a_successor')
  const proposal = { proposedById: w.people.henrike.id }
  const backwards = { ...proposal, referralId: newer.id, successorId: older.id }
  expect(await refusal(w.db.insert(supersessions).values(backwards))).toContain('only a newer referral')
  await proposes(older, newer)
  const [proposed] = await replacementsOf(w.db, older)
  const no = { supersessionId: proposed?.id ?? '', refusedById: w.people.tarek.id }
  await w.db.insert(supersessionRefusals).values(no)
  expect(await refusal(w.db.insert(answers).values(superseded))).toContain('has refused this')
  expect(await refusal(w.db.delete(supersessionRefusals))).toContain('never change')
  await we.takesUp(older)
  const early = { ...ending, statement: 'Doch nicht.' }
  expect(await refusal(w.db.insert(answers).values(early))).toContain('would still be decided on')
  const foreign = { followsId: newer.id }
  expect(await refusal(we.send(null, foreign))).toContain('that has ended')
})

describe('again', () => {
  test('a decision that was rejected or taken back is sent as a new referral that names the old one', async () => {
    const decision = await we.decide()
    const first = await we.send(decision)
    expect((await we.send(decision)).id).toBe(first.id)
    await we.decidesIn(first, 'no')
    const second = await we.send(decision)
    expect([second.id === first.id, second.followsId]).toEqual([false, first.id])
    await takesBack(second)
    const both = await Promise.all([we.send(decision), we.send(decision)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(both[0]?.followsId).toBe(second.id)
  })

  test('so is a later version of a text that was rejected', async () => {
    const { document, ...first } = await we.sendText('Abgelehnt')
    await we.decidesIn(first, 'no')
    const later = await we.send(await we.decide(await we.freeze(document), 'Noch einmal'))
    expect(later.followsId).toBe(first.id)
    expect((await cameBack(w.db, w.groups.en.id)).map(({ id }) => id)).toContain(first.id)
  })
})

test('what is said to a reason can be changed until it is sent again, and never after', async () => {
  const first = await we.sendText('Mit Gründen')
  await we.returns(first)
  const { answer } = await we.find(first)
  const reasons = answer?.reasons ?? []
  const gerd = await w.actor('gerd', 'en')
  const says = (words: string[]) =>
    change(w.ports, (tx, record) =>
      answerReasons(tx, record, gerd, first, {
        reasons,
        replies: reasons.map(({ id }, place) => ({ reasonId: id, words: words[place] ?? '', passage: 'Geld' })),
      }),
    )
  expect(await says(['Das Land.', ''])).toBe(true)
  expect(await says(['Das Land und wir.', 'Mit dem Melderegister.'])).toBe(true)
  const draft = { id: answer?.draftId ?? '', groupId: w.groups.en.id } as Parameters<Between['freeze']>[0]
  await we.send(await we.decide(await we.freeze(draft), 'Überarbeitet'), { followsId: first.id })
  expect(await says(['Zu spät.', 'Zu spät.'])).toBe(false)
  expect((await we.find(first, 'kk')).answer?.reasons).toMatchObject([
    { reply: { words: 'Das Land und wir.', passage: 'Geld', answeredBy: w.people.gerd.name } },
    { reply: { words: 'Mit dem Melderegister.' } },
  ])
  expect(await refusal(w.db.update(reasonAnswers).set({ words: 'anders' }))).toContain('never changes once it was sent')
  expect(await refusal(w.db.delete(reasonAnswers))).toContain('never changes once it was sent')
})
