import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createApp } from '#src/app.tsx'
import { people } from '#src/identity/schema.ts'
import { startSession } from '#src/identity/sessions.ts'
import { jsonLog } from '#src/runtime/log.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { testSettings, world } from '../support/world.ts'

function recorded() {
  const lines: string[] = []
  return { lines, log: jsonLog((line) => lines.push(line)) }
}

test('a happening is one line of JSON, whatever is in it', () => {
  const { lines, log } = recorded()
  log.info('sign-in', { device: 'Firefox\n{"level":"info","event":"forged"}\r\n' })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'sign-in' })
})

test('an error of the database is told by its code, without what somebody typed', async () => {
  const w = await world()
  const { lines, log } = recorded()
  const values = { name: 'Henrike Talmann', email: 'henrike.talmann@example.org' }
  await w.db
    .insert(people)
    .values(values)
    .catch((error) => log.error('request', error))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ code: '23505', constraint: 'people_email_unique' })
  expect(lines[0]).not.toMatch(/henrike|talmann|example\.org/i)
})

test('addresses and secrets in messages of errors are taken out', () => {
  const { lines, log } = recorded()
  log.error('mail', new Error('550 no such user <gerd.moosbach@example.org>, link vaygw3chwqtwqpucxjmp6w6pe5fa284e'))
  expect(lines[0]).toContain('550 no such user <[address]>, link [secret]')
  expect(lines[0]).not.toMatch(/gerd|vaygw3/)
})

test('a request leaves its pattern, status and time, and neither its address nor its question', async () => {
  const w = await world()
  const { lines, log } = recorded()
  const app = createApp(() => ({ ...w.ports, log }), testSettings, readProvided())
  const [swantje] = await w.db.select().from(people).where(eq(people.id, w.people.swantje.id))
  await app.request(`/sign-in/vaygw3chwqtwqpucxjmp6w6pe5fa284e?mail=${swantje?.email}`)
  const { cookie } = await startSession(w.db, testSettings, w.people.swantje.id, 'Test')
  await app.request('/groups/en/tasks?mail=a@example.org', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
  await app.request('/nowhere?mail=a@example.org')
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'request')
  expect(requests.map(({ route }) => route)).toEqual([
    expect.stringMatching(/^\/sign-in\/:token/),
    '/groups/:group/tasks',
    '/*',
  ])
  for (const request of requests)
    expect(request).toMatchObject({ method: 'GET', status: expect.any(Number), id: expect.any(String) })
  expect(lines.join('')).not.toMatch(/vaygw3|@|mail=/)
})
