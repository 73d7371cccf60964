import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { events, visits } from '#src/activity/schema.ts'
import { counts, rounds } from '#src/decisions/rounds/schema.ts'
import { paths } from '#src/paths.ts'
import { taskPeople, tasks } from '#src/tasks/schema.ts'
import { sampleWorld } from './sample-world.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
beforeAll(async () => {
  w = await sampleWorld()
})

const heading = (html: string) => html.match(/<h1[^>]*>([^<]*)/)?.[1]

const openRound = async () => {
  const [open] = await w.db
    .select({ id: rounds.id })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(isNull(counts.roundId))
  return open ?? { id: '' }
}

test('Gerd finds his task and the round in which his answer is missing, what is due first on top', async () => {
  const { status, html, text } = await w.read('gerd', paths.start())
  expect(status).toBe(200)
  expect(heading(html)).toBe('Zwei Sachen warten auf dich')
  expect(text.indexOf('Zahlen zum Kraftwerk nachliefern')).toBeGreaterThan(-1)
  expect(text.indexOf('Zahlen zum Kraftwerk nachliefern')).toBeLessThan(
    text.indexOf('Wärmenetz Tannrode prüfen lassen'),
  )
  expect(text).toContain('2 von 5 haben geantwortet')
  expect(text).toContain('Mehr ist heute nicht zu tun.')
  expect(text).toContain('Gerd')
})

test('Henrike finds what waits for the circle, and her own task', async () => {
  const { html, text } = await w.read('henrike', paths.start())
  expect(heading(html)).toBe('Drei Sachen warten auf dich')
  expect(text).toContain('Mitzeichnung „Energie bleibt im Dorf“')
  expect(text).toContain('W-')
  expect(text).toContain('zusammenführen')
})

test('Luca finds the returned matter and the task that came with it', async () => {
  const { text } = await w.read('luca', paths.start())
  expect(text).toContain('Der Kreis nennt 2 Gründe')
  expect(text).toContain('Finanzierung Bürgerrat klären')
})

test('Nele finds the decision that she can confirm as the second person', async () => {
  const { text } = await w.read('nele', paths.start())
  expect(text).toContain('Hofgespräche fortsetzen')
  expect(text).toContain('eine zweite Person fehlt noch')
})

test('Swantje has nothing left to do once she has answered, and is told so', async () => {
  expect(heading((await w.read('swantje', paths.start())).html)).toBe('Eine Sache wartet auf dich')
  const swantje = await w.as('swantje')
  const en = await w.group('en')
  const answered = await swantje(paths.ballot(en, await openRound()), { form: { choice: 'consent' } })
  expect(answered.status).toBe(303)
  const { html, text } = await w.read('swantje', paths.start())
  expect(heading(html)).toBe('Nichts wartet auf dich')
  expect(text).toContain('Mehr ist heute nicht zu tun.')
})

test('nobody is told how others answer, nor what stands in a draft', async () => {
  const { text } = await w.read('gerd', paths.start())
  expect(text).toContain('Bjarne hat in der Runde')
  expect(text).not.toContain('Kein Einwand')
  expect(text).not.toContain('Denkmalschutz')
})

test('the news of other groups stay in their groups', async () => {
  const { text } = await w.read('gerd', paths.start())
  expect(text).not.toContain('Hofgespräche')
  expect(text).not.toContain('Kulturscheune')
  expect(text).not.toContain('Raum in Altenlarn')
})

test('what lies with the circle is shown on its way', async () => {
  const { text } = await w.read('gerd', paths.start())
  expect(text).toContain('An den Kreis gegeben')
  expect(text).toContain('steht noch aus')
})

test('what is new counts from the last visit, and looking at the page changes nothing', async () => {
  const gerd = await w.person('gerd')
  const en = await w.group('en')
  const seen = () =>
    w.db
      .select()
      .from(visits)
      .where(and(eq(visits.personId, gerd.id), eq(visits.groupId, en.id)))
  const before = await seen()
  const events1 = await w.db.$count(events)
  await w.read('gerd', paths.start())
  const { html, text } = await w.read('gerd', paths.group(en))
  expect(await seen()).toEqual(before)
  expect(await w.db.$count(events)).toBe(events1)
  expect(text).toContain('AG Energie')
  expect(html).toContain(`hx-post="${paths.visit(en)}"`)

  const latest = /&quot;seen&quot;:(\d+)/.exec(html)?.[1] ?? ''
  await (await w.as('gerd'))(paths.visit(en), { form: { seen: latest } })
  expect((await seen())[0]?.seenSeq).toBe(Number(latest))
  expect((await w.read('gerd', paths.start())).text).toContain('nichts Neues')
})

test('at most seven things stand there, and how many come after them', async () => {
  const gerd = await w.person('gerd')
  const en = await w.group('en')
  const many = Array.from({ length: 8 }, (_, place) => ({ groupId: en.id, title: `Stühle zählen ${place + 1}` }))
  const added = await w.db.insert(tasks).values(many).returning()
  await w.db.insert(taskPeople).values(added.map(({ id }) => ({ taskId: id, personId: gerd.id })))
  const { html, text } = await w.read('gerd', paths.start())
  expect(heading(html)).toBe('Zehn Sachen warten auf dich')
  expect(text.match(/Stühle zählen/g)).toHaveLength(5)
  expect(text).toContain('Danach kommen noch drei Sachen.')
  expect(text).not.toContain('Mehr ist heute nicht zu tun.')
})

test('a guest is welcome and sees nothing of what goes on in the group', async () => {
  const { html, text } = await w.read('vera', paths.start())
  expect(heading(html)).toBe('Nichts wartet auf dich')
  expect(text).toContain('Du liest hier als Gast.')
  expect(text).not.toContain('Piet')
})

test('the page speaks English too', async () => {
  const { html, text } = await w.read('henrike', paths.start(), { 'Accept-Language': 'en' })
  expect(heading(html)).toBe('Three things are waiting for you')
  expect(text).toContain('That is all for today.')
  expect(text).not.toMatch(/wartet|Aufgabe|Runde/)
})
