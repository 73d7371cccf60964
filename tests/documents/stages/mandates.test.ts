import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { confirmCorrection, makeCorrection, openCorrection } from '#src/documents/corrections/making.ts'
import { editorialMandates } from '#src/documents/corrections/schema.ts'
import { type Document, snapshots } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { matterOf, papers, said, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let swantje: Browse
let gerd: Browse
let tarek: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  ;[swantje, gerd, tarek, nele] = await Promise.all([w.as('swantje'), w.as('gerd'), w.as('tarek'), w.as('nele')])
})

const citationOf = ({ year, number }: { year: number; number: number }) =>
  `EN-${year}-${String(number).padStart(3, '0')}`

const give = (document: Document, decision: string, scope = 'Rechtschreibung') =>
  swantje(paths.editors(w.groups.en, document), {
    form: { person: w.people.gerd.id, scope, decision },
  })

const correct = (document: Document, note = 'wont') =>
  gerd(paths.corrections(w.groups.en, document), { form: { note } })

const confirm = async (document: Document) => {
  const correction = await openCorrection(w.db, document)
  return tarek(paths.correctionConfirmation(w.groups.en, document, correction ?? { id: crypto.randomUUID() }), {
    form: {},
  })
}

/** Adopted with a typing error; Gerd may put it right, and has done so in the draft. */
async function withMandate(title: string) {
  const { document, decision } = await we.adopted(title, 'Wer neben dem Windrad wont, soll daran verdienen.')
  const number = citationOf(decision)
  await give(document, number)
  await we.write(document, text('Wer neben dem Windrad wohnt, soll daran verdienen.'))
  return { document, number }
}

const versionsOf = async ({ id }: Document) =>
  (await w.db.select().from(snapshots).where(eq(snapshots.documentId, id)))
    .map(({ number, suffix }) => `${number}${suffix}`)
    .sort()

describe('the editorial mandate', () => {
  test('is for the text that was adopted with it, and not for what is adopted later', async () => {
    const { document, number } = await withMandate('Fortgeschrieben')
    const next = await we.decide(await we.freeze(document), 'Fortgeschrieben')
    await we.write(document, text('Wer neben dem Windrad wohnt, zahlt dafür.'))
    expect((await correct(document)).status).toBe(403)
    expect(await said(swantje(paths.stage(w.groups.en, document)))).not.toContain('Rechtschreibung ·')

    const old = await give(document, number, 'Alles')
    expect([old.status, await said(old)]).toEqual([422, expect.stringContaining('kein Beschluss über diesen Text')])
    expect((await give(document, citationOf(next))).status).toBe(303)
    expect((await correct(document, 'zahlt')).status).toBe(303)
    const rows = await w.db.select().from(editorialMandates).where(eq(editorialMandates.documentId, document.id))
    expect(rows.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true])
  })

  test('that was ended meanwhile confirms nothing, and the page says why', async () => {
    const { document } = await withMandate('Beendet')
    await correct(document)
    const [mandate] = await we.mandates(document)
    await swantje(paths.editorEnd(w.groups.en, document, mandate ?? { id: '' }), { form: {} })
    const page = await said(tarek(paths.corrections(w.groups.en, document)))
    expect(page).toContain('Das kann nicht mehr bestätigt werden.')
    expect((await confirm(document)).headers.get('location')).toBe(paths.corrections(w.groups.en, document))
    const waiting = await openCorrection(w.db, document)
    const actor = await w.actor('tarek', 'en')
    const done = await change(w.ports, (tx, record) =>
      confirmCorrection(tx, record, document, actor, waiting ?? { id: '' }, matterOf),
    )
    expect([done, await versionsOf(document)]).toEqual([false, ['1']])
  })

  test('is judged behind the lock: ended at the same time, it corrects nothing', async () => {
    const { document } = await withMandate('Zur selben Zeit')
    const [mandate] = await we.mandates(document)
    if (!mandate) throw new Error('no mandate')
    await swantje(paths.editorEnd(w.groups.en, document, mandate), { form: {} })
    const actor = await w.actor('gerd', 'en')
    const wish = { mandate, note: '', isSure: true }
    const made = await change(w.ports, (tx, record) => makeCorrection(tx, record, document, actor, wish, matterOf))
    expect(made).toBe('gone')
  })

  test('is for members: a guest cannot get it', async () => {
    const { document } = await we.adopted('Nicht für Gäste')
    const page = await said(swantje(paths.stage(w.groups.en, document)))
    expect(page).toContain('Redaktionsvollmacht')
    const form = { person: w.people.nele.id, scope: 'Rechtschreibung', decision: '' }
    expect((await swantje(paths.editors(w.groups.en, document), { form })).status).toBe(422)
  })
})

describe('a decision', () => {
  test('leads to its text as it was put right, also for people outside, and the register says so', async () => {
    const { document, number } = await withMandate('Windrad')
    await correct(document)
    await confirm(document)
    const page = await said(nele(paths.decision(number)))
    expect(page).toContain('Tippfehler berichtigt')
    expect(page).toContain('Fassung\u00A01a')
    expect(page).not.toContain('Gerd Moosbach')
    expect(await said(swantje(paths.decision(number)))).toContain('Gerd Moosbach und Tarek Lindhövel')
    expect(await said(nele(paths.decisionLog()))).toContain('Text berichtigt: Fassung\u00A01a')

    const original = await said(nele(paths.decisionSnapshot(number)))
    expect(original).toContain('wont,')
    expect(original).toContain('Fassung\u00A01a lesen')
    const kept = await said(gerd(paths.snapshot(w.groups.en, document, 1)))
    expect(kept).toContain('Fassung\u00A01a lesen')
    expect(kept).toContain(number)
    const corrected = await said(nele(paths.decisionSnapshot(number, 'a')))
    expect(corrected).toContain('wohnt,')
    expect((await nele(paths.decisionSnapshot(number, 'b'))).status).toBe(404)
  })

  test('about a version that was put right before keeps what is put right after', async () => {
    const { document } = await withMandate('Noch einmal beschlossen')
    await correct(document)
    await confirm(document)
    const found = await w.db.select().from(snapshots).where(eq(snapshots.documentId, document.id))
    const corrected = found.find(({ suffix }) => suffix === 'a') ?? null
    const again = await we.decide(corrected, 'Noch einmal beschlossen')
    await give(document, citationOf(again))
    await we.write(document, text('Wer neben dem Windrad wohnt, soll daran mitverdienen.'))
    await correct(document, 'mit')
    await confirm(document)
    expect(await versionsOf(document)).toEqual(['1', '1a', '1b'])
    expect(await said(gerd(paths.document(w.groups.en, document)))).toContain('Fassung\u00A01b')
    expect(await said(nele(paths.decision(citationOf(again))))).toContain('„Noch einmal beschlossen“, Fassung\u00A01a')
  })
})
