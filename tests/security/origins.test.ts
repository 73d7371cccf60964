import { beforeAll, expect, test } from 'vitest'
import { routeName } from '#src/route-rights.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { dump } from './dump.ts'

let w: World
let swantje: Browse
let before: Record<string, string>

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
  before = await dump(w.db)
})

const evil = 'https://evil.example'
const own = 'http://localhost:3000'

const senders: [string, Record<string, string>][] = [
  ['a foreign page', { 'Sec-Fetch-Site': 'cross-site', Origin: evil }],
  ['a foreign page that lends our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: own }],
  ['a neighbour on the same domain', { 'Sec-Fetch-Site': 'same-site', Origin: own }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['an unheard-of site', { 'Sec-Fetch-Site': 'Same-Origin' }],
  ['a foreign page, in an older browser', { Origin: evil }],
  ['our name with a further part', { Origin: `${own}.evil.example` }],
  ['our name with the other scheme', { Origin: 'https://localhost:3000' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['somebody who says nothing', {}],
]

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  '',
]

const addressOf = (path: string) =>
  path
    .replace(':group', 'en')
    .replace(':token', 'a'.repeat(32))
    .replace('/sessions/:id', `/sessions/${'a'.repeat(64)}`)
    .replace(':role', 'lead')
    .replace(/:[a-z]+/g, '00000000-0000-4000-8000-000000000000')

const changing = () =>
  w.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => addressOf(routeName('', path).trim()))

test.each(senders)('%s changes nothing on any route, whatever it sends (S-21)', async (_who, said) => {
  const paths = [...new Set(changing())]
  expect(paths.length).toBeGreaterThan(40)
  for (const path of paths) {
    for (const type of types) {
      const headers = { 'Sec-Fetch-Site': '', 'Content-Type': type, ...said }
      const { status } = await swantje(path, { method: 'POST', headers, body: new TextEncoder().encode('name=Eva') })
      expect([path, type, status]).toEqual([path, type, 403])
    }
  }
  expect({ ...(await dump(w.db)), sessions: '' }).toEqual({ ...before, sessions: '' })
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is no way to change anything (S-21)', async (method) => {
  for (const path of ['/me/name', '/groups/en/tasks', '/groups/en/documents']) {
    expect((await swantje(path, { method })).status).toBe(404)
    expect((await swantje(path, { method, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
  }
})
