import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentOf } from '#src/documents/content/codec.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { documents } from '#src/documents/schema.ts'
import { german } from '#src/documents/templates/german.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { papers, said, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let swantje: Browse
let gerd: Browse
let henrike: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  ;[swantje, gerd, henrike] = await Promise.all([w.as('swantje'), w.as('gerd'), w.as('henrike')])
})

const template = async (group: 'en' | 'kk', kind: 'minutes' | 'invitation') => {
  const is = and(eq(documents.groupId, w.groups[group].id), eq(documents.kind, kind), eq(documents.isTemplate, true))
  const found = await w.db.select().from(documents).where(is)
  expect(found).toHaveLength(1)
  return found[0] ?? { id: '' }
}

const contentNow = async ({ id }: { id: string }) => contentOf(await currentState(w.db, id))

/** What a click on a type does on the page of new texts. */
const begin = async (kind: string, who = gerd) => {
  const sent = await who(paths.documents(w.groups.en), { form: { start: 'quick', kind } })
  expect(sent.status).toBe(303)
  const id = sent.headers.get('location')?.match(/documents\/([0-9a-f-]+)\/edit/)?.[1] ?? ''
  return we.paper({ id })
}

describe('a new text', () => {
  test('takes a click on its type: it begins with the template, called by type and day', async () => {
    const page = await (await gerd(paths.newDocument(w.groups.en))).text()
    expect(page).toContain('Gleich losschreiben')
    const paper = await begin('minutes')
    expect(paper.title).toMatch(/^Protokoll, \d+\.\u00A0\p{L}+$/u)
    expect(await contentNow(paper)).toEqual(german.minutes)
    const renamed = await gerd(paths.documentTitle(w.groups.en, paper), { form: { title: 'Sitzung', back: 'edit' } })
    expect(renamed.headers.get('location')).toBe(paths.editDocument(w.groups.en, paper))
  })

  test('begins with the template of the group, else with that of the alliance, else with the delivered one', async () => {
    expect((await gerd(paths.template(w.groups.en, 'minutes'), { form: {} })).status).toBe(403)
    const both = await Promise.all([1, 2].map(() => henrike(paths.template(w.groups.kk, 'minutes'), { form: {} })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    await we.write(await template('kk', 'minutes'), text('Allianz: Wer war da?'), 'henrike', 'kk')
    expect(await contentNow(await begin('minutes'))).toEqual(text('Allianz: Wer war da?'))

    await swantje(paths.template(w.groups.en, 'minutes'), { form: {} })
    const own = await template('en', 'minutes')
    expect(await contentNow(own)).toEqual(text('Allianz: Wer war da?'))
    await we.write(own, text('Energie: Wer war da?'), 'swantje')
    expect(await contentNow(await begin('minutes', await w.as('gerd')))).toEqual(text('Energie: Wer war da?'))
    expect(await contentNow(await begin('invitation'))).toEqual(german.invitation)
  })
})

describe('a template', () => {
  test('is reset to that of the alliance, and that to the delivered one; what was there stays among its states', async () => {
    const own = await template('en', 'minutes')
    expect((await gerd(paths.templateReset(w.groups.en, 'minutes'), { form: {} })).status).toBe(403)
    await swantje(paths.templateReset(w.groups.en, 'minutes'), { form: {} })
    expect(await contentNow(own)).toEqual(text('Allianz: Wer war da?'))
    await henrike(paths.templateReset(w.groups.kk, 'minutes'), { form: {} })
    expect(await contentNow(await template('kk', 'minutes'))).toEqual(german.minutes)
    expect(await said(swantje(paths.versions(w.groups.en, own)))).toContain('Vor dem Wiederherstellen')
  })

  test('is no paper: not in the list, not written by everybody, not decided on', async () => {
    const own = await template('en', 'minutes')
    expect(await said(gerd(paths.documents(w.groups.en)))).not.toContain('Vorlage: Protokoll')
    expect(await said(gerd(paths.document(w.groups.en, own)))).toContain('Das ist eine Vorlage.')
    expect((await gerd(`${paths.editDocument(w.groups.en, own)}?mode=write`)).status).toBe(200)
    expect(await (await gerd(paths.editDocument(w.groups.en, own))).text()).not.toContain('mode-write')
    expect((await swantje(paths.snapshots(w.groups.en, own), { form: {} })).status).toBe(403)
    expect((await swantje(paths.reviews(w.groups.en, own), { form: { until: '2099-01-01' } })).status).toBe(403)
  })

  test('is listed with whose it is', async () => {
    const page = await said(gerd(paths.templates(w.groups.en)))
    expect(page).toContain('eigene Vorlage')
    expect(page).toContain('mitgelieferte Vorlage')
    expect(page).toContain('Ändern kann sie die Leitung der Gruppe')
    expect((await swantje(paths.templateReset(w.groups.en, 'decree'), { form: {} })).status).toBe(404)
  })
})
