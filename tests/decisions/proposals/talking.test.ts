import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { proposalOpinions } from '#src/decisions/proposals/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'

type Key = 'swantje' | 'bjarne' | 'gerd' | 'tarek' | 'fritjof'

let w: World
let people: Record<Key, Browse>
let vera: Browse

beforeAll(async () => {
  w = await world()
  const keys = ['swantje', 'bjarne', 'gerd', 'tarek', 'fritjof'] as const
  const browsers = await Promise.all(keys.map((key) => w.as(key)))
  people = Object.fromEntries(keys.map((key, at) => [key, browsers[at]])) as typeof people
  vera = await w.as('vera')
})

const words = { title: 'Wärmenetz', wording: 'Wir lassen prüfen.', scope: 'own_group' }

const proposed = async (fields: object = { rationale: 'Es eilt.' }) =>
  (await people.gerd('/groups/en/proposals', { form: { ...words, ...fields } })).headers.get('Location') ?? ''

const idOf = (page: string) => page.split('/').at(-1) ?? ''
const says = (who: Key, page: string, opinion: string, version = 1) =>
  people[who](`${page}/opinions`, { form: { opinion, version } })

describe('presenting', () => {
  test('takes a reason, and is for the author or for those who open rounds', async () => {
    const bare = await proposed({})
    const refused = await people.gerd(`${bare}/presentation`, { form: {} })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Eine Begründung fehlt noch.')
    const page = await proposed()
    expect((await people.bjarne(`${page}/presentation`, { form: {} })).status).toBe(403)
    expect((await people.gerd(`${page}/presentation`, { form: {} })).status).toBe(303)
    expect(await (await people.bjarne(page)).text()).toContain('Bildformung')
    expect((await people.swantje(`${page}/presentation`, { form: {} })).status).toBe(403)
  })

  test('may be left out', async () => {
    const page = await proposed({})
    const closesOn = addDays(dayOf(new Date()), 20)
    const opened = await people.swantje(`${page}/rounds`, { form: { method: 'consent', closesOn, version: 1 } })
    expect(opened.status).toBe(303)
    expect((await people.gerd(`${page}/opinions`, { form: { opinion: 'Zu früh', version: 1 } })).status).toBe(403)
  })
})

test('a question of understanding is answered once, by whoever knows', async () => {
  const page = await proposed()
  await people.gerd(`${page}/presentation`, { form: {} })
  expect((await people.bjarne(`${page}/questions`, { form: { question: ' ' } })).status).toBe(422)
  expect((await people.bjarne(`${page}/questions`, { form: { question: 'Wer bezahlt das?' } })).status).toBe(303)
  const text = await (await people.tarek(page)).text()
  expect(text).toContain('Wer bezahlt das?')
  const to = text.match(/\/groups\/en\/proposals\/[0-9a-f-]+\/questions\/[0-9a-f-]+\/answer/)?.[0] ?? ''
  expect((await people.tarek(to, { form: { answer: 'Die Stiftung.' } })).status).toBe(303)
  const second = await people.gerd(to, { form: { answer: 'Der Verein.' } })
  expect(second.status).toBe(422)
  const after = await (await people.bjarne(page)).text()
  expect(after).toContain('Die Stiftung.')
  expect(after).not.toContain('Der Verein.')
})

test('everybody speaks once per turn, in the order in which they come; a new wording begins anew', async () => {
  const page = await proposed()
  expect((await people.swantje(`${page}/deliberation`, { form: {} })).status).toBe(403)
  await people.gerd(`${page}/presentation`, { form: {} })
  expect((await people.gerd(`${page}/deliberation`, { form: {} })).status).toBe(403)
  expect((await people.swantje(`${page}/deliberation`, { form: {} })).status).toBe(303)
  expect(await (await people.gerd(page)).text()).toContain('Meinungsrunde')

  expect((await says('tarek', page, 'Gut so.')).status).toBe(303)
  const again = await says('tarek', page, 'Noch besser.')
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Jetzt sind die anderen dran.')
  for (const who of ['gerd', 'bjarne', 'fritjof'] as const)
    expect((await says(who, page, `Sagt ${who}.`)).status).toBe(303)
  expect(await (await people.tarek(page)).text()).toContain('Noch nicht gesprochen: Swantje Kieselbach.')
  expect((await people.gerd(`${page}/second-turn`, { form: {} })).status).toBe(403)
  expect((await people.swantje(`${page}/second-turn`, { form: {} })).status).toBe(303)
  expect((await says('tarek', page, 'Jetzt anders.')).status).toBe(303)
  expect(await (await says('tarek', page, 'Und noch mal.')).text()).toContain('in beiden Durchgängen')
  expect((await says('swantje', page, 'Ich auch.')).status).toBe(303)

  const said = await w.db
    .select()
    .from(proposalOpinions)
    .where(eq(proposalOpinions.proposalId, idOf(page)))
    .orderBy(proposalOpinions.createdAt)
  expect(said.map(({ turn, opinion }) => [turn, opinion])).toEqual([
    [1, 'Gut so.'],
    [1, 'Sagt gerd.'],
    [1, 'Sagt bjarne.'],
    [1, 'Sagt fritjof.'],
    [2, 'Jetzt anders.'],
    [1, 'Ich auch.'],
  ])
  await people.gerd(`${page}/wording`, { form: { ...words, wording: 'Anders.', rationale: 'Es eilt.', version: 1 } })
  expect((await says('tarek', page, 'Zum alten Wortlaut')).status).toBe(422)
  expect((await says('tarek', page, 'Besser.', 2)).status).toBe(303)
  expect(await (await people.gerd(page)).text()).toContain('zum 1. Wortlaut')
  await expect(w.db.delete(proposalOpinions)).rejects.toThrow()
})

test('of two who speak at the same moment nobody speaks twice', async () => {
  const page = await proposed()
  await people.gerd(`${page}/presentation`, { form: {} })
  await people.swantje(`${page}/deliberation`, { form: {} })
  const given = await Promise.all([1, 2, 3, 4, 5].map((time) => says('gerd', page, `Dafür, ${time}.`)))
  expect(given.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(await w.db.$count(proposalOpinions, eq(proposalOpinions.proposalId, idOf(page)))).toBe(1)
})

test('a guest of the group neither reads nor talks', async () => {
  const page = (await proposed()).replace('/groups/en/', '/groups/di/')
  for (const part of ['', '/versions', '/questions', '/opinions', '/presentation'])
    expect([403, 404]).toContain(
      (await vera(`${page}${part}`, part && part !== '/versions' ? { form: {} } : {})).status,
    )
})
