import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { proposals } from '#src/decisions/proposals/schema.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { quotations } from '#src/documents/quotations/schema.ts'
import { documentReplacements } from '#src/documents/replacements/schema.ts'
import { documents } from '#src/documents/schema.ts'
import { ideaReplacements } from '#src/groups/ideas/schema.ts'
import { guidingIdeas } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { addTask } from '#src/tasks/adding.ts'
import { complete } from '#src/tasks/ending.ts'
import { taskPeople } from '#src/tasks/schema.ts'
import { toCheck } from '#src/trail/checking.ts'
import { checks, citations } from '#src/trail/schema.ts'
import { answered, type Deciding, deciding, heat } from '../decisions/setting.ts'
import { between } from '../referrals/setting.ts'
import { counted } from '../support/counted.ts'
import { type World, world } from '../support/world.ts'

let w: World
let en: Deciding
let older: Decision
let newer: Decision

const wholeText = (words: string) => ({
  ...{ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
})

const write = (title: string, words = 'Text') =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position', title, content: wholeText(words) },
    }),
  )

const taskFrom = (decision: Decision, cited: string, title: string) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      ...{ groupId: w.groups.en.id, title, personIds: [], actorId: w.people.swantje.id },
      origin: { kind: 'decision', id: decision.id, label: cited },
    }),
  )

async function decide(draft: Parameters<Deciding['propose']>[1]): Promise<Decision> {
  const round = await answered(en, 'yes', draft)
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  return en.finalise('fritjof', round, count)
}

const citedIn = (decision: Decision) => `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
const ideaOf = async (code: string) =>
  (await w.db.select().from(guidingIdeas)).find((idea) => idea.code === code)?.id ?? ''
const read = async (who: Parameters<World['as']>[0], path: string) => (await (await w.as(who))(path)).text()
const waiting = async () => toCheck(w.db, [w.groups.en.id], { groupIds: [w.groups.en.id] })
const titles = async () => (await waiting()).map(({ title }) => title).sort()

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
  await w.db
    .insert(guidingIdeas)
    .values([
      { code: 'L3', title: 'Energie in Bürgerhand', position: 1 },
      { code: 'L8', title: 'Wärme für alle', position: 2 },
    ])
    .onConflictDoNothing()
  older = await decide({ ...heat, title: 'Wärmenetz prüfen', ideaIds: [await ideaOf('L3')], topics: ['Wärme'] })
  const task = await taskFrom(older, citedIn(older), 'Angebote einholen')
  await taskFrom(older, citedIn(older), 'Leute befragen')
  const done = { result: 'Drei Angebote liegen vor.', actorId: w.people.swantje.id }
  await change(w.ports, (tx, record) => complete(tx, record, task, done))
})

test('members of the group say what a thing is about, and others do not', async () => {
  const { id } = await write('Energie bleibt im Dorf')
  const here = paths.subjects(w.groups.en, 'documents', { id })
  const gerd = await w.as('gerd')
  const asked = { ideaIds: await ideaOf('L3'), topics: 'Wärme, Dorf ,Wärme' }
  expect((await gerd(here, { form: asked })).status).toBe(303)
  const page = await read('gerd', paths.document(w.groups.en, { id }))
  expect(page).toContain(`href="${paths.ideaTrail('L3')}"`)
  expect(page.match(/\/topics\/W%C3%A4rme"/g)).toHaveLength(1)
  expect((await gerd(here, { form: { topics: 'x'.repeat(61) } })).status).toBe(422)
  expect((await (await w.as('nele'))(here, { form: asked })).status).toBe(404)
  expect((await (await w.as('jost'))(here.replace('/en/', '/lw/'), { form: asked })).status).toBe(404)
})

test('the trail of an idea leads from the decision to what was done', async () => {
  const page = await read('gerd', paths.ideaTrail('L3'))
  for (const seen of ['Wärmenetz prüfen', citedIn(older), 'Angebote einholen', 'Drei Angebote liegen vor.'])
    expect(page).toContain(seen)
  expect(page).toContain('Energie bleibt im Dorf')
  expect(await read('gerd', paths.topicTrail('Wärme'))).toContain(citedIn(older))
})

test('of another group one sees its decision and how far it is, not its tasks and drafts', async () => {
  const page = await read('jost', paths.ideaTrail('L3'))
  expect(page).toContain(citedIn(older))
  expect(page).toContain('1 von 2 beendet')
  for (const hidden of ['Angebote einholen', 'Leute befragen', 'Drei Angebote', 'Energie bleibt im Dorf'])
    expect([hidden, page.includes(hidden)]).toEqual([hidden, false])
  expect((await (await w.as('jost'))(paths.topicTrail('Dorf'))).status).toBe(404)
})

test('when a decision is superseded, what leans on it is to be checked, until somebody says so', async () => {
  const text = await write('Antwort an das Zukunftsbüro', `Wir haben ${citedIn(older)} beschlossen.`)
  const proposal = await en.propose('swantje', {
    ...heat,
    title: 'Zweiter Schritt',
    rationale: `Folgt ${citedIn(older)}.`,
  })
  expect(await titles()).toEqual([])
  newer = await decide({ ...heat, title: 'Neu gefasst', supersedes: [{ decisionId: older.id, kind: 'superseded' }] })
  expect(await titles()).toEqual(['Antwort an das Zukunftsbüro', 'Leute befragen', 'Zweiter Schritt'])
  for (const page of [paths.documents(w.groups.en), paths.tasks(w.groups.en), paths.proposals(w.groups.en)])
    expect([page, (await read('gerd', page)).includes('bitte prüfen')]).toEqual([page, true])
  const asking = (await waiting()).find(({ thing }) => thing === 'task')
  await w.db.insert(taskPeople).values({ taskId: asking?.thingId ?? '', personId: w.people.gerd.id })
  for (const page of [paths.start(), paths.myTasks()])
    expect([page, (await read('gerd', page)).includes('bitte prüfen')]).toEqual([page, true])
  expect(await read('bjarne', paths.start())).not.toContain('bitte prüfen')
  const onPage = await read('gerd', paths.document(w.groups.en, text))
  const words = onPage.replace(/<\/?span[^>]*>/g, '')
  expect(words).toContain(`${citedIn(older)} ist abgelöst durch ${citedIn(newer)}.`)
  expect(await read('gerd', paths.ideaTrail('L3'))).toContain('bitte prüfen')
  const [cause] = (await waiting()).find(({ thingId }) => thingId === text.id)?.causes ?? []
  const gerd = await w.as('gerd')
  const asked = { thing: 'document', thingId: text.id, causeIds: cause?.id ?? '' }
  expect((await gerd(paths.checks(w.groups.en), { form: asked })).status).toBe(422)
  const said = { ...asked, words: 'Passt weiter.' }
  expect(
    (
      await Promise.all([
        gerd(paths.checks(w.groups.en), { form: said }),
        gerd(paths.checks(w.groups.en), { form: said }),
      ])
    ).map(({ status }) => status),
  ).toEqual([303, 303])
  expect(await titles()).toEqual(['Leute befragen', 'Zweiter Schritt'])
  expect(await w.db.$count(checks)).toBe(1)
  await expect(w.db.update(checks).set({ words: 'Doch nicht.' })).rejects.toThrow()
  await w.db.update(proposals).set({ rationale: '' }).where(sql`id = ${proposal.id}`)
  expect(await titles()).toEqual(['Leute befragen'])
})

test('a cause that is not there is noted for nothing, and nobody checks what is not theirs', async () => {
  const before = await w.db.$count(checks)
  const [other] = await w.db.select().from(citations)
  const asked = { thing: 'document', thingId: other?.thingId ?? '', causeIds: crypto.randomUUID(), words: 'Gut.' }
  await (await w.as('gerd'))(paths.checks(w.groups.en), { form: asked })
  expect((await (await w.as('jost'))(paths.checks(w.groups.lw), { form: asked })).status).toBe(404)
  expect(await w.db.$count(checks)).toBe(before)
})

test('a text whose source was replaced is to be checked; the source’s title stays in its group', async () => {
  const [source, later, quoting] = [
    await write('Grundsatz 2025'),
    await write('Grundsatz 2026'),
    await write('Flugblatt'),
  ]
  const by = { quotedById: w.people.swantje.id, words: 'Text' }
  await w.db.insert(quotations).values({ ...by, documentId: quoting.id, sourceId: source.id, snapshotNumber: 1 })
  const named = { olderId: source.id, newerId: later.id, groupId: w.groups.en.id, namedById: w.people.swantje.id }
  await w.db.insert(documentReplacements).values(named)
  expect(await titles()).not.toContain('Flugblatt')
  await w.db.update(documents).set({ stage: 'superseded' }).where(sql`id = ${source.id}`)
  const [here] = await toCheck(w.db, [w.groups.en.id], { thing: { kind: 'document', id: quoting.id } })
  expect(here?.causes).toMatchObject([{ how: 'replacement', label: 'Grundsatz 2025', byLabel: 'Grundsatz 2026' }])
  const [elsewhere] = await toCheck(w.db, [], { thing: { kind: 'document', id: quoting.id } })
  expect(elsewhere?.causes).toMatchObject([{ label: '', byLabel: '' }])
})

test('when an idea is replaced, what was assigned to it is to be checked, and ideas replace each other in no ring', async () => {
  const [l3, l8] = [await ideaOf('L3'), await ideaOf('L8')]
  const henrike = await w.as('henrike')
  const of = (id: string) => paths.ideaReplacement(w.groups.kk, { id })
  expect((await henrike(of(l3), { form: { newerId: l8 } })).status).toBe(303)
  expect((await henrike(of(l8), { form: { newerId: l3 } })).status).toBe(422)
  expect((await henrike(paths.ideaRemoval(w.groups.kk, { id: l3 }), { form: {} })).status).toBe(422)
  expect(await titles()).toContain('Energie bleibt im Dorf')
  expect(await read('gerd', paths.ideaTrail('L3'))).toContain('abgelöst durch L8')
  const ring = { olderId: l8, newerId: l3, namedById: w.people.henrike.id }
  await expect(w.db.insert(ideaReplacements).values(ring)).rejects.toMatchObject({
    cause: { constraint_name: 'ideas_replace_in_no_ring' },
  })
})

test('more decisions, tasks and marks do not make more questions to the database', async () => {
  const pages = [paths.ideaTrail('L3'), paths.checks(w.groups.en), paths.documents(w.groups.en), paths.allIdeas()]
  const questions = counted(w.db)
  const gerd = await w.as('gerd')
  const all = async () => {
    const counts: number[] = []
    for (const page of pages) counts.push(await questions(() => gerd(page)))
    return counts
  }
  const before = await all()
  for (let number = 0; number < 4; number += 1) {
    const decision = await decide({ ...heat, title: `Schritt ${number}`, ideaIds: [await ideaOf('L3')] })
    await taskFrom(decision, citedIn(decision), `Aufgabe ${number}`)
    await write(`Noch ein Text ${number}`, `Nach ${citedIn(older)}.`)
  }
  expect(await all()).toEqual(before)
  expect(Math.max(...before)).toBeLessThanOrEqual(30)
})

test('what the circle has decided on is named to everybody, and only its group is led to it', async () => {
  const loop = between(w)
  const sent = await loop.sendText('Sonne vom Scheunendach')
  await loop.decidesIn(sent, 'yes')
  const here = paths.subjects(w.groups.en, 'documents', sent.document)
  await (await w.as('swantje'))(here, { form: { ideaIds: await ideaOf('L8') } })
  const [link, trail] = [`href="${paths.document(w.groups.en, sent.document)}"`, paths.ideaTrail('L8')]
  const [swantje, henrike] = [await read('swantje', trail), await read('henrike', trail)]
  expect([swantje.includes(link), henrike.includes(link)]).toEqual([true, false])
  expect(henrike).toContain('<span>Sonne vom Scheunendach</span>')
})
