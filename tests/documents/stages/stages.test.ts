import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { archive } from '#src/documents/archiving/model.ts'
import { documentArchivings } from '#src/documents/archiving/schema.ts'
import { nameReplacement } from '#src/documents/replacements/model.ts'
import { beginReview, endReview } from '#src/documents/reviews/beginning.ts'
import { readingsFor, reviewsOf } from '#src/documents/reviews/model.ts'
import { documentReviews } from '#src/documents/reviews/schema.ts'
import type { Document } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { deciding, heat } from '../../decisions/setting.ts'
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

const lastDay = '2099-10-20'
const wish = (...readers: string[]) => ({ until: lastDay, note: '', readerIds: readers, called: (n: number) => `${n}` })

const review = async (document: Document, ...readers: string[]) => {
  const actor = await w.actor('gerd', 'en')
  return change(w.ports, (tx, record) => beginReview(tx, record, document, actor, wish(...readers), matterOf))
}

describe('a review', () => {
  test('keeps a version, asks people, and is over when somebody ends it', async () => {
    const { document } = await we.text('Zum Lesen')
    await we.write(document, text('Wärme fehlt ganz und gar.'))
    const form = { until: lastDay, note: 'Stimmen die Zahlen?', readers: [w.people.tarek.id, w.people.nele.id] }
    const sent = await gerd(paths.reviews(w.groups.en, document), { form })
    expect([sent.status, await we.stage(document)]).toEqual([303, 'in_review'])

    const [begun] = await reviewsOf(w.db, document.id)
    expect(begun).toMatchObject({ number: 1, snapshotNumber: 2, until: lastDay, startedBy: 'Gerd Moosbach' })
    expect(begun?.readers.map(({ name }) => name)).toEqual(['Tarek Lindhövel'])
    expect(await said(tarek('/'))).toContain('Gerd Moosbach bittet um Durchsicht\u00A01')
    const page = await said(tarek(paths.document(w.groups.en, document)))
    expect(page).toContain('Durchsicht\u00A01 bis')
    expect(page).toContain('Stimmen die Zahlen?')
    expect(page).toContain('Ich habe ihn gelesen')

    if (!begun) throw new Error('no review')
    await tarek(paths.reviewReading(w.groups.en, document, begun), { form: {} })
    expect(await readingsFor(w.db, w.people.tarek.id)).toEqual([])
    expect(await said(swantje(paths.stage(w.groups.en, document)))).toContain('Tarek Lindhövel · gelesen')
    expect((await tarek(paths.reviewEnd(w.groups.en, document, begun), { form: {} })).status).toBe(403)
    expect((await swantje(paths.reviewEnd(w.groups.en, document, begun), { form: {} })).status).toBe(303)
    expect(await we.stage(document)).toBe('draft')
    const told = await w.db.select().from(events).where(eq(events.subjectId, document.id))
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['review.begun', 'review.read', 'review.ended']),
    )
  })

  test('needs a day that has not passed, and what was typed stays', async () => {
    const { document } = await we.text('Zu spät')
    const form = { until: '2020-01-01', note: 'Bitte bald' }
    const sent = await gerd(paths.reviews(w.groups.en, document), { form })
    expect(sent.status).toBe(422)
    const page = await said(sent)
    expect(page).toContain('Dieser Tag ist vorbei.')
    expect(page).toContain('Bitte bald')
  })

  test('begins once when two begin it at the same time', async () => {
    const { document } = await we.text('Zwei auf einmal')
    const begun = await Promise.all([review(document), review(document), review(document)])
    expect(begun.filter((one) => one !== null)).toHaveLength(1)
    expect(await w.db.$count(documentReviews, eq(documentReviews.documentId, document.id))).toBe(1)
  })

  test('ends when the text goes into a decision, and people are no longer asked', async () => {
    const { document, snapshot } = await we.text('Zur Entscheidung')
    await review(document, w.people.tarek.id)
    const en = deciding(w)
    await en.open(await en.propose('swantje', { ...heat, snapshotId: snapshot.id }))
    expect(await we.stage(document)).toBe('in_decision')
    expect((await readingsFor(w.db, w.people.tarek.id)).map((one) => one.document.id)).not.toContain(document.id)
    expect((await reviewsOf(w.db, document.id))[0]).toMatchObject({ endedById: null, endedAt: expect.any(Date) })
    const page = await said(swantje(paths.stage(w.groups.en, document)))
    expect(page).toContain('Über den Text wird entschieden.')
  })

  test('leaves the adopted text in force, and comes back to it', async () => {
    const { document } = await we.adopted('Noch einmal lesen')
    const begun = await review(document)
    expect(await we.stage(document)).toBe('in_review')
    const actor = await w.actor('gerd', 'en')
    if (begun) await change(w.ports, (tx, record) => endReview(tx, record, document, actor, begun, matterOf))
    expect(await we.stage(document)).toBe('adopted')
  })
})

describe('laying aside', () => {
  test('takes a reason and the lead, ends writing, and can be undone', async () => {
    const { document } = await we.text('Alter Entwurf')
    expect((await gerd(paths.archiving(w.groups.en, document), { form: { reason: 'Alt' } })).status).toBe(403)
    const empty = await swantje(paths.archiving(w.groups.en, document), { form: { reason: ' ' } })
    expect([empty.status, await said(empty)]).toEqual([422, expect.stringContaining('Bitte schreib in einem Satz')])
    await swantje(paths.archiving(w.groups.en, document), { form: { reason: 'Das macht jetzt die AG Mobilität.' } })
    expect(await we.stage(document)).toBe('archived')
    const page = await said(gerd(paths.document(w.groups.en, document)))
    expect(page).toContain('Das macht jetzt die AG Mobilität.')
    expect(page).toContain('Der Text ist abgelegt.')
    expect((await gerd(paths.editDocument(w.groups.en, document))).status).toBe(403)
    expect((await gerd(paths.snapshots(w.groups.en, document), { form: {} })).status).toBe(403)
    expect((await gerd(paths.reviews(w.groups.en, document), { form: { until: lastDay } })).status).toBe(403)
    expect((await gerd(paths.archivingEnd(w.groups.en, document), { form: {} })).status).toBe(403)
    await swantje(paths.archivingEnd(w.groups.en, document), { form: {} })
    expect(await we.stage(document)).toBe('draft')
    expect((await gerd(paths.editDocument(w.groups.en, document))).status).toBe(200)
  })

  test('is not possible while the circle has something about it, and the page says so', async () => {
    const { document } = await we.sendText('Beim Kreis')
    const page = await said(swantje(paths.stage(w.groups.en, document)))
    expect(page).toContain('Ablegen geht gerade nicht.')
    expect(page).toContain('Der Text liegt noch beim Kreis.')
    expect((await swantje(paths.archiving(w.groups.en, document), { form: { reason: 'Weg' } })).status).toBe(403)
  })

  test('does not hide a round that opens at the same time', async () => {
    const actor = await w.actor('swantje', 'en')
    const en = deciding(w)
    for (let time = 0; time < 4; time++) {
      const { document, snapshot } = await we.text(`Wettlauf ${time}`)
      const proposal = await en.propose('swantje', { ...heat, snapshotId: snapshot.id })
      const [isArchived] = await Promise.all([
        change(w.ports, (tx, record) => archive(tx, record, document, actor, 'Weg damit', matterOf)),
        en.open(proposal),
      ])
      const rows = await w.db.$count(documentArchivings, eq(documentArchivings.documentId, document.id))
      expect(rows).toBe(isArchived ? 1 : 0)
      expect(await we.stage(document)).toBe('in_decision')
    }
  })

  test('happens once when two do it at the same time', async () => {
    const { document } = await we.text('Zweimal abgelegt')
    const actor = await w.actor('swantje', 'en')
    const both = [1, 2].map(() => change(w.ports, (tx, r) => archive(tx, r, document, actor, 'Weg', matterOf)))
    expect((await Promise.all(both)).sort()).toEqual([false, true])
  })
})

describe('replacing', () => {
  test('takes effect when the new text is adopted, and both point to each other', async () => {
    const old = await we.adopted('Leitideen 2025')
    const { document: fresh, snapshot } = await we.text('Leitideen 2026', 'Sieben Sätze.')
    expect((await gerd(paths.replacement(w.groups.en, fresh), { form: { older: old.document.id } })).status).toBe(403)
    const sent = await swantje(paths.replacement(w.groups.en, fresh), { form: { older: old.document.id } })
    expect([sent.status, await we.stage(old.document)]).toEqual([303, 'adopted'])
    expect(await said(gerd(paths.document(w.groups.en, fresh)))).toContain('Ersetzt, sobald er beschlossen ist:')
    await we.decide(snapshot, 'Leitideen 2026')
    expect([await we.stage(old.document), await we.stage(fresh)]).toEqual(['superseded', 'adopted'])
    expect(await said(gerd(paths.document(w.groups.en, old.document)))).toMatch(/Ersetzt durch.*Leitideen 2026/)
    expect(await said(gerd(paths.document(w.groups.en, fresh)))).toMatch(/Ersetzt .*Leitideen 2025/)
    await swantje(paths.successorEnd(w.groups.en, old.document), { form: {} })
    expect(await we.stage(old.document)).toBe('adopted')
  })

  test('is also done by a decision that has no text', async () => {
    const { document } = await we.adopted('Ohne Nachfolger')
    const decision = await we.decide(null, 'Das lassen wir')
    const number = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const unknown = await swantje(paths.successor(w.groups.en, document), { form: { decision: 'EN-1999-001' } })
    expect([unknown.status, await said(unknown)]).toEqual([
      422,
      expect.stringContaining('Diesen Beschluss gibt es nicht'),
    ])
    await swantje(paths.successor(w.groups.en, document), { form: { decision: number.toLowerCase() } })
    expect(await we.stage(document)).toBe('superseded')
    expect(await said(gerd(paths.document(w.groups.en, document)))).toContain(`den Beschluss ${number}`)
  })

  test('two texts never take each other’s place, even when both are named at once', async () => {
    const [one, other] = [await we.adopted('Der eine'), await we.adopted('Der andere')]
    const actor = await w.actor('swantje', 'en')
    const [a, b] = [await we.paper(one.document), await we.paper(other.document)]
    const name = (older: Document, newer: Document) =>
      change(w.ports, (tx, record) => nameReplacement(tx, record, { older, newer, decision: '' }, actor, matterOf))
    expect(await name(a, b)).toBe(true)
    expect(await name(b, a)).toBe(false)
    expect(await name(a, b)).toBe(false)
  })
})

describe('what readers see', () => {
  test('is the adopted text, while the draft is one tap away and says how far it is', async () => {
    const { document, snapshot } = await we.adopted('Wärme für alle', 'Wärme ist ein Grundrecht.')
    const same = await said(gerd(paths.document(w.groups.en, document)))
    expect(same).toContain('Der Entwurf ist derselbe.')
    expect(same).toContain(snapshot.checksum.slice(0, 8))
    await we.write(document, text('Wärme ist ein Menschenrecht.', 'Und zwar überall.'))

    const page = await said(gerd(paths.document(w.groups.en, document)))
    expect(page).toContain('Wärme ist ein Grundrecht.')
    expect(page).not.toContain('Und zwar überall.')
    expect(page).toMatch(/Beschlossen am 1\.\u00A0Oktober \( ?EN-\d{4}-\d{3} ?\)/)
    expect(page).toContain('Entwurf: 2\u00A0Stellen geändert seit dem Beschluss vom 1.\u00A0Oktober')
    expect(page).toContain('Am Entwurf weiterschreiben')
    const draft = await said(gerd(paths.documentDraft(w.groups.en, document)))
    expect(draft).toContain('Und zwar überall.')
    expect(draft).toContain('Du liest den Entwurf.')
    // Whoever changes something about the draft comes back to the draft, and an open page of it stays one.
    const renamed = await gerd(paths.documentTitle(w.groups.en, document), { form: { title: 'Wärme und Kühle' } })
    expect(renamed.headers.get('location')).toBe(paths.documentDraft(w.groups.en, document))
    const refused = await gerd(paths.snapshots(w.groups.en, document), { form: { note: 'x'.repeat(5000) } })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining(`hx-get="${paths.documentDraft(w.groups.en, document)}"`),
    ])
    const list = await said(gerd(paths.documents(w.groups.en)))
    expect(list).toMatch(/Beschlossen .*EN-\d{4}-\d{3} .* Entwurf geändert/)
    expect(await said(gerd(paths.group(w.groups.en)))).toContain('Entwurf geändert')
  })

  test('names the frozen version while the next one is being decided', async () => {
    const { document } = await we.adopted('Fortschreibung', 'Erste Fassung.')
    await we.write(document, text('Zweite Fassung.'))
    const second = await we.freeze(document)
    const en = deciding(w)
    await en.open(await en.propose('swantje', { ...heat, snapshotId: second.id }))
    const page = await said(gerd(paths.document(w.groups.en, document)))
    expect(page).toContain('Erste Fassung.')
    expect(page).toContain('Über Fassung\u00A02 wird gerade entschieden.')
  })

  test('is never the draft for people outside', async () => {
    const { document, decision } = await we.adopted('Nur beschlossen', 'Das gilt.')
    await we.write(document, text('Das gilt noch lange nicht.'))
    const nele = await w.as('nele')
    expect((await nele(paths.documentDraft(w.groups.en, document))).status).toBe(404)
    const number = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const page = await said(nele(paths.decisionSnapshot(number)))
    expect(page).toContain('Das gilt.')
    expect(page).not.toContain('noch lange nicht')
  })
})
