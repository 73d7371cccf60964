import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ballots } from '#src/decisions/ballots/schema.ts'
import { keepDeadlines } from '#src/decisions/deadlines.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { roundLetter } from '#src/decisions/rounds/notices/routes.tsx'
import type { PersonKey } from '#src/dev/cast.ts'
import { initialRules } from '#src/groups/rules.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { dayOf, daysAfter } from '#src/web/days.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, until } from '../setting.ts'
import { ask, hoursPass } from './setting.ts'

let w: World

const nine: PersonKey[] = ['ole', 'dunja', 'vincent', 'marlies', 'gerd', 'bjarne', 'luca', 'ilse', 'kemal']

beforeAll(async () => {
  w = await world()
  const groupId = w.groups.mo.id
  for (const person of nine.slice(4)) await w.db.insert(memberships).values({ groupId, personId: w.people[person].id })
  const half = { comparison: 'more_than', numerator: 1, denominator: 2 } as const
  await enacted(w, 'mo', { ...initialRules, quorum: { kind: 'fraction', fraction: half } })
})

const look = () => keepDeadlines(w.ports, { letter: roundLetter(w.settings) })

test('A7: a circular ends with four of nine answers; the fifth from the train is kept and not counted, and everybody is told', async () => {
  const title = 'Rufbus'
  const closesOn = dayOf(daysAfter(new Date(), 10))
  const ole = await w.as('ole')
  const form = { title, wording: 'Der Rufbus fährt.', method: 'majority', way: 'circular-rules', closesOn }
  const opened = await ole('/groups/mo/proposals', { form })
  const page = opened.headers.get('location') ?? ''
  expect(page).toContain('/rounds/')
  expect(await (await ole(page)).text()).toContain('24\u00a0Uhr')
  for (const person of nine.slice(0, 4)) {
    const voter = await w.as(person)
    expect((await voter(`${page}/ballot`, { form: { choice: 'yes' } })).status).toBe(303)
  }

  const round = { id: page.split('/').at(-1) ?? '' } as Parameters<typeof hoursPass>[1]
  await hoursPass(w, round, 24 * 11)
  await look()
  const onTheTrain = await w.as('gerd')
  await onTheTrain(`${page}/ballot`, { form: { choice: 'yes' } })

  const result = await (await ole(page)).text()
  expect(result).toContain('Nicht beschlussfähig')
  expect(result).toContain('nichts entschieden')
  expect(result).toContain('verspätet')
  expect(await w.db.$count(decisions, eq(decisions.groupId, w.groups.mo.id))).toBe(0)
  expect(await (await ole('/groups/mo')).text()).toContain('Fürs nächste Treffen')
  expect(await (await ole(paths.agenda(w.groups.mo))).text()).toContain(title)
  for (const person of nine) {
    const mails = w.mails().filter(({ to, subject }) => to === w.people[person].email && subject.includes(title))
    expect(mails.filter(({ subject }) => subject === `Ergebnis: ${title}`)).toHaveLength(1)
    expect(mails[0]?.text).toContain('nichts entschieden')
  }
  const gerds = await w.db.select().from(ballots).where(eq(ballots.castById, w.people.gerd.id))
  expect(gerds).toMatchObject([{ choice: 'yes' }])
  const mo = deciding(w, 'mo')
  expect(await mo.confirm('ole', await mo.report('dunja'))).toMatchObject({ number: 1 })
})

test('an answer one moment before the end counts, one at the end does not', async () => {
  const round = await ask(w, { group: 'mo', by: 'ole', closesAt: new Date(Date.now() + 1500) })
  const [early, late] = [await w.as('ole'), await w.as('dunja')]
  await early(paths.ballot(w.groups.mo, round), { form: { choice: 'yes' } })
  await until(round.closesAt)
  await late(paths.ballot(w.groups.mo, round), { form: { choice: 'no' } })
  const said = await (await late(paths.round(w.groups.mo, round))).text()
  expect(said).toContain('Deine Antwort kam zu spät')
  const counted = async () => {
    await look()
    return (await early(paths.round(w.groups.mo, round))).text()
  }
  await expect.poll(counted).toContain('1\u00a0Ja')
})
