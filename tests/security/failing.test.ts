import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'

let w: World
let served: Served
let cookie: string

beforeAll(async () => {
  w = await world({ quiet: true })
  served = await serveWorld(w)
  cookie = await served.cookie('swantje')
})
afterAll(() => served.close())

const paths = ['/', '/me', '/groups/en', '/groups/en/tasks', '/decisions', '/groups/en/stream?seen=0']
const inside = /postgres|select|relation|sessions|memberships|at .*\.ts|node_modules|CONNECTION|Error:|127\.0\.0\.1:\d/i

async function ask(method: 'GET' | 'POST', path: string) {
  const headers = { Cookie: cookie, Origin: served.url }
  const answer = await fetch(served.url + path, { method, headers, redirect: 'manual' })
  const text = (await answer.text()).replace(/<head>[\s\S]*<\/head>/, '')
  return {
    path,
    status: answer.status,
    tells: text.match(inside)?.[0],
    policy: answer.headers.has('Content-Security-Policy'),
  }
}

const failed = (path: string) => ({ path, status: 500, tells: undefined, policy: true })

test.each(['sessions', 'memberships'])(
  'without its table of %s nobody is let in, and nobody is told why (S-69)',
  async (table) => {
    await w.db.execute(sql`alter table ${sql.identifier(table)} rename to away`)
    const answers = await Promise.all(paths.slice(2, 4).map((path) => ask('GET', path)))
    const posted = await ask('POST', '/groups/en/tasks')
    await w.db.execute(sql`alter table away rename to ${sql.identifier(table)}`)
    expect([...answers, posted]).toEqual([...paths.slice(2, 4), '/groups/en/tasks'].map(failed))
    expect((await ask('GET', '/groups/en')).status).toBe(200)
  },
)

test('without a database nobody is let in, and nobody is told why (S-69)', async () => {
  await w.ports.end()
  for (const path of paths) expect(await ask('GET', path)).toEqual(failed(path))
  expect(await ask('POST', '/sign-out')).toEqual(failed('/sign-out'))
  expect(await ask('GET', '/healthz')).toMatchObject({ status: 200 })
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, tells: undefined })
})
