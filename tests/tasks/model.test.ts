import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { addTask, type NewTask } from '#src/tasks/adding.ts'
import { changeTask, takeOver } from '#src/tasks/changing.ts'
import { complete, drop, reopen } from '#src/tasks/ending.ts'
import { taskHistory } from '#src/tasks/history.ts'
import { findTask, groupTasks, myTasks, openTasksFor, pastTasks, tasksOf } from '#src/tasks/model.ts'
import { releaseTasks } from '#src/tasks/releasing.ts'
import { taskEndings } from '#src/tasks/schema.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const id = (key: keyof World['people']) => w.people[key].id

const write = (fields: Partial<NewTask> = {}) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: w.groups.en.id,
      title: 'Pressefoto aussuchen',
      personIds: [id('gerd')],
      actorId: id('swantje'),
      ...fields,
    }),
  )

const find = async (task: { id: string }) => {
  const entry = await findTask(w.db, w.groups.en.id, task.id)
  if (!entry) throw new Error('The task is gone')
  return entry
}

const eventsOf = (task: { id: string }) => w.db.select().from(events).where(eq(events.subjectId, task.id))

const gerdDoes = { actorId: '', result: '' }

describe('writing down', () => {
  test('a task has a title, a day, people and where it came from', async () => {
    const decisionId = randomUUID()
    const origin = { kind: 'decision' as const, id: decisionId, label: 'EN-2026-004' }
    const task = await write({ dueOn: '2026-10-09', personIds: [id('gerd'), id('tarek')], origin })

    const [entry] = await tasksOf(w.db, [decisionId])
    expect(entry).toMatchObject({ id: task.id, dueOn: '2026-10-09', originLabel: 'EN-2026-004', ending: null })
    expect(entry?.people.map(({ name }) => name).sort()).toEqual(['Gerd Moosbach', 'Tarek Lindhövel'])
    expect(await tasksOf(w.db, [])).toEqual([])
  })

  test('only members of the group become responsible', async () => {
    const task = await write({ personIds: [id('nele'), id('vera')] })
    expect((await find(task)).people).toEqual([])
  })

  test('a task is found in its own group alone', async () => {
    const task = await write()
    expect(await findTask(w.db, w.groups.lw.id, task.id)).toBeNull()
  })
})

describe('ticking off', () => {
  test('two people at once end it once', async () => {
    const task = await write()
    const both = await Promise.all(
      [id('gerd'), id('swantje')].map((actorId) =>
        change(w.ports, (tx, record) => complete(tx, record, task, { ...gerdDoes, actorId })),
      ),
    )
    expect(both.filter(Boolean)).toHaveLength(1)
    expect((await eventsOf(task)).filter(({ kind }) => kind === 'task.done')).toHaveLength(1)
  })

  test('what was ticked off keeps its place for a day and moves to the past then', async () => {
    const task = await write({ title: 'Bleibt noch stehen' })
    await change(w.ports, (tx, record) => complete(tx, record, task, { result: '', actorId: id('gerd') }))
    const isIt = ({ id }: { id: string }) => id === task.id
    expect((await groupTasks(w.db, w.groups.en.id)).some(isIt)).toBe(true)
    expect((await pastTasks(w.db, w.groups.en.id)).some(isIt)).toBe(false)

    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
    await w.db.update(taskEndings).set({ createdAt: twoDaysAgo }).where(eq(taskEndings.taskId, task.id))
    expect((await groupTasks(w.db, w.groups.en.id)).some(isIt)).toBe(false)
    expect((await pastTasks(w.db, w.groups.en.id)).some(isIt)).toBe(true)
  })

  test('opening again removes the ending and keeps the reason', async () => {
    const task = await write()
    await change(w.ports, (tx, record) => complete(tx, record, task, { result: 'fertig', actorId: id('gerd') }))
    const why = { reason: 'Das Bild war zu klein.', actorId: id('swantje') }
    await change(w.ports, (tx, record) => reopen(tx, record, task, why))

    expect((await find(task)).ending).toBeNull()
    const last = (await taskHistory(w.db, task)).at(-1)
    expect(last).toMatchObject({ kind: 'task.reopened', facts: { reason: 'Das Bild war zu klein.', words: 'fertig' } })
  })

  test('dropping without a reason is impossible', async () => {
    const task = await write()
    const nothing = { reason: '', actorId: id('swantje') }
    await expect(change(w.ports, (tx, record) => drop(tx, record, task, nothing))).rejects.toThrow()
    await change(w.ports, (tx, record) => drop(tx, record, task, { ...nothing, reason: 'Es gibt schon eins.' }))
    expect((await find(task)).ending).toMatchObject({ kind: 'dropped', words: 'Es gibt schon eins.' })
  })
})

describe('who does it', () => {
  test('of two who take it on at once one has it', async () => {
    const task = await write({ personIds: [] })
    const both = await Promise.all(
      [id('gerd'), id('bjarne')].map((actorId) =>
        change(w.ports, (tx, record) => takeOver(tx, record, task, { actorId })),
      ),
    )
    expect(both.filter(Boolean)).toHaveLength(1)
    expect((await find(task)).people).toHaveLength(1)
  })

  test('a change keeps the origin and those who stay', async () => {
    const origin = { kind: 'return' as const, id: randomUUID(), label: 'W-2026-05' }
    const task = await write({ personIds: [id('gerd'), id('tarek')], origin })
    const changed = { title: 'Neu', dueOn: null, personIds: [id('tarek'), id('bjarne')], actorId: id('swantje') }
    await change(w.ports, (tx, record) => changeTask(tx, record, task, changed))

    const entry = await find(task)
    expect(entry).toMatchObject({ title: 'Neu', origin: 'return', originLabel: 'W-2026-05' })
    expect(entry.people.map(({ name }) => name).sort()).toEqual(['Bjarne Tannrodt', 'Tarek Lindhövel'])
  })

  test('my tasks come from all my groups, the nearest day first, without day last', async () => {
    const fritjof = [id('fritjof')]
    await write({ title: 'irgendwann', personIds: fritjof })
    await write({ title: 'bald', dueOn: '2026-10-06', personIds: fritjof })
    await write({ title: 'später', dueOn: '2026-12-01', personIds: fritjof, groupId: w.groups.bt.id })
    const mine = await openTasksFor(w.db, id('fritjof'))
    expect(mine.map(({ title, group }) => [title, group.slug])).toEqual([
      ['bald', 'en'],
      ['später', 'bt'],
      ['irgendwann', 'en'],
    ])
    const [first] = mine
    if (first) await change(w.ports, (tx, r) => complete(tx, r, first, { result: '', actorId: id('fritjof') }))
    expect(await openTasksFor(w.db, id('fritjof'))).toHaveLength(2)
    expect((await myTasks(w.db, id('fritjof'))).entries).toHaveLength(3)
  })
})

describe('leaving', () => {
  test('open tasks of this group go back to nobody, ended ones and those elsewhere stay', async () => {
    const leaver = { groupId: w.groups.di.id, personId: id('piet'), actorId: id('piet') }
    const mine = { personIds: [id('piet')], groupId: w.groups.di.id }
    const open = await write({ ...mine, title: 'offen' })
    const shared = await write({ ...mine, title: 'zu zweit', personIds: [id('piet'), id('gerd')] })
    const done = await write({ ...mine, title: 'getan' })
    const elsewhere = await write({ title: 'im Kreis', personIds: [id('piet')], groupId: w.groups.kk.id })
    await change(w.ports, (tx, record) => complete(tx, record, done, { result: '', actorId: id('piet') }))
    await change(w.ports, (tx, record) => releaseTasks(tx, record, leaver))

    const peopleOf = async (task: { id: string }, groupId = w.groups.di.id) =>
      (await findTask(w.db, groupId, task.id))?.people.map(({ name }) => name)
    expect(await peopleOf(open)).toEqual([])
    expect(await peopleOf(shared)).toEqual(['Gerd Moosbach'])
    expect(await peopleOf(done)).toEqual(['Piet Sandkuhl'])
    expect(await peopleOf(elsewhere, w.groups.kk.id)).toEqual(['Piet Sandkuhl'])
    expect((await eventsOf(open)).at(-1)).toMatchObject({ kind: 'task.changed', facts: { released: 'yes' } })
    expect((await eventsOf(shared)).at(-1)?.facts).toEqual({ title: 'zu zweit' })
  })

  test('a task that is opened again does not go back to somebody who has left', async () => {
    const task = await write({
      title: 'Nur für die Gruppe',
      personIds: [id('nele'), id('hedwig')],
      groupId: w.groups.lw.id,
    })
    await change(w.ports, (tx, record) => complete(tx, record, task, { result: '', actorId: id('nele') }))
    const gone = and(eq(memberships.personId, id('nele')), eq(memberships.groupId, w.groups.lw.id))
    await w.db.update(memberships).set({ endedAt: new Date() }).where(gone)
    const titles = async () => (await myTasks(w.db, id('nele'))).entries.map(({ title }) => title)
    expect(await titles()).not.toContain('Nur für die Gruppe')
    await change(w.ports, (tx, record) => reopen(tx, record, task, { reason: 'Doch nicht.', actorId: id('hedwig') }))
    expect((await findTask(w.db, w.groups.lw.id, task.id))?.people.map(({ id }) => id)).not.toContain(id('nele'))
    expect(await titles()).not.toContain('Nur für die Gruppe')
  })

  test('whoever leaves while a task is given to them is not responsible afterwards', async () => {
    const ended = { endedAt: new Date() }
    const mine = eq(memberships.personId, id('vincent'))
    const assign = () => write({ groupId: w.groups.mo.id, personIds: [id('vincent')], actorId: id('ole') })
    const leave = () =>
      change(w.ports, async (tx, record) => {
        await tx.update(memberships).set(ended).where(mine)
        await new Promise((done) => setTimeout(done, 20))
        const of = { groupId: w.groups.mo.id, personId: id('vincent'), actorId: id('ole') }
        await releaseTasks(tx, record, of)
      })
    await Promise.all([leave(), assign(), assign(), assign()])
    expect(await openTasksFor(w.db, id('vincent'))).toEqual([])
  })
})
