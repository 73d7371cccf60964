import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { paths } from '#src/paths.ts'
import { similarTo } from '#src/similar/model.ts'
import { addTask } from '#src/tasks/adding.ts'
import { deciding } from '../decisions/setting.ts'
import { type GroupKey, type World, world } from '../support/world.ts'

let w: World

const text = { type: 'doc', content: [{ type: 'paragraph' }] }

const write = (group: GroupKey, who: 'swantje' | 'ayla', title: string) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups[group].id, actorId: w.people[who].id, kind: 'position', title, content: text },
    }),
  )

const todo = (group: GroupKey, title: string) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      ...{ groupId: w.groups[group].id, title, dueOn: null, personIds: [], actorId: w.people.swantje.id },
    }),
  )

const lookedUp = async (who: Parameters<World['as']>[0], group: GroupKey, title: string) => {
  const response = await (await w.as(who))(paths.similar(w.groups[group], title))
  return { status: response.status, html: await response.text() }
}

beforeAll(async () => {
  w = await world({ quiet: true })
  await write('en', 'swantje', 'Wärmenetz für die Dörfer um Tannrode')
  await write('en', 'swantje', 'Wärmenetze bezahlbar machen')
  await todo('en', 'Fahrradständer am Bahnhof zählen')
  await write('bt', 'ayla', 'Bürgerrat im Larnrevier')
})

test.each([
  ['bent', 'Netz der Wärmenetzen', 'Wärmenetze bezahlbar machen'],
  ['compounded', 'Nahwärmenetz', 'Wärmenetz für die Dörfer um Tannrode'],
  ['part of a compound', 'Fahrrad am Bahnhof', 'Fahrradständer am Bahnhof zählen'],
  ['with umlauts written out', 'Waermenetz Doerfer', 'Wärmenetz für die Dörfer um Tannrode'],
])('a word that is %s finds what is called alike', async (_how, typed, title) => {
  const { open } = await similarTo(w.db, typed, [w.groups.en.id])
  expect(open.map((one) => one.title)).toContain(title)
})

test('what has nothing to do with it is not found', async () => {
  expect(await similarTo(w.db, 'Sommerfest auf der Wiese', [w.groups.en.id])).toEqual({ open: [], closed: [] })
  expect(await similarTo(w.db, 'für die und der', [w.groups.en.id])).toEqual({ open: [], closed: [] })
  expect(await similarTo(w.db, `'|&!:*()\\ "`, [w.groups.en.id])).toEqual({ open: [], closed: [] })
})

test('own work is named with a link, other groups alone are named', async () => {
  const own = await lookedUp('swantje', 'en', 'Wärmenetz prüfen')
  expect(own.html).toContain('Wärmenetz für die Dörfer um Tannrode</a>')
  const other = await lookedUp('ayla', 'bt', 'Wärmenetz prüfen')
  expect(other.html).toContain(`${w.groups.en.name} arbeitet an etwas Ähnlichem.`)
  expect(other.html.split(w.groups.en.name)).toHaveLength(2)
})

test('no byte of a foreign title arrives, nor how much there is', async () => {
  const { html } = await lookedUp('ayla', 'bt', 'Wärmenetz')
  for (const hidden of ['Dörfer', 'Tannrode', 'bezahlbar', 'Wärmenetze', w.groups.en.id, paths.documents(w.groups.en)])
    expect([hidden, html.includes(hidden)]).toEqual([hidden, false])
  await write('en', 'swantje', 'Wärmenetz Nord')
  const without = (page: string) => page.replace(/seen=\d+/g, '')
  expect(without((await lookedUp('ayla', 'bt', 'Wärmenetz')).html)).toBe(without(html))
})

test('a decision is open to the whole alliance, with its number', async () => {
  const en = deciding(w)
  await en.confirm('tarek', await en.report('swantje'))
  const { html } = await lookedUp('ayla', 'bt', 'Dienstag im Monat treffen')
  expect(html).toMatch(/Dienstag im Monat\.?<\/a>/)
  expect(html).toMatch(/EN-\d{4}-001/)
})

test('whoever only tries titles is slowed down, and told when it goes on', async () => {
  const nele = await w.as('jost')
  const group = w.groups.lw
  await w.db.execute(sql`insert into similar_lookups (person_id, count) values (${w.people.jost.id}, 90)
    on conflict (person_id) do update set count = 90`)
  const refused = await nele(paths.similar(group, 'Wärmenetz'))
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '300'])
  expect(await refused.text()).not.toContain(w.groups.en.name)
  await w.db.execute(sql`update similar_lookups set since = now() - interval '6 minutes'`)
  expect((await nele(paths.similar(group, 'Wärmenetz'))).status).toBe(200)
})
