import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { adoptionsOf } from '#src/decisions/register/adoptions.ts'
import { archive } from '#src/documents/archiving/model.ts'
import { slugOf } from '#src/documents/publications/forms.ts'
import { publicationAt, publish, publishable } from '#src/documents/publications/model.ts'
import { publications } from '#src/documents/publications/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { letPublish, matterOf, papers, said, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let mirjam: Browse
let henrike: Browse
let gerd: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  await letPublish(w, 'mirjam')
  ;[mirjam, henrike, gerd] = await Promise.all([w.as('mirjam'), w.as('henrike'), w.as('gerd')])
})

const cited = ({ year, number }: { year: number; number: number }) => `EN-${year}-${String(number).padStart(3, '0')}`

const checked = { personalData: 'on', minority: 'on', accessibility: 'on' }

const post = (who: Browse, decision: string, form: Record<string, string> = {}) =>
  who(paths.publications(w.groups.kk), { form: { decision, slug: '', ...checked, ...form } })

describe('publishing', () => {
  test('makes the adopted version readable for everybody, without names and votes', async () => {
    const { document, decision } = await we.adopted('Energie bleibt im Dorf')
    const number = cited(decision)
    expect((await post(henrike, number, { slug: 'nein' })).status).toBe(403)
    const form = {
      slug: 'Energie bleibt im Dorf!',
      organisations: 'Bürgerenergie Larn eG\n\n Dorfverein Tannrode ',
      minorityStatement: 'Ein Drittel ist zu wenig.',
      venue: 'Amtsblatt',
    }
    expect((await post(mirjam, number, form)).status).toBe(303)
    expect(await we.stage(document)).toBe('published')
    await we.write(document, text('Das ist nur der Entwurf.'))

    const answer = await w.anonymous(paths.published('energie-bleibt-im-dorf'))
    expect([answer.status, answer.headers.get('x-robots-tag')]).toEqual([200, 'all'])
    const html = await answer.text()
    expect(html).toContain('Wer neben dem Windrad wohnt')
    expect(html).toContain(number)
    expect(html).toContain('Dorfverein Tannrode')
    expect(html).toContain('Ein Drittel ist zu wenig.')
    expect(html).not.toMatch(/<script|hx-|Kieselbach|Bellinghaus|Okafor|nur der Entwurf|einstimmig/)
    const news = await said(gerd('/'))
    expect(news).toContain('ist veröffentlicht')
    expect(await said(henrike(paths.publications(w.groups.kk)))).toContain('Mirjam Okafor-Lenz')
    expect((await (await w.as('gerd'))(paths.publications(w.groups.kk))).status).toBe(404)
  })

  test('takes every check, and says which is missing', async () => {
    const { decision } = await we.adopted('Ungeprüft')
    const sent = await post(mirjam, cited(decision), { slug: 'ungeprueft', accessibility: '' })
    expect(sent.status).toBe(422)
    expect(await said(sent)).toContain('Bitte prüfe, ob alle den Text lesen können.')
    expect((await w.anonymous(paths.published('ungeprueft'))).status).toBe(404)
  })

  test('has one address for each, and a new version is a new one', async () => {
    const { document, decision } = await we.adopted('Erst so', 'Erst so.')
    await post(mirjam, cited(decision), { slug: 'so' })
    await we.write(document, text('Dann anders.'))
    const next = await we.decide(await we.freeze(document), 'Dann anders')
    expect(await we.stage(document)).toBe('adopted')
    const taken = await post(mirjam, cited(next), { slug: 'so' })
    expect([taken.status, await said(taken)]).toEqual([422, expect.stringContaining('schon etwas erschienen')])
    expect((await post(mirjam, cited(next), { slug: 'so-2027' })).status).toBe(303)
    const old = await said(w.anonymous(paths.published('so')))
    expect(old).toContain('Erst so.')
    expect(old).toContain('Dieser Text gilt nicht mehr.')
    expect(old).toContain('„Erst so“ in der neueren Fassung lesen')
    const fresh = await said(w.anonymous(paths.published('so-2027')))
    expect(fresh).toContain('Dann anders.')
    expect(fresh).not.toContain('gilt nicht mehr')
    expect(await we.stage(document)).toBe('published')
  })

  test('is of what was looked at: another version has to be looked at first', async () => {
    const { snapshot, decision } = await we.adopted('Gelesen')
    const other = await post(mirjam, cited(decision), { slug: 'gelesen', read: 'something else' })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining(snapshot.checksum)])
    expect((await post(mirjam, cited(decision), { slug: 'gelesen', read: snapshot.checksum })).status).toBe(303)
  })

  test('leads from a text that was replaced to the public one in its place', async () => {
    const [old, fresh] = [await we.adopted('Das alte Leitbild'), await we.adopted('Das neue Leitbild')]
    await post(mirjam, cited(old.decision), { slug: 'altes-leitbild' })
    const swantje = await w.as('swantje')
    await swantje(paths.replacement(w.groups.en, fresh.document), { form: { older: old.document.id } })
    const over = await said(w.anonymous(paths.published('altes-leitbild')))
    expect(over).toContain('Dieser Text gilt nicht mehr.')
    expect(over).not.toContain('Das neue Leitbild')
    await post(mirjam, cited(fresh.decision), { slug: 'neues-leitbild' })
    expect(await said(w.anonymous(paths.published('altes-leitbild')))).toContain('„Das neue Leitbild“')
  })

  test('waits for the circle where more than the group is concerned, and for a decision in any case', async () => {
    const { document } = await we.text('Nicht beschlossen')
    const sent = await we.sendText('Liegt beim Kreis')
    const back = await we.sendText('Kam zurück')
    await we.returns(back)
    const ready = (await publishable(w.db, adoptionsOf)).map((one) => one.document.id)
    for (const { id } of [document, sent.document, back.document]) expect(ready).not.toContain(id)
    expect((await post(mirjam, 'EN-2020-099', { slug: 'nichts' })).status).toBe(422)
  })

  test('two who publish at once under one address: one does', async () => {
    const { decision, document } = await we.adopted('Wettlauf')
    const [subject] = (await publishable(w.db, adoptionsOf)).filter((one) => one.document.id === document.id)
    if (!subject) throw new Error(`${cited(decision)} cannot be published`)
    const actor = await w.actor('mirjam', 'kk')
    const wish = { slug: 'wettlauf', venue: '', minorityStatement: '', organisations: [] }
    const publishing = { subject, wish, publisher: 'Allianz' }
    const done = await Promise.all(
      [1, 2].map(() => change(w.ports, (tx, r) => publish(tx, r, actor, publishing, matterOf))),
    )
    expect(done.filter((one) => one === 'taken')).toHaveLength(1)
    expect(await w.db.$count(publications, eq(publications.documentId, document.id))).toBe(1)
  })

  test('and laying aside at the same time: what is in force is never laid aside', async () => {
    const { document } = await we.adopted('Beides zugleich')
    const [subject] = (await publishable(w.db, adoptionsOf)).filter((one) => one.document.id === document.id)
    if (!subject) throw new Error('cannot be published')
    const [mirjams, swantjes] = await Promise.all([w.actor('mirjam', 'kk'), w.actor('swantje', 'en')])
    const wish = { slug: 'beides', venue: '', minorityStatement: '', organisations: [] }
    const [, isArchived] = await Promise.all([
      change(w.ports, (tx, r) => publish(tx, r, mirjams, { subject, wish, publisher: 'Allianz' }, matterOf)),
      change(w.ports, (tx, r) => archive(tx, r, document, swantjes, 'Weg', matterOf)),
    ])
    expect([isArchived, await we.stage(document)]).toEqual([false, 'published'])
  })

  test('can be withdrawn with a reason; the address says so, and the row stays', async () => {
    const { document, decision } = await we.adopted('Zurückgenommen')
    await post(mirjam, cited(decision), { slug: 'zurueck' })
    const entry = await publicationAt(w.db, 'zurueck')
    if (!entry) throw new Error('not published')
    const withdrawal = paths.publicationWithdrawal(w.groups.kk, entry.publication)
    expect((await henrike(withdrawal, { form: { reason: 'Falsch' } })).status).toBe(403)
    expect((await mirjam(withdrawal, { form: { reason: ' ' } })).status).toBe(422)
    await mirjam(withdrawal, { form: { reason: 'Eine Zahl war falsch.' } })
    const gone = await w.anonymous(paths.published('zurueck'))
    expect([gone.status, gone.headers.get('x-robots-tag')]).toEqual([410, 'noindex'])
    const page = await said(gone)
    expect(page).toContain('Eine Zahl war falsch.')
    expect(page).not.toContain('Windrad')
    expect(await we.stage(document)).toBe('adopted')
    expect(await said(mirjam(paths.publications(w.groups.kk)))).toContain('Eine Zahl war falsch.')
  })
})

test('what is not published is not for search engines', async () => {
  expect((await w.anonymous('/sign-in')).headers.get('x-robots-tag')).toBe('noindex')
  expect((await w.anonymous(paths.published('gibt-es-nicht'))).status).toBe(404)
})

test.each([
  ['Energie bleibt im Dorf', 'energie-bleibt-im-dorf'],
  ['Straße & Größe: für alle!', 'strasse-groesse-fuer-alle'],
  ['  ', ''],
])('the address of „%s“', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})
