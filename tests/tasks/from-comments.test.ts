import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks } from '#src/documents/comments/schema.ts'
import { findActor } from '#src/groups/membership.ts'
import { paths } from '#src/paths.ts'
import { firstWords, quotedWords } from '#src/tasks/comments/first-words.ts'
import { tasksFromComments } from '#src/tasks/comments/made.ts'
import { complete } from '#src/tasks/ending.ts'
import { tasks } from '#src/tasks/schema.ts'
import { inviteVera, type Text, talking, textWith } from '../documents/comments/setting.ts'
import { type World, world } from '../support/world.ts'

let w: World
let text: Text
let talk: ReturnType<typeof talking>

beforeAll(async () => {
  w = await world()
  text = await textWith(w, undefined, 'Wärme für Tannrode')
  talk = talking(w, text)
})

const unknown = '00000000-0000-4000-8000-000000000000'
const html = async (answer: Response | Promise<Response>) => (await answer).text()
const form = (thread: string) => paths.taskFromComment(w.groups.en, { id: thread }).replace(/#.*/, '')
const make = async (person: PersonKey, fields: Record<string, string>) =>
  (await talk.of(person))(paths.tasks(w.groups.en), { form: fields })
const madeOf = (thread: string) =>
  w.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.origin, 'comment'), eq(tasks.originId, thread)))

async function actorIn(person: PersonKey, slug: string) {
  const actor = await findActor(w.db, w.people[person], slug)
  if (!actor) throw new Error(`${person} is not in ${slug}`)
  return actor
}

describe('the words for a title', () => {
  test.each([
    ['Zahlen nachliefern.', 'Zahlen nachliefern', ''],
    ['Wir fragen Jena nach den Leitungen. Sie wissen es.', 'Wir fragen Jena nach den Leitungen', 'whole'],
    ['Saal  anfragen\nfür Oktober', 'Saal anfragen', 'whole'],
    ['Was kostet das? Bis morgen', 'Was kostet das?', 'whole'],
    ['', '', ''],
  ])('%j becomes %j', (said, title, quote) => {
    expect(firstWords(said)).toBe(title)
    expect(quotedWords(said, firstWords(said))).toBe(quote && said)
  })

  test('what is too long ends at a word, and what is quoted fits into the details', () => {
    const said = `Rechnet ${'das Kraftwerk '.repeat(500)}`
    expect(firstWords(said).length).toBeLessThanOrEqual(80)
    expect(firstWords(said)).toMatch(/(das|Kraftwerk) …$/)
    expect(quotedWords(said, firstWords(said)).length).toBeLessThan(4_998)
  })
})

test('a comment leads to a filled-in form, the task cites the text, and both lead to each other', async () => {
  const { thread } = await talk.begin('tarek', '@Gerd Rechnet bitte die Leitungen nach. Mir fehlt Jena.')
  const beside = await talk.reading('gerd')
  expect(beside).toContain('Aufgabe daraus machen')
  expect(beside).toContain(paths.taskFromComment(w.groups.en, { id: thread }))

  const page = await html((await talk.of('gerd'))(form(thread)))
  expect(page).toMatch(/<details[^>]*id="write-task" open/)
  expect(page).toContain('value="Rechnet bitte die Leitungen nach"')
  expect(page).toContain('„Rechnet bitte die Leitungen nach. Mir fehlt Jena.“</textarea>')
  expect(page).toContain('Kommentar zu „Wärme für Tannrode“')
  expect(page).not.toContain('Daraus ist schon eine Aufgabe geworden')

  const refused = await make('gerd', { title: ' ', comment: thread })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(`name="comment" value="${thread}"`)

  const sent = await make('gerd', { title: 'Leitungen nachrechnen', comment: thread })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, paths.thread(w.groups.en, text, { id: thread })])
  const [task] = await madeOf(thread)
  expect(task).toMatchObject({ title: 'Leitungen nachrechnen', originLabel: 'Wärme für Tannrode' })

  const shown = await talk.page('tarek')
  expect(shown).toContain('Daraus wurde die Aufgabe')
  expect(shown).toContain(`href="${paths.task(w.groups.en, { id: task?.id ?? '' })}"`)
  expect(shown).toContain('Noch eine Aufgabe daraus machen')

  const own = await html((await talk.of('gerd'))(paths.task(w.groups.en, { id: task?.id ?? '' })))
  expect(own).toContain(`<a href="${paths.thread(w.groups.en, text, { id: thread }).replace('&', '&amp;')}">`)

  // A second one is allowed, and said.
  expect(await html((await talk.of('tarek'))(form(thread)))).toContain('Daraus ist schon eine Aufgabe geworden')
  expect((await make('tarek', { title: 'Jena fragen', comment: thread })).status).toBe(303)
  expect(await madeOf(thread)).toHaveLength(2)
})

test('what was said is gone: the task keeps its origin in words alone', async () => {
  const { thread } = await talk.begin('tarek', 'Nicht so gemeint')
  await make('gerd', { title: 'Nachfragen', comment: thread })
  const [remark] = await w.db.select().from(documentRemarks).where(eq(documentRemarks.threadId, thread))
  await talk.remove('tarek', remark?.id ?? '')
  const [task] = await madeOf(thread)
  const page = await html((await talk.of('gerd'))(paths.task(w.groups.en, { id: task?.id ?? '' })))
  expect(page).toContain('<span>Kommentar zu „Wärme für Tannrode“</span>')
  expect(await talk.page('tarek', { thread })).not.toContain(paths.taskFromComment(w.groups.en, { id: thread }))
})

test('guests comment and see nothing of tasks', async () => {
  await inviteVera(w, text, true)
  const { thread } = await talk.begin('vera', 'Das müsste jemand prüfen')
  await make('gerd', { title: 'Prüfen lassen', comment: thread })
  const page = await talk.page('vera', { thread })
  expect(page).toContain('Das müsste jemand prüfen')
  for (const hidden of ['Prüfen lassen', 'Aufgabe daraus machen', paths.tasks(w.groups.en), 'daraus wurde'])
    expect(page).not.toContain(hidden)
  expect((await (await talk.of('vera'))(form(thread))).status).toBe(403)
  expect((await make('vera', { title: 'x', comment: thread })).status).toBe(403)
})

test.each([
  ['a conversation of another group', async () => (await talk.begin('tarek', 'Nur unter uns')).thread],
  ['one that does not exist', async () => unknown],
  ['what is no id at all', async () => "'; drop table tasks"],
])('%s is not there: neither its form nor a task of it', async (_what, idOf) => {
  const id = await idOf()
  const ilse = await w.as('ilse')
  const answers = [
    await ilse(`${paths.tasks(w.groups.gl)}?${new URLSearchParams({ comment: id })}`),
    await ilse(paths.tasks(w.groups.gl), { form: { title: 'Fremdes', comment: id } }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 422])
  const pages = await Promise.all(answers.map(html))
  for (const page of pages) expect(page).not.toMatch(/Tannrode|name="comment"|Nur unter uns/)
  expect(pages[1]).toContain('value="Fremdes"')
  expect(await w.db.$count(tasks, eq(tasks.title, 'Fremdes'))).toBe(0)
})

test('of a task that comes again the thread shows the latest, with its state', async () => {
  const { thread } = await talk.begin('tarek', 'Monatlich ablesen')
  const again = { title: 'Zähler ablesen', comment: thread, dueOn: '2099-01-01', unit: 'month', every: '1' }
  await make('gerd', again)
  const gerd = await actorIn('gerd', 'en')
  const [first] = await madeOf(thread)
  if (!first) throw new Error('no task')
  await change(w.ports, (tx, record) => complete(tx, record, first, { result: '', actorId: gerd.person.id }))
  const shown = await tasksFromComments.madeFrom(w.db, gerd, [thread])
  expect(shown).toMatchObject([{ thread, title: 'Zähler ablesen', state: 'open' }])
  expect(shown[0]?.id).not.toBe(first.id)
})
