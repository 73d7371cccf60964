import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { stateOf } from '#src/documents/content/codec.ts'
import { documentStates } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { comparing, row } from '../comparisons/rows-of-text.ts'
import { textWith as compared, instead } from '../suggestions/proposing.ts'
import { talking, textWith, words } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const onPassage = { quote: 'jeder neuen Anlage', before: 'Ein Drittel ', after: ' gehört den' }

test('a passage is chosen on the page, commented, answered, resolved and reopened', async () => {
  const text = await textWith(w)
  const { begin, reply, resolve, reopen, page, reading, threads } = talking(w, text)
  const { thread } = await begin('tarek', 'Ein Drittel wovon?', onPassage)
  expect((await threads())[0]).toMatchObject({ on: 'passage', quote: onPassage.quote, resolvedAt: null })

  const read = await reading('swantje')
  expect(read).toContain(`id="passage-${thread}"`)
  expect(read).toContain('<mark class="commented">jeder neuen Anlage</mark>')
  expect(read).toContain('Ein Drittel wovon?')

  expect((await reply('swantje', thread, { words: 'Vom Ertrag.' })).status).toBe(303)
  const all = await page('gerd')
  for (const said of ['Tarek Lindhövel', 'Ein Drittel wovon?', 'Vom Ertrag.', '„jeder neuen Anlage“'])
    expect(all).toContain(said)

  expect((await resolve('gerd', thread)).status).toBe(303)
  expect(await page('tarek')).not.toContain('Vom Ertrag.')
  expect(await reading('tarek')).not.toContain('class="commented"')
  const resolved = await page('tarek', { state: 'resolved' })
  expect(resolved).toContain('Vom Ertrag.')
  expect(resolved).toContain('Erledigt von Gerd Moosbach')

  expect((await reopen('tarek', thread)).status).toBe(303)
  expect(await page('tarek')).toContain('Vom Ertrag.')
  const kinds = (await w.db.select().from(events))
    .filter(({ subjectId }) => subjectId === text.id)
    .map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['comment.made', 'comment.resolved', 'comment.reopened']))
})

test('a passage that is no longer there is refused in words, and what was typed is kept', async () => {
  const { beginning } = talking(w, await textWith(w))
  const refused = await beginning('tarek', { words: 'Wovon?', quote: 'jeder alten Anlage' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('diese Stelle gibt es so nicht mehr')
  expect(page).toContain('>Wovon?</textarea>')
  const told = await beginning('tarek', { words: 'Wovon?', quote: 'jeder alten Anlage' }, true)
  expect([told.status, (await told.json()).problem]).toEqual([422, 'moved'])
})

test.each([
  ['nothing', '', 'Da steht noch nichts.'],
  ['more than five thousand characters', 'x'.repeat(5_001), 'mehr als 5.000 Zeichen'],
])('%s is refused', async (_what, said, why) => {
  const { beginning } = talking(w, await textWith(w))
  const refused = await beginning('tarek', { words: said })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(why)
})

test('whoever answers what was resolved meanwhile is told, and keeps the words', async () => {
  const { begin, reply, resolve } = talking(w, await textWith(w))
  const { thread } = await begin('tarek', 'Zum Ganzen')
  await resolve('swantje', thread)
  const refused = await reply('gerd', thread, { words: 'Ich meine' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('inzwischen erledigt')
})

test('one changes and deletes what one said oneself; its place stays', async () => {
  const { begin, reply, change, remove, page, remarks } = talking(w, await textWith(w))
  const { thread } = await begin('tarek', 'Ein Fehler')
  await reply('swantje', thread, { words: 'Wieso?' })
  const [own] = (await remarks()).filter((one) => one.threadId === thread)
  const id = own?.id ?? ''
  expect((await change('tarek', id, 'Kein Fehler')).status).toBe(303)
  expect(await page('swantje')).toContain('Kein Fehler')
  expect(await page('swantje')).toContain('geändert')
  expect((await change('swantje', id, 'Doch')).status).toBe(403)
  expect((await remove('swantje', id)).status).toBe(403)
  expect((await remove('tarek', id)).status).toBe(303)
  const after = await page('swantje')
  expect(after).not.toContain('Kein Fehler')
  expect(after).toContain('gelöscht')
  expect(after).toContain('Wieso?')
  expect((await change('tarek', id, 'Noch einmal')).status).toBe(422)
})

test('what is sent twice under one name is said once, at the same time too', async () => {
  const text = await textWith(w)
  const { beginning, threads, begin, reply, remarks } = talking(w, text)
  const key = crypto.randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => beginning('tarek', { words: 'Einmal', key }, true)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await threads()).toHaveLength(1)
  const { thread } = await begin('tarek', 'Noch eines')
  const again = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await reply('swantje', thread, { words: 'Ja', key: again }, true)
  expect((await remarks()).filter((one) => one.threadId === thread)).toHaveLength(2)
  // The name of somebody else's remark brings nobody into their words.
  await reply('gerd', thread, { words: 'Nein', key: again }, true)
  expect((await remarks()).find(({ id }) => id === again)?.words).toBe('Ja')
})

test('conversations are filtered by state, person, mention and words', async () => {
  const { begin, resolve, page } = talking(w, await textWith(w))
  await begin('tarek', 'Über Wärme, @Gerd Moosbach')
  await begin('swantje', 'Über Strom')
  const { thread } = await begin('gerd', 'Über Wind')
  await resolve('gerd', thread)
  const shows = async (filter: Record<string, string>) => {
    const shown = await page('gerd', filter)
    return ['Wärme', 'Strom', 'Wind'].filter((word) => shown.includes(`Über ${word}`))
  }
  expect(await shows({})).toEqual(['Wärme', 'Strom'])
  expect(await shows({ state: 'all' })).toEqual(['Wärme', 'Strom', 'Wind'])
  expect(await shows({ state: 'resolved' })).toEqual(['Wind'])
  expect(await shows({ by: w.people.swantje.id })).toEqual(['Strom'])
  expect(await shows({ calls: 'on' })).toEqual(['Wärme'])
  expect(await shows({ words: 'strom' })).toEqual(['Strom'])
  expect(await shows({ words: 'tarek warme' })).toEqual(['Wärme'])
  expect(await shows({ state: 'ungültig', by: 'niemand' })).toEqual(['Wärme', 'Strom'])
})

test('a suggestion or a row of a comparison can be talked about', async () => {
  const field = row({ statement: 'Sie wollen Felder.' })
  const { document, suggest } = await compared(w, comparing(field))
  const { id: suggestion } = await suggest('gerd', instead('Felder', 'Dächer'))
  const { begin, beginning, threads } = talking(w, document)
  await begin('tarek', 'Zum Vorschlag', { suggestion })
  await begin('tarek', 'Zur Zeile', { row: String(field.attrs?.row) })
  const hanging = async () => (await threads()).map(({ on, suggestionId, rowId }) => [on, suggestionId ?? rowId])
  const both = [
    ['suggestion', suggestion],
    ['row', field.attrs?.row],
  ]
  expect(await hanging()).toEqual(both)
  for (const on of ['suggestion', 'row'])
    expect((await beginning('tarek', { words: 'Wozu?', [on]: crypto.randomUUID() })).status).toBe(422)
  expect(await hanging()).toEqual(both)
})

test('who says too much in a short time is told when it goes on', async () => {
  const { begin, beginning } = talking(w, await textWith(w))
  for (let time = 0; time < 40; time++) await begin('bjarne', `Das ${time}. Mal`)
  const refused = await beginning('bjarne', { words: 'Noch eines' })
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '300'])
  const page = await refused.text()
  expect(page).toContain('In fünf Minuten geht es weiter.')
  expect(page).toContain('>Noch eines</textarea>')
})

test('scripts are told what is said and who can be called', async () => {
  const text = await textWith(w)
  const { begin, of } = talking(w, text)
  await begin('tarek', 'Wovon, @Swantje?', onPassage)
  const answer = await (await of('swantje'))(paths.threads(w.groups.en, text))
  const { people, threads } = await answer.json()
  expect(people.map(({ name }: { name: string }) => name)).toContain('Tarek Lindhövel')
  expect(people.map(({ name }: { name: string }) => name)).not.toContain('Nele Fremd')
  expect(threads).toMatchObject([
    { on: 'passage', part: 'passages', open: true, remarks: [{ words: `Wovon, @${w.people.swantje.name}?` }] },
  ])
})

test('where the passage is gone the thread stays, with the words that it was about', async () => {
  const text = await textWith(w, [words[0] ?? '', 'Ein Satz, der bald fehlt.'])
  const { begin, page } = talking(w, text)
  await begin('tarek', 'Wirklich?', { quote: 'der bald fehlt' })
  const emptied = stateOf({ type: 'doc', content: [{ type: 'paragraph' }] })
  await w.db.update(documentStates).set({ bytes: emptied }).where(eq(documentStates.documentId, text.id))
  const shown = await page('swantje')
  expect(shown).toContain('Stelle gibt es nicht mehr')
  expect(shown).toContain('„der bald fehlt“')
})
