import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { mailOf } from '#src/dev/cast.ts'
import { jsonLog } from '#src/runtime/log.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { addText, openSyncedTab, until, wsUrl } from '../documents/editing/co-editing.ts'
import { linkIn, mailTo } from '../identity/link-in-mail.ts'
import type { Browse } from '../support/browse.ts'
import { type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'

const lines: string[] = []
let w: World
let served: Served

beforeAll(async () => {
  w = await world({ log: jsonLog((line) => lines.push(line)) })
  served = await serveWorld(w)
})
afterAll(async () => {
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

/** As somebody has typed it. */
const marked = {
  stranger: 'fremde.person@example.com',
  title: 'Geheimtitel Windrad',
  wording: 'Geheimwortlaut Genossenschaft',
  ballot: 'Geheimgrund Schattenwurf',
  draft: 'Geheimentwurf Scheune',
  token: 'q'.repeat(32),
  question: 'Geheimfrage',
}

const last = (answer: Response) => answer.headers.get('Location') ?? ''

async function signIn(): Promise<string[]> {
  await w.anonymous('/sign-in', { form: { email: mailOf('gerd') } })
  await w.anonymous('/sign-in', { form: { email: marked.stranger } })
  const link = linkIn(w, await mailTo(w, mailOf('gerd')))
  await w.anonymous(`/sign-in/${marked.token}?wanted=/${marked.question}`, { method: 'POST' })
  const entered = await w.anonymous(link, { method: 'POST' })
  const cookie = entered.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return [link.split('/').at(-1) ?? '', cookie.split('=')[1] ?? '']
}

async function decide(swantje: Browse): Promise<void> {
  const closesOn = addDays(dayOf(new Date()), 7)
  const form = { title: marked.title, wording: marked.wording, method: 'consent', closesOn }
  const proposal = last(await swantje('/groups/en/proposals', { form }))
  const page = await (await swantje(proposal)).text()
  const round = proposal.includes('/rounds/')
    ? proposal
    : (page.match(/\/groups\/en\/rounds\/[0-9a-f-]{36}/)?.[0] ?? '')
  const answer = await swantje(`${round}/ballot`, { form: { choice: 'objection', objection: marked.ballot } })
  expect(answer.status).toBe(303)
}

async function write(cookie: string): Promise<void> {
  const { sync } = await addText(w)
  const tab = await openSyncedTab({ url: served.url, cookie: async () => cookie }, 'swantje', sync)
  tab.write(marked.draft)
  await until(() => tab.provider.synced, 'it is there')
  tab.close()
  const broken = new WebSocket(`${wsUrl(served)}${sync}`, { headers: { Cookie: cookie, Origin: served.url } })
  await new Promise((resolve) => broken.on('open', resolve))
  const closed = new Promise((resolve) => broken.on('close', resolve))
  broken.send(Buffer.concat([Buffer.from([0, 2, 40]), Buffer.from(marked.draft)]))
  await closed
}

/** The error of the database repeats what was to be stored. */
async function fail(swantje: Browse): Promise<void> {
  await w.db.execute(sql`alter table tasks rename to away`)
  expect((await swantje('/groups/en/tasks', { form: { title: marked.title } })).status).toBe(500)
  await w.db.execute(sql`alter table away rename to tasks`)
  expect((await swantje(`/decisions?group=${marked.question}`)).status).toBe(200)
  await swantje('/groups/en/invitations', { form: { email: marked.stranger, standing: 'member' } })
}

test('whoever reads the log learns no address, secret, ballot or text (S-67)', { timeout: 30_000 }, async () => {
  const secrets = await signIn()
  const swantje = await w.as('swantje')
  const cookie = await served.cookie('swantje')
  await decide(swantje)
  await write(cookie)
  await fail(swantje)
  const invited = linkIn(w, await mailTo(w, marked.stranger))
  await w.anonymous(invited, { form: { name: 'Neu' } })

  const said = lines.join('')
  const never = [
    ...Object.values(marked),
    ...Object.values(marked).map(encodeURIComponent),
    ...[...secrets, cookie.split('=')[1] ?? '', invited.split('/').at(-1) ?? ''],
    ...[mailOf('gerd'), 'Gerd', 'Swantje', 'objection"', '127.0.0.1'],
  ]
  expect(never.every((word) => word.length > 3)).toBe(true)
  expect(never.filter((word) => said.includes(word))).toEqual([])
  expect(lines.length).toBeGreaterThan(12)
  const events = lines.map((line) => JSON.parse(line) as { event: string; route?: string })
  expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['request', 'request.failed', 'document.message']))
  expect(events.some(({ route }) => route === '/sign-in/:token{[a-z0-9]{20,64}}')).toBe(true)
})
