import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { roleTerms } from '#src/groups/schema.ts'
import { handoverItems, handovers } from '#src/handovers/schema.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { addTask } from '#src/tasks/adding.ts'
import { taskPeople, tasks } from '#src/tasks/schema.ts'
import { deciding } from '../decisions/setting.ts'
import { belongs, entryOf } from '../groups/entry.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeEach(async () => {
  w = await world()
})

const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wärme.' }] }] }

const giveTask = (title: string, ...to: (keyof World['people'])[]) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: w.groups.en.id,
      title,
      personIds: to.map((key) => w.people[key].id),
      actorId: w.people.swantje.id,
    }),
  )

const holdersOf = async (taskId: string) => {
  const rows = await w.db.select().from(taskPeople).where(eq(taskPeople.taskId, taskId))
  return Object.entries(w.people)
    .filter(([, { id }]) => rows.some(({ personId }) => personId === id))
    .map(([key]) => key)
}

const itemsOf = async () =>
  (await w.db.select().from(handoverItems)).map(({ kind, title, fate }) => `${kind} ${title}: ${fate}`).sort()

/** Tarek is delegate, has a task of his own and one with Gerd, a draft, two proposals, one of them being asked about. */
async function busyTarek() {
  const en = deciding(w)
  const alone = await giveTask('Zahlen holen', 'tarek')
  const shared = await giveTask('Saal bestellen', 'tarek', 'gerd')
  const draft = { groupId: w.groups.en.id, actorId: w.people.tarek.id, kind: 'position', content } as const
  await change(w.ports, (tx, record) => createDocument(tx, record, { ...draft, title: 'Nahwärme' }))
  const proposal = await en.propose('tarek', { title: 'Bürgschaft', wording: 'Wir bürgen.', rationale: '' })
  const open = await en.open(await en.propose('tarek', { title: 'Speicher', wording: 'Wir speichern.', rationale: '' }))
  await en.answer('tarek', open, 'consent')
  const { membership } = await entryOf(w, 'tarek', 'en')
  return { alone, shared, proposal, open, membership }
}

test('whoever leaves sees what is in hand, chooses who goes on with it, and all of it goes in one step', async () => {
  const { alone, shared, proposal, membership } = await busyTarek()
  const tarek = await w.as('tarek')
  const away = paths.departure(w.groups.en, membership)
  const page = await (await tarek(away)).text()
  for (const words of ['Zahlen holen', 'Nahwärme', 'Bürgschaft', 'Delegiert in den Kreis', 'Speicher: die Antwort']) {
    expect(page).toContain(words)
  }

  expect(page).toContain('Ämter gehen nicht mit')
  expect(page).not.toContain('name="givenBy"')
  const done = await tarek(away, { form: { successor: w.people.bjarne.id, givenBy: 'EN-2026-009' } })
  expect(done.status).toBe(303)
  expect(await belongs(w, 'tarek', 'en')).toBe(false)
  expect([await holdersOf(alone.id), await holdersOf(shared.id)]).toEqual(
    [['bjarne'], ['gerd', 'bjarne']].map((s) =>
      s.sort((a, b) => Object.keys(w.people).indexOf(a) - Object.keys(w.people).indexOf(b)),
    ),
  )
  expect((await entryOf(w, 'bjarne', 'en')).terms).toEqual([])
  expect(await itemsOf()).toEqual([
    'answer Speicher: stays',
    'draft Nahwärme: stays',
    'proposal Bürgschaft: handed_over',
    'proposal Speicher: stays',
    'role delegate: nobody',
    'task Saal bestellen: handed_over',
    'task Zahlen holen: handed_over',
  ])
  const bjarne = await w.as('bjarne')
  const mine = await (await bjarne(paths.proposal(w.groups.en, proposal))).text()
  expect(mine).toContain('Bjarne Tannrodt')
  const history = await (await bjarne(paths.handovers(w.groups.en))).text()
  for (const words of ['Tarek Lindhövel', 'Weitergeführt von Bjarne Tannrodt', 'laut EN-2026-009', 'geht weiter']) {
    expect(history).toContain(words)
  }
  expect((await (await w.as('nele'))(paths.handovers(w.groups.en))).status).toBe(404)
})

test('roles go on by whoever looks after the group, with the decision', async () => {
  const { membership } = await busyTarek()
  const swantje = await w.as('swantje')
  const away = paths.departure(w.groups.en, membership)
  const without = await swantje(away, { form: { successor: w.people.bjarne.id } })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Ämter gehen nur mit einem Beschluss oder einem Grund weiter.')
  const lead = await swantje(away, { form: { successor: w.people.swantje.id, givenBy: 'EN-2026-009' } })
  expect(await lead.text()).toContain('bei zwei verschiedenen Menschen')
  expect([await belongs(w, 'tarek', 'en'), await w.db.$count(handovers)]).toEqual([true, 0])
  await swantje(away, { form: { successor: w.people.bjarne.id, givenBy: 'EN-2026-009' } })
  expect((await entryOf(w, 'bjarne', 'en')).terms).toMatchObject([{ role: 'delegate', givenBy: 'EN-2026-009' }])
  expect(await itemsOf()).toContain('role delegate: handed_over')
})

test('without a successor tasks are nobody’s, posts are vacant, and that is kept', async () => {
  const { alone, membership } = await busyTarek()
  const swantje = await w.as('swantje')
  expect((await swantje(paths.departure(w.groups.en, membership), { form: { successor: '' } })).status).toBe(303)
  expect(await holdersOf(alone.id)).toEqual([])
  expect(await itemsOf()).toContain('role delegate: nobody')
  expect(await itemsOf()).toContain('task Zahlen holen: nobody')
  const people = await (await swantje(paths.people(w.groups.en))).text()
  expect(people).toContain('Die Delegation ist nicht besetzt.')
})

test('the last lead hands the role over and leaves in one step', async () => {
  const { membership } = await entryOf(w, 'swantje', 'en')
  const swantje = await w.as('swantje')
  const away = paths.departure(w.groups.en, membership)
  const refused = await swantje(away, { form: {} })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Ohne dieses Amt könnte hier niemand mehr etwas ändern.')
  const form = { successor: w.people.gerd.id, givenBy: 'EN-2026-010' }
  expect((await swantje(away, { form })).status).toBe(303)
  expect((await entryOf(w, 'gerd', 'en')).roles).toEqual(['lead'])
})

test('meetings that are planned are led and written down by whoever takes over, or by nobody yet', async () => {
  const planned = meeting(w, 'en')
  const [first, second] = [await planned.plan(10), await planned.plan(20)]
  const [gerd, fritjof] = [w.people.gerd.id, w.people.fritjof.id]
  await w.db.update(meetings).set({ facilitatorId: gerd, minuteTakerId: fritjof }).where(eq(meetings.id, first.id))
  await w.db.update(meetings).set({ facilitatorId: fritjof, minuteTakerId: gerd }).where(eq(meetings.id, second.id))
  const { membership } = await entryOf(w, 'gerd', 'en')
  const form = { successor: fritjof }
  await (await w.as('gerd'))(paths.departure(w.groups.en, membership), { form })
  const { membership: last } = await entryOf(w, 'fritjof', 'en')
  const ledBy = async () =>
    (await w.db.select().from(meetings).orderBy(meetings.number)).map(({ facilitatorId, minuteTakerId }) => [
      facilitatorId,
      minuteTakerId,
    ])
  expect(await ledBy()).toEqual([
    [null, fritjof],
    [fritjof, null],
  ])
  const bjarne = w.people.bjarne.id
  await (await w.as('fritjof'))(paths.departure(w.groups.en, last), { form: { successor: bjarne, givenBy: 'EN-1' } })
  expect(await ledBy()).toEqual([
    [null, bjarne],
    [bjarne, null],
  ])
  const told = await w.db.select().from(events).where(eq(events.kind, 'meeting.changed'))
  expect(told).toHaveLength(4)
})

test('leaving while being given a task: nobody who is gone has one', async () => {
  const { membership } = await entryOf(w, 'gerd', 'en')
  const gerd = await w.as('gerd')
  const leaving = () => gerd(paths.departure(w.groups.en, membership), { form: { successor: w.people.bjarne.id } })
  await Promise.all([...Array.from({ length: 6 }, (_, at) => giveTask(`Aufgabe ${at}`, 'gerd')), leaving(), leaving()])
  expect(await belongs(w, 'gerd', 'en')).toBe(false)
  expect(await w.db.$count(tasks)).toBe(6)
  expect(await w.db.$count(taskPeople, eq(taskPeople.personId, w.people.gerd.id))).toBe(0)
  expect(await w.db.$count(handovers)).toBe(1)
})

test('a successor who leaves at the same moment takes nothing over', async () => {
  const { alone, membership } = await busyTarek()
  const bjarnes = (await entryOf(w, 'bjarne', 'en')).membership
  const [tarek, bjarne] = [await w.as('tarek'), await w.as('bjarne')]
  const form = { successor: w.people.bjarne.id, givenBy: 'EN-2026-009' }
  const [first] = await Promise.all([
    tarek(paths.departure(w.groups.en, membership), { form }),
    bjarne(paths.departure(w.groups.en, bjarnes), { form: {} }),
  ])
  expect(await belongs(w, 'bjarne', 'en')).toBe(false)
  expect(await belongs(w, 'tarek', 'en')).toBe(first.status !== 303)
  if (first.status === 303) expect(await holdersOf(alone.id)).toEqual([])
  const held = await w.db.select().from(roleTerms).where(eq(roleTerms.membershipId, bjarnes.id))
  expect(held.filter(({ endedAt }) => endedAt === null)).toEqual([])
})

test('what was handed over is history: the database refuses to change it', async () => {
  const { membership } = await busyTarek()
  await (await w.as('swantje'))(paths.departure(w.groups.en, membership), { form: {} })
  await expect(w.db.update(handovers).set({ givenBy: 'anders' })).rejects.toThrow()
  await expect(w.db.delete(handoverItems)).rejects.toThrow()
  const [one] = await w.db.select().from(handovers)
  if (!one) throw new Error('Nothing was handed over')
  const { id: _, ...again } = one
  await expect(w.db.insert(handovers).values({ ...again, successorId: again.personId })).rejects.toThrow()
})
