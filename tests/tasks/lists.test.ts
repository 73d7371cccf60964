import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { paths } from '#src/paths.ts'
import type { NewTask } from '#src/tasks/adding.ts'
import { openTasksWithoutAnybody, overdueTasks } from '#src/tasks/attention.ts'
import { boardOf } from '#src/tasks/board/columns.ts'
import { moveCard } from '#src/tasks/board/placing.ts'
import { complete } from '#src/tasks/ending.ts'
import { onOnePage, type TaskFilter, taskPart } from '#src/tasks/lists.ts'
import { groupTasks, openTasksFor } from '#src/tasks/model.ts'
import { type Task, tasks } from '#src/tasks/schema.ts'
import { begin } from '#src/tasks/work/beginning.ts'
import { addDays, dayOf, weekdayOf } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'
import { writeTask } from './setting.ts'

let w: World
const now = new Date()
const today = dayOf(now)
const sunday = addDays(today, 7 - weekdayOf(today))

beforeAll(async () => {
  w = await world({ quiet: true })
})

const gerd = () => ({ actorId: w.people.gerd.id })
const act = (task: Task, verb: typeof begin) => change(w.ports, (tx, record) => verb(tx, record, task, gerd()))
const finish = (task: Task) => change(w.ports, (tx, record) => complete(tx, record, task, { result: 'ja', ...gerd() }))

describe('the list', () => {
  const lw = () => w.groups.lw.id
  const write = (title: string, fields: Partial<NewTask> = {}) =>
    writeTask(w, { groupId: lw(), personIds: [w.people.nele.id], actorId: w.people.nele.id, title, ...fields })
  const shown = async (filter: TaskFilter) =>
    (await taskPart(w.db, lw(), filter, { page: 1, now })).tasks.map(({ title }) => title)

  test('shows what is wanted: who, by when, from where, how far', async () => {
    await write('überfällig', { dueOn: addDays(today, -1) })
    await write('am Sonntag', { dueOn: sunday, personIds: [w.people.jost.id] })
    await write('am Montag darauf', { dueOn: addDays(sunday, 1), personIds: [] })
    const origin = { kind: 'meeting', id: crypto.randomUUID(), label: 'LW-03' } as const
    await act(await write('ohne Termin', { origin }), begin)
    await finish(await write('getan', { dueOn: addDays(today, -3) }))

    expect(await shown({})).toEqual(['getan', 'überfällig', 'am Sonntag', 'am Montag darauf', 'ohne Termin'])
    expect(await shown({ who: 'nobody' })).toEqual(['am Montag darauf'])
    expect(await shown({ who: w.people.jost.id })).toEqual(['am Sonntag'])
    expect(await shown({ due: 'overdue', state: 'begun' })).toEqual([])
    expect(await shown({ due: 'week' })).toEqual(['am Sonntag'])
    expect(await shown({ due: 'none' })).toEqual(['ohne Termin'])
    expect(await shown({ origin: 'meeting' })).toEqual(['ohne Termin'])
    expect(await shown({ state: 'begun' })).toEqual(['ohne Termin'])
    expect(await shown({ state: 'done' })).toEqual(['getan'])
    expect(await shown({ state: 'dropped' })).toEqual([])
    expect(await shown({ state: 'all' })).toHaveLength(5)
  })

  test('what the next meeting asks for: what is overdue, what nobody does', async () => {
    expect(await overdueTasks(w.db, lw(), today)).toMatchObject({ count: 1, first: [{ title: 'überfällig' }] })
    expect(await openTasksWithoutAnybody(w.db, lw())).toMatchObject({
      count: 1,
      first: [{ title: 'am Montag darauf' }],
    })
  })

  test('the page understands the same as a form without script, and nothing else', async () => {
    const nele = await w.as('nele')
    const page = async (wanted: Record<string, string>) => (await nele(paths.tasks(w.groups.lw, wanted))).text()
    expect(await page({ who: 'nobody', due: '', origin: '', state: 'open' })).not.toContain('am Sonntag')
    expect(await page({ due: 'overdue' })).toMatch(/<option value="overdue" selected/)
    expect(await page({ due: 'never', who: "' or 1=1", page: '-7' })).toContain('am Sonntag')
    expect(await page({ due: 'none', who: 'nobody' })).toContain('Dazu gibt es keine Aufgabe.')
  })
})

describe('the board', () => {
  const columns = async () => {
    const board = await boardOf(w.db, w.groups.di.id, {}, now)
    const titles = (name: 'open' | 'begun' | 'done') => board[name].tasks.map(({ title }) => title).join('')
    return [titles('open'), titles('begun'), titles('done')]
  }
  const move = (task: Task, to: Parameters<typeof moveCard>[3]['move']) =>
    change(w.ports, (tx, record) => moveCard(tx, record, task, { move: to, actorId: w.people.piet.id }))

  test('keeps the order that people give it, whoever arranges at the same time', async () => {
    const cards: Record<string, Task> = {}
    for (const title of ['D', 'C', 'B', 'A'])
      cards[title] = await writeTask(w, { title, groupId: w.groups.di.id, personIds: [] })
    const { A, B, C, D } = cards as Record<'A' | 'B' | 'C' | 'D', Task>
    expect(await columns()).toEqual(['ABCD', '', ''])
    await move(C, { by: 'up' })
    await move(A, { by: 'down' })
    await move(D, { by: 'down' })
    expect(await columns()).toEqual(['CABD', '', ''])
    await move(D, { to: 'open', below: C.id })
    await move(B, { to: 'begun', below: D.id })
    await move(A, { to: 'begun', below: B.id })
    await move(C, { to: 'open', below: crypto.randomUUID() })
    expect(await columns()).toEqual(['CD', 'BA', ''])
    for (let again = 0; again < 24; again += 1) await move(again % 2 ? C : D, { by: 'up' })
    await move(A, { to: 'open', below: C.id })
    await Promise.all([move(B, { to: 'open', below: C.id }), move(D, { to: 'begun' }), move(B, { by: 'up' })])
    await finish(C)
    await move(C, { to: 'open' })
    const [open, begun, done] = await columns()
    expect([[...(open ?? '')].sort().join(''), begun, done]).toEqual(['AB', 'D', 'C'])
  })

  test('cards of others are moved by the lead, not by everybody', async () => {
    const task = await writeTask(w)
    const [tarek, swantje] = [await w.as('tarek'), await w.as('swantje')]
    const place = paths.taskPlace(w.groups.en, task)
    expect((await tarek(place, { form: { move: 'begun' } })).status).toBe(403)
    expect((await swantje(place, { form: { move: 'begun' } })).headers.get('location')).toBe(
      '/groups/en/tasks?view=board',
    )
    expect(await (await tarek('/groups/en/tasks?view=board')).text()).toMatch(/lane-begun"[^>]*><li[^>]*card-/)
  })
})

test('ten thousand tasks of one group are listed, counted and put on the board in no time', {
  timeout: 60_000,
}, async () => {
  const groupId = w.groups.mo.id
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`insert into tasks (group_id, title, due_on, origin, origin_id, origin_label, is_open)
      select ${groupId}, 'Aufgabe ' || n, date '2020-01-01' + (n % 3000), 'meeting', gen_random_uuid(), 'MO-1', n % 10 = 7
      from generate_series(1, 10000) n`)
    await tx.execute(sql`insert into task_endings (task_id, kind, ended_by_id, created_at)
      select id, 'done', ${w.people.ole.id}, now() - interval '40 days' from tasks
      where group_id = ${groupId} and not is_open`)
    await tx.execute(sql`insert into task_people (task_id, person_id)
      select id, ${w.people.ole.id} from tasks where group_id = ${groupId} and title like '%77'`)
  })
  await w.db.execute(sql`analyze`)
  expect(await w.db.$count(tasks, and(eq(tasks.groupId, groupId), eq(tasks.isOpen, true)))).toBe(1000)

  const asked = {
    page: () => taskPart(w.db, groupId, {}, { page: 2, now }),
    mine: () => taskPart(w.db, groupId, { who: w.people.ole.id, due: 'overdue' }, { page: 1, now }),
    group: () => groupTasks(w.db, groupId),
    start: () => openTasksFor(w.db, w.people.ole.id),
    board: () => boardOf(w.db, groupId, {}, now),
    nobody: () => openTasksWithoutAnybody(w.db, groupId),
    late: () => overdueTasks(w.db, groupId, today),
  }
  for (const [what, ask] of Object.entries(asked)) {
    await ask()
    const times: number[] = []
    for (let again = 0; again < 5; again += 1) {
      const start = performance.now()
      await ask()
      times.push(performance.now() - start)
    }
    const best = Math.min(...times)
    expect([what, best < 60]).toEqual([what, true])
  }
  const part = await asked.page()
  expect([part.tasks.length, part.count, part.of]).toEqual([onOnePage, 1000, 20])
})
