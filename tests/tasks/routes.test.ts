import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { paths } from '#src/paths.ts'
import { addTask, type NewTask } from '#src/tasks/adding.ts'
import { findTask } from '#src/tasks/model.ts'
import { taskPeople, tasks } from '#src/tasks/schema.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'

let w: World
let gerd: Browse
let swantje: Browse
let bjarne: Browse

beforeAll(async () => {
  w = await world()
  gerd = await w.as('gerd')
  swantje = await w.as('swantje')
  bjarne = await w.as('bjarne')
})

const write = (fields: Partial<NewTask> = {}) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: w.groups.en.id,
      title: 'Zahlen zum Kraftwerk nachliefern',
      personIds: [w.people.gerd.id],
      actorId: w.people.swantje.id,
      ...fields,
    }),
  )

const find = (task: { id: string }) => findTask(w.db, w.groups.en.id, task.id)
const html = async (answer: Response | Promise<Response>) => (await answer).text()
const decided = () => ({ kind: 'decision' as const, id: randomUUID(), label: 'EN-2026-004' })

describe('the list of a group', () => {
  test('a new task stands there with who and until when', async () => {
    const form = { title: 'Saal anfragen', dueOn: '2099-10-09', personIds: [w.people.bjarne.id, w.people.gerd.id] }
    const sent = await gerd(paths.tasks(w.groups.en), { form })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/groups/en/tasks'])
    const page = await html(bjarne(paths.tasks(w.groups.en)))
    expect(page).toContain('Saal anfragen')
    expect(page).toContain('Bjarne Tannrodt')
    expect(page).toContain('9.\u00a0Oktober 2099')
  })

  test('what has passed its day is overdue in words, what nobody does can be taken on', async () => {
    await write({ title: 'Längst fällig', dueOn: '2020-09-28', personIds: [] })
    const page = await html(bjarne(paths.tasks(w.groups.en)))
    expect(page).toContain('überfällig')
    expect(page).toContain('Niemand')
    expect(page).toContain('Übernehmen')
  })

  test('an empty list says what to do next', async () => {
    const ilse = await w.as('ilse')
    expect(await html(ilse(paths.tasks(w.groups.gl)))).toContain('Noch keine Aufgaben.')
  })

  test('what was typed stays when something is missing', async () => {
    const sent = await gerd(paths.tasks(w.groups.en), { form: { title: ' ', dueOn: '31.2.' } })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Bitte schreib auf, was zu tun ist.')
    expect(page).toContain('31.2.')
  })

  test('somebody from another group cannot be made responsible', async () => {
    const form = { title: 'Fremdes Amt', personIds: w.people.nele.id }
    const sent = await gerd(paths.tasks(w.groups.en), { form })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('Fremdes Amt')
  })

  test('guests do not see tasks, strangers not even that there are any', async () => {
    const vera = await w.as('vera')
    const nele = await w.as('nele')
    expect((await vera(paths.tasks(w.groups.di))).status).toBe(403)
    expect((await vera(paths.tasks(w.groups.di), { form: { title: 'x' } })).status).toBe(403)
    expect((await nele(paths.tasks(w.groups.en))).status).toBe(404)
    expect((await w.anonymous(paths.tasks(w.groups.en))).status).toBe(303)
  })
})

describe('one task', () => {
  test('another group\u2019s task is not there under one\u2019s own group (S-44)', async () => {
    const task = await write({ groupId: w.groups.lw.id, personIds: [], actorId: w.people.nele.id })
    for (const path of [paths.task, paths.taskCompletion, paths.taskReopening, paths.taskDrop, paths.taskPeople]) {
      const form = path === paths.task ? undefined : { reason: 'x', result: 'x' }
      expect([path(w.groups.en, task), (await swantje(path(w.groups.en, task), { form })).status]).toEqual([
        path(w.groups.en, task),
        404,
      ])
    }
    expect((await swantje('/groups/en/tasks/------------------------------------')).status).toBe(404)
  })

  test('is ticked off and taken back where one is', async () => {
    const task = await write()
    const back = paths.myTasks()
    const ticked = await gerd(paths.taskCompletion(w.groups.en, task), { form: { back } })
    expect(ticked.headers.get('location')).toBe('/tasks')
    expect(await html(gerd(back))).toContain('Rückgängig')

    await gerd(paths.taskReopening(w.groups.en, task), { form: { back } })
    expect((await find(task))?.ending).toBeNull()
  })

  test('never leads away from here', async () => {
    const task = await write()
    const form = { back: '//example.org/' }
    const ticked = await gerd(paths.taskCompletion(w.groups.en, task), { form })
    expect(ticked.headers.get('location')).toBe('/groups/en/tasks')
  })

  test('from a decision asks what came of it, and keeps the answer', async () => {
    const task = await write({ origin: decided() })
    const action = paths.taskCompletion(w.groups.en, task)
    const asked = await gerd(action, { form: { result: '  ' } })
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('Bitte schreib in einer Zeile, was dabei herausgekommen ist.')

    await gerd(action, { form: { result: 'Tabelle liegt bei Tarek.' } })
    expect((await find(task))?.ending).toMatchObject({ kind: 'done', words: 'Tabelle liegt bei Tarek.' })
    expect(await html(bjarne(paths.task(w.groups.en, task)))).toContain('Tabelle liegt bei Tarek.')
  })

  test('whoever ticks off second sees that it is done', async () => {
    const task = await write()
    const action = paths.taskCompletion(w.groups.en, task)
    const both = await Promise.all([gerd(action, { form: {} }), swantje(action, { form: {} })])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
  })

  test('is not ticked off by somebody who has nothing to do with it', async () => {
    const task = await write()
    expect((await bjarne(paths.taskCompletion(w.groups.en, task), { form: {} })).status).toBe(403)
    expect(await html(bjarne(paths.task(w.groups.en, task)))).toContain('Abhaken können die Verantwortlichen')
  })

  test('from a decision is given up by the lead alone, with a reason', async () => {
    const task = await write({ origin: decided() })
    const action = paths.taskDrop(w.groups.en, task)
    expect((await gerd(action, { form: { reason: 'keine Lust' } })).status).toBe(403)
    expect((await swantje(action, { form: { reason: '' } })).status).toBe(422)
    await swantje(action, { form: { reason: 'Das Kraftwerk gibt es nicht mehr.' } })
    expect((await find(task))?.ending?.kind).toBe('dropped')
  })

  test('is opened again by others with a reason alone', async () => {
    const task = await write()
    await gerd(paths.taskCompletion(w.groups.en, task), { form: {} })
    const action = paths.taskReopening(w.groups.en, task)
    expect((await swantje(action, { form: {} })).status).toBe(422)
    await swantje(action, { form: { reason: 'Es fehlen noch zwei Jahre.' } })
    expect(await html(gerd(paths.task(w.groups.en, task)))).toContain('Es fehlen noch zwei Jahre.')
  })

  test('that nobody does belongs to whoever takes it on', async () => {
    const task = await write({ personIds: [] })
    await bjarne(paths.taskPeople(w.groups.en, task), { form: { back: paths.tasks(w.groups.en) } })
    await gerd(paths.taskPeople(w.groups.en, task), { form: {} })
    expect((await find(task))?.people.map(({ name }) => name)).toEqual(['Bjarne Tannrodt'])
  })

  test('gets other words, another day, other people, and nothing else', async () => {
    const task = await write({ origin: decided() })
    const form = {
      title: 'Neue Worte',
      dueOn: '',
      personIds: w.people.tarek.id,
      origin: 'free',
      groupId: w.groups.lw.id,
    }
    await swantje(paths.task(w.groups.en, task), { form })
    const changed = await find(task)
    expect(changed).toMatchObject({ title: 'Neue Worte', dueOn: null, origin: 'decision', originLabel: 'EN-2026-004' })
    expect(changed?.people.map(({ name }) => name)).toEqual(['Tarek Lindhövel'])
  })
})

test('the page of my tasks says when there is nothing more to do', async () => {
  const kemal = await w.as('kemal')
  expect(await html(kemal(paths.myTasks()))).toContain('Mehr ist heute nicht zu tun.')
})

test('the page of my tasks goes on to what does not stand on it, and comes back where one was', async () => {
  const bound = { groupId: w.groups.kk.id, personId: w.people.marlies.id }
  const many = Array.from({ length: 51 }, (_, place) => ({ groupId: bound.groupId, title: `Stuhl ${place + 1} holen` }))
  const added = await w.db.insert(tasks).values(many).returning()
  await w.db.insert(taskPeople).values(added.map(({ id }) => ({ taskId: id, personId: bound.personId })))
  const marlies = await w.as('marlies')
  const first = await html(marlies(paths.myTasks()))
  expect(added.filter(({ id }) => first.includes(paths.taskCompletion(w.groups.kk, { id })))).toHaveLength(50)
  expect(first).toContain('href="/tasks?page=2"')
  const second = await html(marlies(paths.myTasks({ page: 2 })))
  const [last, ...others] = added.filter(({ id }) => second.includes(paths.taskCompletion(w.groups.kk, { id })))
  if (!last) throw new Error('Nothing on the second page')
  expect([others, first.includes(last.id), second.includes('href="/tasks?page=1"')]).toEqual([[], false, true])
  expect(second).toContain('name="back" value="/tasks?page=2"')
  const done = await marlies(paths.taskCompletion(w.groups.kk, last), { form: { back: '/tasks?page=2' } })
  expect(done.headers.get('location')).toBe('/tasks?page=2')
  expect((await marlies('/tasks?page=2')).headers.get('location')).toBe('/tasks')
  expect(await html(marlies(paths.myTasks()))).toContain('Rückgängig')
})
