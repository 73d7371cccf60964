import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { records } from '#src/decisions/records/schema.ts'
import { answers, type Referral, recordTakeUps, referrals, returnReasons, takeUps } from '#src/referrals/schema.ts'
import { taskEndings, tasks } from '#src/tasks/schema.ts'
import { type World, world } from '../support/world.ts'
import { type Between, between, reportIn } from './setting.ts'

let w: World
let we: Between
let returned: Referral

beforeAll(async () => {
  w = await world()
  we = between(w)
  returned = await we.sendText()
  await we.returns(returned)
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error),
  )

const answerOf = async (referral: Referral) => {
  const [answer] = await w.db.select().from(answers).where(eq(answers.referralId, referral.id))
  if (!answer) throw new Error('No answer')
  return answer
}

test('a return without a reason is not stored', async () => {
  const open = await we.send(null)
  const { taskId } = await answerOf(returned)
  const bare = { referralId: open.id, kind: 'returned' as const, contactId: w.people.ayla.id, taskId }
  expect(await refusal(w.db.insert(answers).values({ ...bare, answeredById: w.people.henrike.id }))).toContain('reason')
  expect(await w.db.$count(answers, eq(answers.referralId, open.id))).toBe(0)
})

test('only a return has reasons', async () => {
  const noted = await we.send(null)
  await we.notes(noted)
  const reason = { referralId: noted.id, position: 1, words: 'Nachträglich.' }
  expect(await refusal(w.db.insert(returnReasons).values(reason))).toContain('reasons belong to a return')
})

test('what was sent, answered and given as a reason never changes', async () => {
  const mine = eq(referrals.id, returned.id)
  expect(await refusal(w.db.update(referrals).set({ wish: 'anders' }).where(mine))).toContain('never change')
  expect(await refusal(w.db.update(answers).set({ statement: 'anders' }))).toContain('never change')
  expect(await refusal(w.db.update(returnReasons).set({ words: 'anders' }))).toContain('never change')
  expect(await refusal(w.db.delete(returnReasons))).toContain('never change')
  expect(await refusal(w.db.delete(answers))).toContain('never change')
  const taken = await we.send(null)
  await we.takesUp(taken)
  expect(await refusal(w.db.delete(takeUps))).toContain('never change')
})

test('there is one way to an answer at a time, and only the circle that was asked reports one', async () => {
  const [first, second, open] = [await we.send(null), await we.send(null), await we.send(null)]
  const report = reportIn(await we.reports(first))
  expect(await refusal(w.db.insert(recordTakeUps).values({ ...report, referralId: second.id }))).toBeTruthy()
  expect(await refusal(w.db.delete(recordTakeUps))).toContain('never change')
  const { wording, decidedOn, place, manner } = { ...(await we.decide()), place: 'Tannrode', manner: 'einstimmig' }
  const row = { title: 'Noch einmal', wording, decidedOn, place, manner, reportedById: w.people.henrike.id }
  const insert = async (groupId: string, { id: referralId }: Referral) => {
    const [added] = await w.db
      .insert(records)
      .values({ ...row, groupId })
      .returning()
    return refusal(w.db.insert(recordTakeUps).values({ recordId: added?.id ?? '', referralId }))
  }
  expect(await insert(w.groups.kk.id, first)).toContain('one way to an answer')
  expect(await insert(w.groups.kk.id, returned)).toContain('one way to an answer')
  expect(await insert(w.groups.en.id, open)).toContain('answers for the circle that was asked')
  expect(await insert(w.groups.kk.id, open)).toBeNull()
})

test('an answer says what the circle decided, and nothing that another group did', async () => {
  const open = await we.send(null)
  const circles = await we.decidesIn(await we.send(null), 'yes')
  const own = await we.decide()
  const given = { referralId: open.id, answeredById: w.people.henrike.id }
  const rejected = { ...given, kind: 'rejected' as const, decisionId: circles.id }
  expect(await refusal(w.db.insert(answers).values(rejected))).toContain('what the circle decided')
  const foreign = { ...given, kind: 'adopted' as const, decisionId: own.id }
  expect(await refusal(w.db.insert(answers).values(foreign))).toContain('what the circle decided')
})

test('a group sends its own decision with the version that it decided on', async () => {
  const { snapshot } = await we.text('Etwas anderes')
  const decision = await we.decide()
  const swapped = { ...decision, snapshotId: snapshot.id }
  expect(await refusal(we.send(swapped))).toContain('refers its own decision')
})

test('a task from a return is not done without a word about the result', async () => {
  const { taskId } = await answerOf(returned)
  const done = { taskId: taskId ?? '', kind: 'done' as const, words: ' ', endedById: w.people.tarek.id }
  expect(await refusal(w.db.insert(taskEndings).values(done))).toContain('says its result')
  const moved = { originLabel: 'W-2020-01' }
  expect(
    await refusal(
      w.db
        .update(tasks)
        .set(moved)
        .where(eq(tasks.id, taskId ?? '')),
    ),
  ).toContain('never changes')
})
