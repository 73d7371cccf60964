import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { memberships } from '#src/groups/schema.ts'
import { routeName, routeRights } from '#src/route-rights.ts'
import type { Who } from '#src/web/rights.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { furnish, type Ids } from './corner.ts'

let w: World
let ids: Ids
const browsers = new Map<string, Browse>()

const answering = () => [
  ...new Set(w.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => routeName(method, path))),
]

/** Who plays which part in AG Energie, and in the circle. */
const inGroup: Partial<Record<Who, PersonKey>> = {
  guest: 'vera',
  member: 'gerd',
  lead: 'swantje',
  delegate: 'tarek',
  facilitator: 'bjarne',
  'minute taker': 'fritjof',
}
const inCircle: Partial<Record<Who, PersonKey>> = {
  member: 'kemal',
  facilitator: 'ayla',
  'minute taker': 'mirjam',
  coordinator: 'henrike',
}

const browserOf = async (person: PersonKey) => {
  const known = browsers.get(person) ?? (await w.as(person))
  browsers.set(person, known)
  return known
}

const filled = (path: string, slug: string) =>
  path
    .replace('/groups/:group', `/groups/${slug}`)
    .replace(
      /\/(\w+)\/:(?:id|objection|point|replacement|item|step)\b/g,
      (_all, thing: string) => `/${thing}/${ids[thing as keyof Ids] ?? crypto.randomUUID()}`,
    )
    .replace(':role', 'lead')
    .replace(':number', '1')
    .replace(':version', 'v1')

/** Knocks with an empty form: whoever may is told what is missing, whoever may not hears nothing about it. */
async function knock(browse: Browse, name: string, slug: string): Promise<number> {
  const [method = '', path = ''] = name.split(' ')
  const headers: Record<string, string> = path.endsWith('/sync')
    ? { Upgrade: 'websocket', Connection: 'Upgrade', Origin: w.settings.publicUrl }
    : {}
  const response = await browse(filled(path, slug), method === 'POST' ? { form: {}, headers } : { headers })
  await response.body?.cancel()
  return response.status
}

const below = (name: string) => name.includes('/groups/:group')

beforeAll(async () => {
  w = await world({ quiet: true })
  ids = await furnish(w)
})

test('every route has a row that says who may, and every row a route', () => {
  expect(answering().sort()).toEqual(Object.keys(routeRights).sort())
})

test('whoever is not signed in gets to the sign-in, or nothing', async () => {
  const closed = Object.keys(routeRights).filter((name) => !routeRights[name]?.who.includes('everybody'))
  for (const name of closed) {
    const status = await knock(w.anonymous, name, 'en')
    expect([name, [303, 401].includes(status)]).toEqual([name, true])
  }
})

describe('a stranger gets 404 on every route below a group, socket and stream included', () => {
  test.each(Object.keys(routeRights).filter(below))('%s', async (name) => {
    expect(await knock(await browserOf('nele'), name, 'en')).toBe(404)
  })
})

test('the operator is a stranger like any other', async () => {
  for (const name of Object.keys(routeRights).filter(below)) {
    expect([name, await knock(await browserOf('piet'), name, 'en')]).toEqual([name, 404])
  }
})

test('whoever has left the group is a stranger too', async () => {
  const left = { groupId: w.groups.en.id, personId: w.people.dunja.id, endedAt: new Date() }
  await w.db.insert(memberships).values(left)
  for (const name of Object.keys(routeRights).filter(below)) {
    expect([name, await knock(await browserOf('dunja'), name, 'en')]).toEqual([name, 404])
  }
})

/** The parts that change something for good are knocked at last by those who may. */
const refusedParts = (name: string, cast: Partial<Record<Who, PersonKey>>) => {
  const right = routeRights[name]
  if (!right) return []
  const isOpenToMembers = right.who.includes('member')
  return (Object.keys(cast) as Who[]).filter((who) => !right.who.includes(who) && !(isOpenToMembers && who !== 'guest'))
}

const rows = (cast: Partial<Record<Who, PersonKey>>) =>
  Object.keys(routeRights)
    .filter(below)
    .flatMap((name) => refusedParts(name, cast).map((who) => [who, name] as const))

describe('in AG Energie', () => {
  test.each(rows(inGroup))('a %s may not: %s', async (who, name) => {
    const person = inGroup[who]
    if (!person) throw new Error(`Nobody plays ${who}`)
    expect([403, 404]).toContain(await knock(await browserOf(person), name, 'en'))
  })
})

describe('in the circle', () => {
  test.each(rows(inCircle))('a %s may not: %s', async (who, name) => {
    const person = inCircle[who]
    if (!person) throw new Error(`Nobody plays ${who}`)
    expect([403, 404]).toContain(await knock(await browserOf(person), name, 'kk'))
  })
})

const openParts = (name: string, cast: Partial<Record<Who, PersonKey>>) => {
  const right = routeRights[name]
  if (!right || right.if) return []
  const isOpenToMembers = right.who.includes('member')
  return (Object.keys(cast) as Who[]).filter((who) => right.who.includes(who) || (isOpenToMembers && who !== 'guest'))
}

const openRows = Object.keys(routeRights)
  .filter(below)
  .filter((name) => !name.endsWith('/stream') && !name.includes('/invitations/:id') && !name.includes('/:role/'))
  .flatMap((name) => openParts(name, inGroup).map((who) => [who, name] as const))

describe('whoever may is let in, and told what is missing', () => {
  test.each(openRows)('a %s may: %s', async (who, name) => {
    const person = inGroup[who]
    if (!person) throw new Error(`Nobody plays ${who}`)
    expect([200, 204, 303, 422]).toContain(await knock(await browserOf(person), name, 'en'))
  })
})

test('an id of another group is not there, whatever one may in one’s own', async () => {
  const nele = await browserOf('nele')
  const foreign = Object.keys(routeRights).filter((name) => below(name) && /:(id|objection)\b/.test(name))
  for (const name of foreign) {
    const status = await knock(nele, name, 'lw')
    expect([name, status]).toEqual([name, [403, 404].includes(status) ? status : 404])
  }
})
