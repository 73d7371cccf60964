import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { memberships } from '#src/groups/schema.ts'
import type { NewTask } from '#src/tasks/adding.ts'
import { changeTask } from '#src/tasks/changing.ts'
import { complete, drop, reopen } from '#src/tasks/ending.ts'
import { findTask } from '#src/tasks/model.ts'
import { chainOf } from '#src/tasks/rhythm/chain.ts'
import { nextDue, nextStart } from '#src/tasks/rhythm/coming.ts'
import { rhythmOf } from '#src/tasks/rhythm/keeping.ts'
import { type Task, tasks } from '#src/tasks/schema.ts'
import { addStep, markStep, stepsOf } from '#src/tasks/work/steps.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'
import { refusal, writeTask } from './setting.ts'

const every = (count: number, unit: 'week' | 'month', anchorOn: string) => ({ every: count, unit, anchorOn })

test.each([
  ['every week', every(1, 'week', '2026-10-05'), '2026-10-05', '2026-10-05', '2026-10-12'],
  ['done early', every(2, 'week', '2026-10-05'), '2026-10-05', '2026-09-20', '2026-10-19'],
  ['done late, without arrears', every(1, 'week', '2026-10-05'), '2026-10-05', '2026-10-28', '2026-11-02'],
  ['done late on a day of the rhythm', every(1, 'week', '2026-10-05'), '2026-10-05', '2026-10-26', '2026-11-02'],
  ['the 31st in February', every(1, 'month', '2026-01-31'), '2026-01-31', '2026-01-31', '2026-02-28'],
  ['and in March again', every(1, 'month', '2026-01-31'), '2026-02-28', '2026-02-28', '2026-03-31'],
  ['a leap year', every(12, 'month', '2027-02-28'), '2027-02-28', '2027-02-27', '2028-02-28'],
  ['the 29th of February a year later', every(12, 'month', '2028-02-29'), '2028-02-29', '2028-02-29', '2029-02-28'],
  ['every three months', every(3, 'month', '2026-11-30'), '2026-11-30', '2026-11-29', '2027-02-28'],
  ['ten years later', every(1, 'month', '2016-01-31'), '2016-01-31', '2026-02-10', '2026-02-28'],
])('the next day of a rhythm: %s', (_what, beat, dueOn, today, next) => {
  expect(nextDue(beat, { dueOn, today })).toBe(next)
})

test('it begins as long before its day as the one before did', () => {
  expect(nextStart({ startsOn: '2026-10-01', dueOn: '2026-10-05' }, '2026-11-05')).toBe('2026-11-01')
  expect(nextStart({ startsOn: null, dueOn: '2026-10-05' }, '2026-11-05')).toBeNull()
})

describe('a task that comes again', () => {
  let w: World
  const today = dayOf(new Date())
  const weekly = { every: 1, unit: 'week' } as const

  beforeAll(async () => {
    w = await world({ quiet: true })
  })

  const write = (fields: Partial<NewTask> = {}) =>
    writeTask(w, {
      title: 'Zähler ablesen',
      dueOn: today,
      rhythm: weekly,
      personIds: [w.people.gerd.id, w.people.tarek.id],
      ...fields,
    })

  const done = (task: Task, by: 'gerd' | 'tarek' = 'gerd') =>
    change(w.ports, (tx, record) => complete(tx, record, task, { result: 'ja', actorId: w.people[by].id }))

  const nextOf = async (task: Task) => w.db.select().from(tasks).where(eq(tasks.followsId, task.id))

  test('is there again in the moment in which two tick it off at once, one time', async () => {
    const task = await write()
    await Promise.all([done(task), done(task, 'tarek'), done(task), done(task, 'tarek')])
    const next = await nextOf(task)
    expect(next.map(({ title, dueOn, isOpen }) => ({ title, dueOn, isOpen }))).toEqual([
      { title: 'Zähler ablesen', dueOn: addDays(today, 7), isOpen: true },
    ])
  })

  test('is not there a second time when it is opened and ticked off again', async () => {
    const task = await write()
    await done(task)
    await change(w.ports, (tx, record) => reopen(tx, record, task, { reason: 'doch', actorId: w.people.gerd.id }))
    await done(task)
    expect(await nextOf(task)).toHaveLength(1)
    const twin = { groupId: task.groupId, title: 'noch eine', followsId: task.id }
    expect(await refusal(w.db.insert(tasks).values(twin))).toContain('tasks_followsId_unique')
  })

  test('has the same steps, none done, the same people who are still here, and the same origin', async () => {
    const origin = { kind: 'decision', id: crypto.randomUUID(), label: 'EN-2026-009' } as const
    const task = await write({
      origin,
      personIds: [w.people.gerd.id, w.people.bjarne.id],
      startsOn: addDays(today, -2),
    })
    const doing = { task, actorId: w.people.gerd.id }
    await change(w.ports, (tx, record) => addStep(tx, { ...doing, record }, 'Keller'))
    const [step] = await stepsOf(w.db, task.id)
    const mark = { stepId: step?.id ?? '', isDone: true }
    await change(w.ports, (tx, record) => markStep(tx, { ...doing, record }, mark))
    await w.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, w.people.bjarne.id))
    await done(task)
    const [next] = await nextOf(task)
    const entry = await findTask(w.db, w.groups.en.id, next?.id ?? '')
    expect(entry).toMatchObject({ originLabel: 'EN-2026-009', startsOn: addDays(today, 5), steps: { done: 0, all: 1 } })
    expect(entry?.people.map(({ name }) => name)).toEqual(['Gerd Moosbach'])
    expect(entry?.rhythm).toMatchObject(weekly)
  })

  test('shows the ones before and after, and ends when it is dropped', async () => {
    const first = await write()
    await done(first)
    const [second] = await nextOf(first)
    if (!second) throw new Error('There is no second one')
    await done(second)
    const [third] = await nextOf(second)
    if (!third) throw new Error('There is no third one')
    expect((await chainOf(w.db, second)).map(({ id }) => id)).toEqual([third.id, second.id, first.id])
    const enough = { reason: 'Es liest sich selbst ab.', actorId: w.people.gerd.id }
    await change(w.ports, (tx, record) => drop(tx, record, third, enough))
    expect(await nextOf(third)).toEqual([])
    expect(await chainOf(w.db, await write())).toEqual([])
  })

  test('is counted anew from another day, and comes no more when somebody says so', async () => {
    const task = await write({ dueOn: '2030-01-31', rhythm: { every: 1, unit: 'month' } })
    const to = (dueOn: string | null, rhythm?: null) =>
      change(w.ports, (tx, record) =>
        changeTask(tx, record, task, {
          title: task.title,
          dueOn,
          personIds: [],
          actorId: w.people.gerd.id,
          ...(rhythm === null && { rhythm }),
        }),
      )
    await to('2030-02-15')
    expect(await rhythmOf(w.db, task.id)).toMatchObject({ every: 1, anchorOn: '2030-02-15' })
    await to('2030-02-15', null)
    expect(await rhythmOf(w.db, task.id)).toBeNull()
    await done(task)
    expect(await nextOf(task)).toEqual([])
  })
})
