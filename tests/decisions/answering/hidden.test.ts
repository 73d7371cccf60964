import { afterAll, beforeAll, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { openBox } from '#src/decisions/ballots/box.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { Browse } from '../../support/browse.ts'
import { type GroupKey, type World, world } from '../../support/world.ts'
import { begin, pageOf, ratingsFor, send } from './setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

const secret = 'Quittenmus'

/** What differs between two looks at one page, whatever anybody has answered. */
const still = (html: string) => html.replace(/data-now="[^"]*"/g, '').replace(/hx-sse:connect="[^"]*"/g, '')

const linksIn = (html: string) =>
  [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href ?? '').filter((href) => !href.startsWith('/build'))

/** Every page that a person comes to from the round, the group and the start. */
async function everythingSeen(browser: Browse, round: string, group: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const look = async (path: string) => {
    const response = await browser(path)
    expect(response.status, path).toBeLessThan(500)
    const text = await response.text()
    seen.set(path, still(text))
    return text
  }
  const first = ['/', `/groups/${group}`, `/groups/${group}/proposals`, round, `${round}/roll`, '/decisions']
  const pages = []
  for (const path of first) pages.push(await look(path))
  const more = new Set(pages.flatMap(linksIn).filter((path) => !seen.has(path)))
  for (const path of more) await look(path)
  return seen
}

const answers = {
  consent: [{ choice: 'consent' }, { choice: 'objection', objection: secret }],
  majority: [{ choice: 'yes' }, { choice: 'no' }],
  consensus: [{ choice: 'support' }, { choice: 'block', block: secret }],
  systemic_consensing: ['0 3 7', '9 8 1'],
} as const satisfies Record<Round['method'], [unknown, unknown]>

const formFor = (round: Round, given: string | Record<string, string>) =>
  typeof given === 'string' ? ratingsFor(w, round, given) : given

/** Who answers, the first of them twice and otherwise; the second looks, and whoever leads, who is silent. */
const circles: [Round['method'], GroupKey, PersonKey[], PersonKey][] = [
  ['consent', 'en', ['tarek', 'fritjof', 'bjarne', 'gerd'], 'swantje'],
  ['majority', 'mo', ['vincent', 'dunja', 'marlies'], 'ole'],
  ['consensus', 'lw', ['jost', 'marlies', 'roswitha'], 'nele'],
  ['systemic_consensing', 'bt', ['luca', 'hedwig', 'vincent', 'fritjof'], 'ayla'],
  // Two speak for one seat and differ in the end: nobody else sees that either.
  ['majority', 'kk', ['swantje', 'ayla', 'tarek', 'nele'], 'henrike'],
]

test.each(circles)(
  'before the count nothing that anybody else can see, leads included, depends on how somebody has answered: %s in %s (S-77)',
  { timeout: 60_000 },
  async (method, group, voters, silentOne) => {
    const round = await begin(w, group, method)
    const [once, again] = answers[method]
    const [changing = silentOne, watching = silentOne] = voters
    for (const by of voters) expect((await send(w, group, round, by, await formFor(round, once))).status).toBe(303)
    const recorded = await w.db.$count(events)
    const mails = w.mails().length
    const readers = await Promise.all([silentOne, watching].map((reader) => w.as(reader)))
    const look = (reader: Browse) => everythingSeen(reader, pageOf(w, group, round), w.groups[group].slug)
    const before = []
    for (const reader of readers) before.push(await look(reader))

    expect((await send(w, group, round, changing, await formFor(round, again))).status).toBe(303)
    const contested = (await openBox(w.db, round)).seats.filter(({ reason }) => reason === 'contested')
    expect(contested).toHaveLength(group === 'kk' ? 1 : 0)
    for (const [place, reader] of readers.entries()) {
      const after = await look(reader)
      for (const [path, html] of after) {
        expect(html === before[place]?.get(path), `${path} looks the same`).toBe(true)
        expect(html.includes(secret), `${path} says nothing of it`).toBe(false)
      }
      expect(after.size).toBeGreaterThan(15)
    }
    expect(await w.db.$count(events)).toBe(recorded)
    expect(w.mails().length).toBe(mails)
  },
)

test('neither mails nor what is told of what happened say how anybody answered', async () => {
  const rows = await w.db.select({ kind: events.kind, facts: events.facts }).from(events)
  const words = JSON.stringify(rows.filter(({ kind }) => kind.startsWith('round.')).map(({ facts }) => facts))
  for (const choice of ['consent', 'objection', 'yes', 'block', 'support', 'rated', secret]) {
    expect(words).not.toContain(`"${choice}"`)
  }
  for (const { text, subject } of w.mails()) expect(`${subject} ${text}`).not.toContain(secret)
})
