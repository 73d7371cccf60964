import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { confirmCorrection, openCorrection, wordsChanged } from '#src/documents/corrections/making.ts'
import { documentCorrections } from '#src/documents/corrections/schema.ts'
import { snapshots } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { matterOf, papers, said, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let swantje: Browse
let gerd: Browse
let tarek: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  ;[swantje, gerd, tarek] = await Promise.all([w.as('swantje'), w.as('gerd'), w.as('tarek')])
})

const versionsOf = async ({ id }: { id: string }) =>
  (await w.db.select().from(snapshots).where(eq(snapshots.documentId, id)))
    .map(({ number, suffix }) => `${number}${suffix}`)
    .sort()

/** Gerd has the mandate, given by Swantje and confirmed by Tarek. */
async function withMandate(title: string, words = 'Wer neben dem Windrad wont, soll daran verdienen.') {
  const { document, snapshot, decision } = await we.adopted(title, words)
  const form = { person: w.people.gerd.id, scope: 'Rechtschreibung', decision: '' }
  await swantje(paths.editors(w.groups.en, document), { form })
  const [mandate] = await we.mandates(document)
  if (!mandate) throw new Error('no mandate')
  await tarek(paths.editorConfirmation(w.groups.en, document, mandate), { form: {} })
  return { document, snapshot, decision, mandate }
}

const correct = (document: { id: string }, form: Record<string, string> = {}) =>
  gerd(paths.corrections(w.groups.en, document), { form })

const confirm = async (document: { id: string }, who: Browse) => {
  const correction = await openCorrection(w.db, document)
  return who(paths.correctionConfirmation(w.groups.en, document, { id: correction?.id ?? crypto.randomUUID() }), {
    form: {},
  })
}

describe('a typing error in an adopted text', () => {
  test('is put right by who has the mandate, and confirmed by a second person: 1a, with the same decision', async () => {
    const { document, snapshot } = await withMandate('Windrad')
    await we.write(document, text('Wer neben dem Windrad wohnt, soll daran verdienen.'))
    expect((await tarek(paths.corrections(w.groups.en, document), { form: {} })).status).toBe(403)
    expect(await said(gerd(paths.corrections(w.groups.en, document)))).toContain('Ein Wort ist anders.')
    expect((await correct(document, { note: 'wont' })).status).toBe(303)
    expect(await versionsOf(document)).toEqual(['1'])
    expect((await confirm(document, gerd)).status).toBe(403)
    expect(await said(tarek(paths.corrections(w.groups.en, document)))).toContain('Daraus wird Fassung\u00A01a.')
    expect((await confirm(document, tarek)).status).toBe(303)
    expect(await versionsOf(document)).toEqual(['1', '1a'])
    expect(await we.stage(document)).toBe('adopted')

    const page = await said(swantje(paths.document(w.groups.en, document)))
    expect(page).toContain('wohnt')
    expect(page).toContain('Fassung\u00A01a')
    expect(page).toContain('Der Entwurf ist derselbe.')
    const original = await said(swantje(paths.snapshot(w.groups.en, document, 1)))
    expect(original).toContain('wont,')
    const corrected = await said(swantje(paths.snapshot(w.groups.en, document, 1, 'a')))
    expect(corrected).toContain('Fassung\u00A01a')
    expect((await swantje(paths.difference(w.groups.en, document, 1, 'a'))).status).toBe(200)
    const [kept] = await w.db.select().from(snapshots).where(eq(snapshots.originalId, snapshot.id))
    expect(kept).toMatchObject({ suffix: 'a', number: 1, createdById: w.people.gerd.id })
  })

  test('a further one makes 1b of the same original', async () => {
    const { document, snapshot } = await withMandate('Zweimal', 'Erst ains, dann zwai.')
    await we.write(document, text('Erst eins, dann zwai.'))
    await correct(document)
    await confirm(document, tarek)
    await we.write(document, text('Erst eins, dann zwei.'))
    await correct(document, { note: 'zwai' })
    await confirm(document, swantje)
    expect(await versionsOf(document)).toEqual(['1', '1a', '1b'])
    const all = await w.db.select().from(snapshots).where(eq(snapshots.originalId, snapshot.id))
    expect(all).toHaveLength(2)
  })

  test('more than 20 words are asked about once more', async () => {
    const { document } = await withMandate('Viel', 'Kurz.')
    await we.write(document, text(Array.from({ length: 21 }, (_, place) => `Wort${place}`).join(' ')))
    const asked = await correct(document)
    expect([asked.status, await said(asked)]).toEqual([422, expect.stringContaining('Für Tippfehler ist das viel.')])
    expect(await openCorrection(w.db, document)).toBe(null)
    expect((await correct(document, { sure: 'on' })).status).toBe(303)
  })

  test('nothing is made of a draft that is the same, and one thing waits at a time', async () => {
    const { document } = await withMandate('Gleich')
    expect((await correct(document)).status).toBe(422)
    await we.write(document, text('Wer neben dem Windrad wohnt, soll daran verdienen.'))
    expect((await correct(document)).status).toBe(303)
    expect((await correct(document, { note: 'Noch einmal' })).status).toBe(303)
    expect(await w.db.$count(documentCorrections, eq(documentCorrections.documentId, document.id))).toBe(1)
    const waiting = await openCorrection(w.db, document)
    expect(
      (await tarek(paths.correctionDiscard(w.groups.en, document, waiting ?? { id: '' }), { form: {} })).status,
    ).toBe(403)
    await swantje(paths.correctionDiscard(w.groups.en, document, waiting ?? { id: '' }), { form: {} })
    expect([await openCorrection(w.db, document), await versionsOf(document)]).toEqual([null, ['1']])
  })

  test('two who confirm at once make one version', async () => {
    const { document } = await withMandate('Zu zweit')
    await we.write(document, text('Wer neben dem Windrad wohnt, soll daran verdienen.'))
    await correct(document)
    const waiting = await openCorrection(w.db, document)
    if (!waiting) throw new Error('nothing waits')
    const actors = await Promise.all([w.actor('tarek', 'en'), w.actor('swantje', 'en')])
    const done = await Promise.all(
      actors.map((actor) => change(w.ports, (tx, r) => confirmCorrection(tx, r, document, actor, waiting, matterOf))),
    )
    expect(done.sort()).toEqual([false, true])
    expect(await versionsOf(document)).toEqual(['1', '1a'])
  })

  test('is not confirmed when something else is in force by then', async () => {
    const { document } = await withMandate('Überholt')
    await we.write(document, text('Wer neben dem Windrad wohnt, soll daran verdienen.'))
    await correct(document)
    await we.write(document, text('Etwas ganz anderes.'))
    await we.decide(await we.freeze(document), 'Überholt')
    await confirm(document, tarek)
    expect(await versionsOf(document)).toEqual(['1', '2'])
  })
})

describe('the mandate', () => {
  test('is not in force until a second person says so, and the page tells who has it', async () => {
    const { document } = await we.adopted('Noch keine')
    const form = { person: w.people.gerd.id, scope: 'Rechtschreibung', decision: '' }
    expect((await gerd(paths.editors(w.groups.en, document), { form })).status).toBe(403)
    await swantje(paths.editors(w.groups.en, document), { form })
    expect((await correct(document)).status).toBe(403)
    const [mandate] = await we.mandates(document)
    if (!mandate) throw new Error('no mandate')
    for (const who of [swantje, gerd])
      expect((await who(paths.editorConfirmation(w.groups.en, document, mandate), { form: {} })).status).toBe(403)
    const page = await said(tarek(paths.stage(w.groups.en, document)))
    expect(page).toContain('eingetragen von Swantje Kieselbach, wartet auf eine zweite Person')
    await tarek(paths.editorConfirmation(w.groups.en, document, mandate), { form: {} })
    expect((await correct(document)).status).toBe(422)
    await gerd(paths.editorEnd(w.groups.en, document, mandate), { form: {} })
    expect((await correct(document)).status).toBe(403)
  })

  test('is in force at once when the decision about the text says so', async () => {
    const { document, decision } = await we.adopted('Mit Beschluss')
    const number = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const form = { person: w.people.gerd.id, scope: 'Rechtschreibung', decision: 'EN-2020-001' }
    const wrong = await swantje(paths.editors(w.groups.en, document), { form })
    expect([wrong.status, await said(wrong)]).toEqual([422, expect.stringContaining('kein Beschluss über diesen Text')])
    await swantje(paths.editors(w.groups.en, document), { form: { ...form, decision: number } })
    expect((await correct(document)).status).toBe(422)
    expect(await said(tarek(paths.stage(w.groups.en, document)))).toContain(`laut ${number}`)
  })
})

test.each([
  ['a word that was replaced counts once', ['Wer wont hier'], ['Wer wohnt hier'], 1],
  ['a word that came counts', ['Wer hier'], ['Wer wohnt hier'], 1],
  ['a word that stands elsewhere does not', ['eins zwei'], ['zwei eins'], 0],
])('%s', (_what, before, after, words) => {
  expect(wordsChanged({ title: 'T', content: text(...before) }, { title: 'T', content: text(...after) })).toBe(words)
})
