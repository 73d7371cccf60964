import { beforeAll, expect, test } from 'vitest'
import { tasks } from '#src/tasks/schema.ts'
import { furnish, type Ids } from '../access/corner.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { crawl } from './crawl.ts'
import { dump } from './dump.ts'
import { asForm, formsOn } from './forms.ts'

let w: World
let ids: Ids
let swantje: Browse

beforeAll(async () => {
  w = await world({ quiet: true })
  ids = await furnish(w)
  swantje = await w.as('swantje')
})

const marked = '2001-02-03'

/** Long enough to stand in no random id or instant by chance. */
const markedNumber = '770077007'

/** What only the server may say, under every name that a table has for it. */
const forged = () => {
  const { nele } = w.people
  const { lw } = w.groups
  const person = ['personId', 'authorId', 'createdById', 'actorId', 'openedById', 'reportedById', 'firstPersonId']
  const people = [...person, 'secondPersonId', 'holderId', 'userId', 'sentById', 'invitedById', 'frozenById']
  const groups = ['groupId', 'group_id', 'group', 'alsoForId', 'fromGroupId', 'toGroupId']
  const times = ['createdAt', 'created_at', 'endedAt', 'usedAt', 'expiresAt', 'startsOn', 'acceptedAt', 'countedAt']
  const states = { standing: 'guest', votes: 'false', role: 'coordinator', isOperator: 'true', kind: 'circle' }
  const counts = ['number', 'year', 'seq', 'weight', 'version']
  const all = (names: string[], value: string) => Object.fromEntries(names.map((name) => [name, value]))
  const facts = { ...all(times, marked), ...all(counts, markedNumber), ...states }
  return { ...all(people, nele.id), ...all(groups, lw.id), ...facts, id: lw.id }
}

const counted = async (word: string) =>
  Object.values(await dump(w.db))
    .join('')
    .split(word).length - 1

const traces = async () => ({
  nele: await counted(w.people.nele.id),
  lw: await counted(w.groups.lw.id),
  time: await counted(marked),
  number: await counted(markedNumber),
  coordinators: await counted('"role":"coordinator"'),
  guests: await counted('"standing":"guest"'),
  operators: await counted('"is_operator":true'),
  circles: await counted('"kind":"circle"'),
})

/** What a person would have typed into a field of this name. */
const typed = (name: string) =>
  /On$|By$|Until$|Deadline$/.test(name) ? '2030-05-05' : /mail/i.test(name) ? 'neu@example.org' : 'Wärme aus dem Werk'

test('whatever else a form sends changes nothing (S-47)', { timeout: 60_000 }, async () => {
  const before = await traces()
  const forms = formsOn(await crawl(swantje, '/groups/en')).filter(({ action }) => /^\/groups\/en/.test(action))
  const accepted = new Set<string>()
  for (const form of forms.filter(({ action }) => !/departure|\/end$/.test(action))) {
    const filled = Object.fromEntries(
      form.typed.filter((name) => !form.values[name]?.[0]).map((name) => [name, typed(name)]),
    )
    const more = Object.fromEntries(Object.entries(forged()).filter(([name]) => !(name in form.values)))
    const answer = await swantje(form.action, { form: { ...asForm(form, filled), ...more } })
    if (answer.status === 303) accepted.add(form.action.replace(/[0-9a-f-]{36}/g, ':id'))
  }
  expect(await traces()).toEqual(before)
  expect(accepted.size).toBeGreaterThan(8)
})

test('the author and the group of a new task are those of the request (S-47)', async () => {
  await swantje('/groups/en/tasks', { form: { ...forged(), title: 'Nur für die Prüfung' } })
  const added = (await w.db.select().from(tasks)).find(({ title }) => title === 'Nur für die Prüfung')
  expect(added).toMatchObject({ groupId: w.groups.en.id, createdById: w.people.swantje.id })
  expect(added?.createdAt.getFullYear()).toBeGreaterThan(2001)
})

test('with two ids in an address both must be there and belong together (S-44)', async () => {
  const [nele, henrike] = await Promise.all([w.as('nele'), w.as('henrike')])
  const mine = ['documents', 'tasks', 'proposals', 'rounds', 'records'] as const
  for (const thing of mine) {
    const path = `/${thing}/${ids[thing]}`
    const statuses = [
      swantje(`/groups/en${path}`),
      nele(`/groups/lw${path}`),
      nele(`/groups/en${path}`),
      henrike(`/groups/kk${path}`),
    ]
    expect([thing, (await Promise.all(statuses)).map(({ status }) => status)]).toEqual([thing, [200, 404, 404, 404]])
  }
})

test('missing and forbidden look the same from outside (S-46)', async () => {
  const nele = await w.as('nele')
  const pages = [`/groups/en/tasks/${ids.tasks}`, `/groups/en/tasks/${crypto.randomUUID()}`, '/groups/xx', '/groups/en']
  const told = await Promise.all(pages.map(async (path) => (await nele(path)).text()))
  const plain = told.map((page) =>
    page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|seen=\d+/g, '').replace(/\/groups\/[^"]*/g, ''),
  )
  expect(new Set(plain).size).toBe(1)
})
