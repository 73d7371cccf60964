import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { proposalWithdrawals } from '#src/decisions/proposals/schema.ts'
import { type Document, documents } from '#src/documents/schema.ts'
import { groups, memberships } from '#src/groups/schema.ts'
import { fatesOf } from '#src/referrals/fates.ts'
import { answered, inbox, returnedBy, returnedTo, underWay } from '#src/referrals/model.ts'
import { answers, referrals, takeUps } from '#src/referrals/schema.ts'
import { addressees } from '#src/referrals/sending/forwarding.ts'
import { referralsAwaitingAnswer, returnsAwaiting } from '#src/referrals/waiting.ts'
import { wayOf } from '#src/referrals/way.ts'
import { findTask } from '#src/tasks/model.ts'
import { type World, world } from '../support/world.ts'
import { type Between, between, proposalIn, twoReasons } from './setting.ts'

let w: World
let we: Between

beforeAll(async () => {
  w = await world()
  we = between(w)
})

const eventsOf = (subject: { id: string }) => w.db.select().from(events).where(eq(events.subjectId, subject.id))

const documentOf = async (id: string): Promise<Document> => {
  const [document] = await w.db.select().from(documents).where(eq(documents.id, id))
  if (!document) throw new Error('The document is gone')
  return document
}

test('something is sent to groups that work: one at rest is not offered', async () => {
  const en = w.groups.en
  const offered = async () => (await addressees(w.db, en)).map(({ slug }) => slug)
  const before = await offered()
  expect(before[0]).toBe(w.groups.kk.slug)
  await w.db.update(groups).set({ state: 'dormant' }).where(eq(groups.id, w.groups.mo.id))
  expect(await offered()).toEqual(before.filter((slug) => slug !== w.groups.mo.slug))
  await w.db.update(groups).set({ state: 'active' }).where(eq(groups.id, w.groups.mo.id))
})

describe('sending', () => {
  test('nine at once get nine numbers in a row', async () => {
    const before = await w.db.$count(referrals)
    await Promise.all(Array.from({ length: 9 }, () => we.send(null)))
    const rows = await w.db.select({ number: referrals.number }).from(referrals)
    expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: before + 9 }, (_, place) => place + 1),
    )
  })

  test('the same decision is sent once, however many press the button', async () => {
    const decision = await we.decide()
    const all = await Promise.all([we.send(decision), we.send(decision), we.send(decision)])
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect((await eventsOf(all[0])).map(({ kind }) => kind)).toEqual(['referral.forwarded'])
    const next = await we.send(null)
    expect(next.number).toBe(all[0].number + 1)
  })

  test('carries the frozen text of the decision, and tells both sides', async () => {
    const { snapshot, document, ...referral } = await we.sendText()
    const entry = await we.find(referral, 'kk')
    expect(entry.cited).toMatch(/^W-\d{4}-\d{2,}$/)
    expect(entry.snapshot).toMatchObject({ id: snapshot.id, checksum: snapshot.checksum })
    expect((await documentOf(document.id)).stage).toBe('in_decision')
    const [event] = await eventsOf(referral)
    expect(event).toMatchObject({ groupId: w.groups.en.id, alsoForId: w.groups.kk.id })
  })

  test('is seen by the two groups and by nobody else', async () => {
    const referral = await we.send(null)
    expect((await inbox(w.db, w.groups.kk.id)).map(({ id }) => id)).toContain(referral.id)
    expect((await underWay(w.db, w.groups.en.id)).map(({ id }) => id)).toContain(referral.id)
    expect((await underWay(w.db, w.groups.lw.id)).map(({ id }) => id)).not.toContain(referral.id)
    await expect(we.find(referral, 'lw')).rejects.toThrow()
  })

  test('without a decision there has to be a reason', async () => {
    await expect(we.send(null, { reason: ' ' })).rejects.toThrow()
  })
})

describe('returning', () => {
  test('brings reasons, a task with a date, a new draft, and marks the old text', async () => {
    const { document, ...referral } = await we.sendText()
    expect(await we.returns(referral)).toBe('answered')

    const { answer } = await we.find(referral)
    expect(answer).toMatchObject({
      kind: 'returned',
      reasons: twoReasons.map((words) => ({ words, reply: null })),
      wishedBy: '2099-10-20',
    })
    expect(answer?.contact).toBe('Ayla Brenscheid')
    const task = await findTask(w.db, w.groups.en.id, answer?.taskId ?? '')
    expect(task).toMatchObject({ dueOn: '2099-10-20', origin: 'return', originId: referral.id, ending: null })
    expect(task?.title).toBe('Überarbeiten: RPL 2.0 und wir: Energie')
    expect(task?.people.map(({ name }) => name)).toEqual(['Tarek Lindhövel'])
    const draft = await documentOf(answer?.draftId ?? '')
    expect(draft).toMatchObject({ groupId: w.groups.en.id, stage: 'draft', copiedFromId: referral.snapshotId })
    expect(draft.plainText).toContain('Wärme fehlt ganz.')
    expect((await documentOf(document.id)).stage).toBe('returned')
    for (const id of [draft.id, answer?.taskId ?? '']) {
      expect(await eventsOf({ id })).toMatchObject([{ facts: { consequence: 'yes' } }])
    }
    expect((await eventsOf(referral)).at(-1)?.facts).not.toHaveProperty('consequence')
    expect((await eventsOf(referral)).at(-1)).toMatchObject({
      kind: 'referral.answered',
      groupId: w.groups.kk.id,
      alsoForId: w.groups.en.id,
    })
  })

  test('a question comes back without a draft', async () => {
    const referral = await we.send(null)
    await we.returns(referral)
    expect((await we.find(referral)).answer).toMatchObject({ kind: 'returned', draftId: null })
  })

  test('two at once give one answer, one task and one draft', async () => {
    const referral = await we.sendText('Zwei auf einmal')
    const before = await w.db.$count(documents)
    await Promise.all([
      we.returns(referral),
      we.returns(referral, { reasons: ['Anders.'] }, 'ayla'),
      we.notes(referral),
    ])
    const { answer } = await we.find(referral)
    expect(await w.db.$count(answers, eq(answers.referralId, referral.id))).toBe(1)
    expect(await w.db.$count(documents)).toBe(before + (answer?.kind === 'returned' ? 1 : 0))
    expect((await eventsOf(referral)).filter(({ kind }) => kind === 'referral.answered')).toHaveLength(1)
  })

  test('waits for the group until it is sent again, and the second sending knows the first', async () => {
    const first = await we.sendText('Bürgerenergie')
    await we.returns(first)
    const isFirst = ({ id }: { id: string }) => id === first.id
    expect((await returnedTo(w.db, w.groups.en.id)).some(isFirst)).toBe(true)
    expect((await returnedBy(w.db, w.groups.kk.id)).some(isFirst)).toBe(true)
    expect((await returnsAwaiting(w.db, w.people.tarek)).some(isFirst)).toBe(true)
    expect(await returnsAwaiting(w.db, w.people.gerd)).toEqual([])

    const decision = await we.decide()
    const second = await we.send(decision, { followsId: first.id })
    expect((await returnedTo(w.db, w.groups.en.id)).some(isFirst)).toBe(false)
    expect((await we.find(second, 'kk')).followsId).toBe(first.id)
  })

  test('noting is an answer of its own, without a decision', async () => {
    const { document, ...referral } = await we.sendText()
    await we.notes(referral)
    expect((await we.find(referral)).answer).toMatchObject({ kind: 'noted', decision: null, taskId: null })
    expect((await documentOf(document.id)).stage).toBe('adopted')
    expect((await answered(w.db, w.groups.kk.id)).map(({ id }) => id)).toContain(referral.id)
  })
})

describe('deciding in the circle', () => {
  test('taken up by three at once it is one proposal', async () => {
    const referral = await we.send(null)
    const taken = await Promise.all([we.takesUp(referral), we.takesUp(referral, 'ayla'), we.takesUp(referral)])
    expect(new Set(taken.map((one) => proposalIn(one).proposalId)).size).toBe(1)
    expect(await w.db.$count(takeUps, eq(takeUps.referralId, referral.id))).toBe(1)
    expect((await we.find(referral)).takenUp).toMatchObject({ isBeingDecided: false })
  })

  test.each([
    ['adopted', 'yes'],
    ['rejected', 'no'],
  ] as const)(
    'what is %s is answered by the same stroke, and the decision of the group stands',
    async (kind, choice) => {
      const { document, ...referral } = await we.sendText(`Papier, ${kind}`)
      const decision = await we.decidesIn(referral, choice)
      const { answer } = await we.find(referral)
      expect(answer).toMatchObject({ kind, decisionId: decision.id })
      expect(answer?.decision?.cited).toMatch(/^KK-\d{4}-\d{3}$/)
      expect((await documentOf(document.id)).stage).toBe('adopted')
      expect((await inbox(w.db, w.groups.kk.id)).map(({ id }) => id)).not.toContain(referral.id)
    },
  )

  test('while a round runs or waits for its second person nobody answers otherwise', async () => {
    const referral = await we.send(null)
    const round = await we.opens(proposalIn(await we.takesUp(referral)))
    expect(await we.returns(referral)).toBe('being_decided')
    const count = await we.counts(round, 'yes')
    expect(await we.notes(referral)).toBe('being_decided')
    await we.confirms(round, count)
    expect((await we.find(referral)).answer?.kind).toBe('adopted')
    expect(await we.returns(referral)).toBe('answered')
    expect((await we.find(referral)).answer?.kind).toBe('adopted')
  })

  test('a return puts a proposal aside for which no round runs', async () => {
    const referral = await we.send(null)
    const { proposalId } = proposalIn(await we.takesUp(referral))
    await we.returns(referral)
    const of = eq(proposalWithdrawals.proposalId, proposalId)
    expect(await w.db.$count(proposalWithdrawals, of)).toBe(1)
    expect(await we.takesUp(referral)).toBe('answered')
  })

  test('a round that opens while it is returned ends in one answer', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const referral = await we.send(null)
      const taken = proposalIn(await we.takesUp(referral))
      const [returned, opened] = await Promise.allSettled([we.returns(referral), we.opens(taken)])
      const { answer, takenUp } = await we.find(referral)
      expect(returned.status).toBe('fulfilled')
      if (answer) expect([opened.status, takenUp]).toEqual(['rejected', null])
      else expect([opened.status, takenUp?.isBeingDecided]).toEqual(['fulfilled', true])
    }
  })
})

describe('what others ask', () => {
  test('the start page of those who answer names what nobody has taken up', async () => {
    const referral = await we.send(null)
    const isIt = ({ id }: { id: string }) => id === referral.id
    expect((await referralsAwaitingAnswer(w.db, w.people.henrike)).some(isIt)).toBe(true)
    expect((await referralsAwaitingAnswer(w.db, w.people.ayla)).some(isIt)).toBe(true)
    expect(await referralsAwaitingAnswer(w.db, w.people.nele)).toEqual([])
    expect(await referralsAwaitingAnswer(w.db, w.people.gerd)).toEqual([])
    await we.takesUp(referral)
    expect((await referralsAwaitingAnswer(w.db, w.people.henrike)).some(isIt)).toBe(false)
  })

  test('who has left the circle is not asked any more', async () => {
    const referral = await we.send(null)
    const seat = eq(memberships.personId, w.people.ayla.id)
    await w.db.update(memberships).set({ endedAt: new Date() }).where(seat)
    expect(await referralsAwaitingAnswer(w.db, w.people.ayla)).toEqual([])
    await w.db.update(memberships).set({ endedAt: null }).where(seat)
    expect((await we.find(referral)).answer).toBeNull()
  })

  test('a decision knows its fate', async () => {
    const decision = await we.decide()
    expect((await fatesOf(w.db, [decision.id])).get(decision.id)).toBeUndefined()
    const referral = await we.send(decision)
    expect((await fatesOf(w.db, [decision.id])).get(decision.id)).toMatchObject({ state: 'forwarded', href: null })
    const circles = await we.decidesIn(referral, 'yes')
    expect((await fatesOf(w.db, [decision.id])).get(decision.id)).toMatchObject({
      state: expect.stringMatching(/^adopted/),
      href: `/decisions/KK-${circles.year}-${String(circles.number).padStart(3, '0')}`,
      answeredBy: 'Henrike Talmann',
    })
    expect((await fatesOf(w.db, [])).size).toBe(0)
  })

  test('a document knows how far round it has come', async () => {
    const swantje = await w.actor('swantje', 'en')
    const { document, snapshot } = await we.text('Unterwegs')
    const way = async (of = document) => wayOf(w.db, swantje, of)
    expect(await way()).toMatchObject({ station: 2, decision: null, referral: null })
    const decision = await we.decide(snapshot)
    expect(await way()).toMatchObject({ station: 3, decision: { snapshotNumber: 1 } })
    const referral = await we.send(decision)
    expect(await way()).toMatchObject({ station: 4, referral: { state: 'forwarded', snapshotNumber: 1 } })

    await we.returns(referral)
    const draftId = (await we.find(referral)).answer?.draftId ?? ''
    expect(await way()).toMatchObject({
      station: 5,
      referral: null,
      returned: { reasons: twoReasons.map((words) => ({ words })), contact: 'Ayla Brenscheid' },
      draft: { href: `/groups/en/documents/${draftId}` },
    })
    const draft = await documentOf(draftId)
    expect(await way(draft)).toMatchObject({
      station: 1,
      returned: { reasons: twoReasons.map((words) => ({ words })) },
      draft: null,
    })

    const again = await we.send(await we.decide(await we.freeze(draft)), { followsId: referral.id })
    expect(await way(draft)).toMatchObject({ station: 4, returned: null })
    await we.decidesIn(again, 'yes')
    expect(await way(draft)).toMatchObject({ station: 5, referral: null, returned: null })
    expect((await way(draft)).decision?.citation).toMatch(/^KK-/)
  })

  test('a guest learns nothing of returns', async () => {
    const di = { ...(await w.actor('vera', 'di')), group: w.groups.en }
    const { document, ...referral } = await we.sendText()
    await we.returns(referral)
    expect(await wayOf(w.db, di, document)).toMatchObject({ returned: null, referral: null, draft: null })
  })
})

test('nothing ends without an answer: whatever was decided on has one', async () => {
  const open = await inbox(w.db, w.groups.kk.id)
  const taken = await w.db.select().from(takeUps)
  const decided = await w.db
    .select()
    .from(answers)
    .where(inArray(answers.kind, ['adopted', 'rejected']))
  expect(open.filter(({ id }) => decided.some(({ referralId }) => referralId === id))).toEqual([])
  expect(taken.length).toBeGreaterThan(0)
})
