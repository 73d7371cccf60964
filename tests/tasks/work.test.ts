import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { memberships } from '#src/groups/schema.ts'
import { changeTask } from '#src/tasks/changing.ts'
import { complete, drop, needsResult, reopen } from '#src/tasks/ending.ts'
import { taskHistory } from '#src/tasks/history.ts'
import { findTask } from '#src/tasks/model.ts'
import { mayBegin, mayDeleteRemark, mayDrop, mayRemark, mayWorkOn } from '#src/tasks/policy.ts'
import { releaseTasks } from '#src/tasks/releasing.ts'
import { type Task, taskEndings, tasks } from '#src/tasks/schema.ts'
import { begin, halt } from '#src/tasks/work/beginning.ts'
import { deleteRemark, findRemark, remarksOn, say } from '#src/tasks/work/remarks.ts'
import { taskBeginnings, taskRemarks, taskSteps, taskTurns } from '#src/tasks/work/schema.ts'
import { addStep, markStep, mostSteps, moveStep, removeStep, stepsOf } from '#src/tasks/work/steps.ts'
import { turnsOf } from '#src/tasks/work/turns.ts'
import { type World, world } from '../support/world.ts'
import { refusal, writeTask } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})

const id = (key: keyof World['people']) => w.people[key].id
const gerd = () => ({ actorId: id('gerd') })
const find = async (task: Task) => findTask(w.db, task.groupId, task.id)
const finish = (task: Task) => change(w.ports, (tx, record) => complete(tx, record, task, { result: 'ja', ...gerd() }))

describe('in progress', () => {
  test('is what somebody has begun, until it is halted, done or dropped', async () => {
    const task = await writeTask(w)
    const both = await Promise.all(
      [id('gerd'), id('swantje')].map((actorId) =>
        change(w.ports, (tx, record) => begin(tx, record, task, { actorId })),
      ),
    )
    expect(both.filter(Boolean)).toHaveLength(1)
    expect((await find(task))?.begunAt).toBeInstanceOf(Date)
    await change(w.ports, (tx, record) => halt(tx, record, task, gerd()))
    expect((await find(task))?.begunAt).toBeNull()
    await change(w.ports, (tx, record) => begin(tx, record, task, gerd()))
    await finish(task)
    expect(await find(task)).toMatchObject({ begunAt: null, isOpen: false })
    const kinds = (await taskHistory(w.db, task)).map(({ kind }) => kind)
    expect(kinds).toEqual(['task.created', 'task.begun', 'task.halted', 'task.begun', 'task.done'])
  })

  test('is nothing that has ended; opened again it is just open', async () => {
    const task = await writeTask(w)
    await finish(task)
    expect(await change(w.ports, (tx, record) => begin(tx, record, task, gerd()))).toBe(false)
    const row = { taskId: task.id, begunById: id('gerd') }
    expect(await refusal(w.db.insert(taskBeginnings).values(row))).toContain('only_open_tasks_are_begun')
    await change(w.ports, (tx, record) => reopen(tx, record, task, { reason: 'doch', ...gerd() }))
    expect(await find(task)).toMatchObject({ begunAt: null, isOpen: true, ending: null })
  })

  test('whether a task is open nobody can say but its ending', async () => {
    const task = await writeTask(w)
    await w.db.update(tasks).set({ isOpen: false }).where(eq(tasks.id, task.id))
    expect((await find(task))?.isOpen).toBe(true)
    await finish(task)
    await w.db.update(tasks).set({ isOpen: true }).where(eq(tasks.id, task.id))
    expect((await find(task))?.isOpen).toBe(false)
    await w.db.delete(taskEndings).where(eq(taskEndings.taskId, task.id))
    expect((await find(task))?.isOpen).toBe(true)
  })
})

describe('the checklist', () => {
  test('has an order, who did what, and an end', async () => {
    const task = await writeTask(w)
    const act = <T>(verb: (tx: typeof w.db, doing: Parameters<typeof addStep>[1]) => Promise<T>) =>
      change(w.ports, (tx, record) => verb(tx, { record, task, ...gerd() }))
    for (const words of ['Dach', 'Keller', 'Hof']) await act((tx, doing) => addStep(tx, doing, words))
    const [dach, keller, hof] = await stepsOf(w.db, task.id)
    if (!dach || !keller || !hof) throw new Error('Steps are missing')
    await act((tx, doing) => moveStep(tx, doing, { stepId: hof.id, by: -1 }))
    await act((tx, doing) => moveStep(tx, doing, { stepId: dach.id, by: -1 }))
    await act((tx, doing) => markStep(tx, doing, { stepId: hof.id, isDone: true }))
    await act((tx, doing) => removeStep(tx, doing, keller.id))
    const told = (await stepsOf(w.db, task.id)).map(({ words, doneBy }) => [words, doneBy])
    expect(told).toEqual([
      ['Dach', null],
      ['Hof', 'Gerd Moosbach'],
    ])
    expect((await find(task))?.steps).toEqual({ done: 1, all: 2 })
    await act((tx, doing) => markStep(tx, doing, { stepId: hof.id, isDone: false }))
    expect((await find(task))?.steps).toEqual({ done: 0, all: 2 })
    await w.db.execute(sql`insert into task_steps (task_id, words, position)
      select ${task.id}, 'x', n from generate_series(3, ${mostSteps}) n`)
    expect(await act((tx, doing) => addStep(tx, doing, 'zu viel'))).toBe(false)
    expect((await taskHistory(w.db, task)).map(({ kind }) => kind)).toEqual(['task.created'])
  })

  test('of a task that has ended stays as it was, and what has ended is not halted either', async () => {
    const task = await writeTask(w)
    const act = <T>(verb: (tx: typeof w.db, doing: Parameters<typeof addStep>[1]) => Promise<T>) =>
      change(w.ports, (tx, record) => verb(tx, { record, task, ...gerd() }))
    await act((tx, doing) => addStep(tx, doing, 'Dach'))
    const [step] = await stepsOf(w.db, task.id)
    if (!step) throw new Error('The step is missing')
    await finish(task)
    await act((tx, doing) => markStep(tx, doing, { stepId: step.id, isDone: true }))
    await act((tx, doing) => removeStep(tx, doing, step.id))
    expect(await stepsOf(w.db, task.id)).toEqual([step])
    expect(await change(w.ports, (tx, record) => halt(tx, record, task, gerd()))).toBe(false)
  })

  test('a step says something and was done by somebody', async () => {
    const { id: taskId } = await writeTask(w)
    const empty = w.db.insert(taskSteps).values({ taskId, words: '', position: 1 })
    expect(await refusal(empty)).toContain('task_steps_say_something')
    const byNobody = w.db.insert(taskSteps).values({ taskId, words: 'x', position: 1, doneAt: new Date() })
    expect(await refusal(byNobody)).toContain('task_steps_done_by_somebody')
  })
})

describe('comments', () => {
  test('stay in their order; a deleted one leaves its place without its words', async () => {
    const task = await writeTask(w)
    await change(w.ports, (tx, record) => say(tx, record, task, { words: 'Wer hat die Zahlen?', ...gerd() }))
    await change(w.ports, (tx, record) => say(tx, record, task, { words: 'Ich.', actorId: id('tarek') }))
    const [first] = await remarksOn(w.db, task.id)
    const remark = first && (await findRemark(w.db, task, first.id))
    if (!remark) throw new Error('No remark')
    await change(w.ports, (tx, record) => deleteRemark(tx, record, task, remark))
    await change(w.ports, (tx, record) => deleteRemark(tx, record, task, remark))
    const said = (await remarksOn(w.db, task.id)).map(({ author, words }) => [author, words])
    expect(said).toEqual([
      ['Gerd Moosbach', ''],
      ['Tarek Lindhövel', 'Ich.'],
    ])
    expect((await find(task))?.remarks).toBe(1)
  })

  test('are not said differently afterwards, whoever asks', async () => {
    const task = await writeTask(w)
    await change(w.ports, (tx, record) => say(tx, record, task, { words: 'So war es.', ...gerd() }))
    const other = w.db.update(taskRemarks).set({ words: 'Anders.' }).where(eq(taskRemarks.taskId, task.id))
    expect(await refusal(other)).toContain('task_remarks_are_only_deleted')
    expect(await refusal(w.db.delete(taskRemarks))).toContain('task_remarks_are_only_deleted')
  })
})

describe('who was responsible', () => {
  test('stays readable from when to when, also when somebody leaves', async () => {
    const task = await writeTask(w, { personIds: [id('bjarne'), id('gerd')] })
    const given = { title: task.title, dueOn: null, personIds: [id('bjarne'), id('tarek')], actorId: id('swantje') }
    await change(w.ports, (tx, record) => changeTask(tx, record, task, given))
    const leaver = { groupId: task.groupId, personId: id('bjarne'), actorId: id('swantje') }
    await change(w.ports, (tx, record) => releaseTasks(tx, record, leaver))
    await w.db
      .update(memberships)
      .set({ endedAt: new Date() })
      .where(eq(memberships.personId, id('bjarne')))
    const turns = (await turnsOf(w.db, task.id)).map(({ name, until }) => [name, until !== null])
    expect(turns).toEqual([
      ['Bjarne Tannrodt', true],
      ['Gerd Moosbach', true],
      ['Tarek Lindhövel', false],
    ])
    await change(w.ports, (tx, record) =>
      changeTask(tx, record, task, { ...given, personIds: [id('gerd'), id('tarek')] }),
    )
    expect((await turnsOf(w.db, task.id)).filter(({ name }) => name === 'Gerd Moosbach')).toHaveLength(2)
  })

  test('is not rewritten, whoever asks', async () => {
    await writeTask(w)
    expect(await refusal(w.db.delete(taskTurns))).toContain('turns_only_end')
    expect(await refusal(w.db.update(taskTurns).set({ personId: id('nele') }))).toContain('turns_only_end')
    expect(await refusal(w.db.update(taskTurns).set({ until: null }))).toContain('turns_only_end')
  })
})

describe('where it came from', () => {
  test('a task from a meeting or a comment is ended like a free one', async () => {
    for (const kind of ['meeting', 'comment'] as const) {
      const task = await writeTask(w, { origin: { kind, id: crypto.randomUUID(), label: 'Sitzung am 3. Oktober' } })
      expect(needsResult(task)).toBe(false)
      await change(w.ports, (tx, record) => complete(tx, record, task, { result: '', ...gerd() }))
      expect((await find(task))?.ending).toMatchObject({ kind: 'done', words: '' })
    }
  })

  test('a decided one needs its result and a reason, whoever asks', async () => {
    const task = await writeTask(w, { origin: { kind: 'decision', id: crypto.randomUUID(), label: 'EN-2026-004' } })
    const done = { taskId: task.id, kind: 'done', words: ' ', endedById: id('gerd') } as const
    expect(await refusal(w.db.insert(taskEndings).values(done))).toContain('says its result')
    const dropping = change(w.ports, (tx, record) => drop(tx, record, task, { reason: '', ...gerd() }))
    expect(await refusal(dropping)).toContain('dropping_has_a_reason')
  })

  test('a task does not begin after it is due', async () => {
    const wrong = { groupId: w.groups.en.id, title: 'x', startsOn: '2026-10-02', dueOn: '2026-10-01' }
    expect(await refusal(w.db.insert(tasks).values(wrong))).toContain('begins_before_it_is_due')
  })
})

test('who works on a task, who speaks, who deletes', async () => {
  const task = await find(await writeTask(w))
  const meeting = task && { ...task, origin: 'meeting' as const }
  if (!task || !meeting) throw new Error('No task')
  const may = async (person: Parameters<World['actor']>[0]) => {
    const actor = await w.actor(person, 'en')
    return [mayBegin(actor, task), mayWorkOn(actor, task), mayDrop(actor, meeting), mayRemark(actor)]
  }
  expect(await may('gerd')).toEqual([true, true, true, true])
  expect(await may('swantje')).toEqual([true, true, true, true])
  expect(await may('tarek')).toEqual([false, false, false, true])
  const actor = await w.actor('tarek', 'en')
  expect(mayDeleteRemark(actor, { authorId: id('tarek') })).toBe(true)
  expect(mayDeleteRemark(actor, { authorId: id('gerd') })).toBe(false)
})
