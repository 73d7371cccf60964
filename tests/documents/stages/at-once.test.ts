import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { adoptionsOf } from '#src/decisions/register/adoptions.ts'
import { archive, takeOut } from '#src/documents/archiving/model.ts'
import { confirmCorrection, makeCorrection, openCorrection } from '#src/documents/corrections/making.ts'
import { giveEditor } from '#src/documents/corrections/mandates.ts'
import { publicationsOf, publish, publishable, withdrawPublication } from '#src/documents/publications/model.ts'
import { nameReplacement, takeBackReplacement } from '#src/documents/replacements/model.ts'
import { beginReview, endReview } from '#src/documents/reviews/beginning.ts'
import { reviewsOf } from '#src/documents/reviews/model.ts'
import { type Document, snapshots } from '#src/documents/schema.ts'
import { adoptedText } from '#src/documents/stages/adopted.ts'
import { settleStage } from '#src/documents/stages/settling.ts'
import type { Actor } from '#src/groups/actor.ts'
import { deciding, heat } from '../../decisions/setting.ts'
import { type World, world } from '../../support/world.ts'
import { letPublish, matterOf, papers, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let swantje: Actor
let gerd: Actor
let tarek: Actor
let ayla: Actor

beforeAll(async () => {
  w = await world()
  we = papers(w)
  await letPublish(w, 'ayla')
  ;[swantje, gerd, tarek, ayla] = await Promise.all([
    w.actor('swantje', 'en'),
    w.actor('gerd', 'en'),
    w.actor('tarek', 'en'),
    w.actor('ayla', 'kk'),
  ])
})

const wish = { until: '2099-10-20', note: '', readerIds: [], called: () => 'Durchsicht' }

const acts = {
  review: (document: Document) => change(w.ports, (tx, r) => beginReview(tx, r, document, gerd, wish, matterOf)),
  async unreview(document: Document) {
    const [review] = await reviewsOf(w.db, document.id)
    if (review) await change(w.ports, (tx, r) => endReview(tx, r, document, gerd, review, matterOf))
  },
  archive: (document: Document) => change(w.ports, (tx, r) => archive(tx, r, document, swantje, 'Weg', matterOf)),
  takeOut: (document: Document) => change(w.ports, (tx, r) => takeOut(tx, r, document, swantje, matterOf)),
  replace: (older: Document, newer: Document) =>
    change(w.ports, (tx, r) => nameReplacement(tx, r, { older, newer, decision: '' }, swantje, matterOf)),
  unreplace: (older: Document) => change(w.ports, (tx, r) => takeBackReplacement(tx, r, older, swantje, matterOf)),
  adopt: async (document: Document) => we.decide(await we.freeze(document), document.title),
  async open(document: Document) {
    const en = deciding(w)
    await en.open(await en.propose('swantje', { ...heat, snapshotId: (await we.freeze(document)).id }))
  },
  async publish(document: Document, slug: string) {
    const subject = (await publishable(w.db, adoptionsOf)).find((one) => one.document.id === document.id)
    if (!subject) return 'moved'
    const words = { slug, venue: '', minorityStatement: '', organisations: [] }
    return change(w.ports, (tx, r) => publish(tx, r, ayla, { subject, wish: words, publisher: 'A' }, matterOf))
  },
  async withdraw(document: Document) {
    for (const one of await publicationsOf(w.db, document.id))
      await change(w.ports, (tx, r) => withdrawPublication(tx, r, ayla, one, 'Ein Fehler', matterOf))
  },
}

/** What stands there, and what it should be by everything that is true. */
async function settled(document: Document): Promise<[string, string | null]> {
  const stored = await we.stage(document)
  return [stored, await w.db.transaction((tx) => settleStage(tx, document, matterOf))]
}

async function agree(...texts: Document[]) {
  for (const one of texts) {
    const [stored, true_] = await settled(one)
    expect([one.title, stored]).toEqual([one.title, true_])
  }
}

describe('whatever happens to texts at the same time', () => {
  test('nobody waits for ever, and where a text stands is what follows from everything', async () => {
    for (let time = 0; time < 3; time++) {
      const { document: old } = await we.adopted(`Alt ${time}`)
      const { document: fresh } = await we.text(`Neu ${time}`)
      await Promise.all([
        acts.replace(old, fresh),
        acts.adopt(fresh),
        acts.review(old),
        acts.publish(old, `alt-${time}`),
        acts.archive(fresh),
      ])
      await agree(old, fresh)
      await Promise.all([
        acts.unreview(old),
        acts.publish(fresh, `neu-${time}`),
        acts.open(old),
        acts.takeOut(fresh),
        acts.replace(fresh, old),
        acts.unreplace(old),
      ])
      await agree(old, fresh)
      await Promise.all([acts.withdraw(fresh), acts.withdraw(old), acts.adopt(old), acts.review(fresh)])
      await agree(old, fresh)
    }
  }, 60_000)

  test('what is made public is what is in force, or nothing', async () => {
    const { document } = await we.adopted('Öffentlich', 'Die erste Fassung.')
    await we.write(document, text('Die zweite Fassung.'))
    const [published] = await Promise.all([acts.publish(document, 'oeffentlich'), acts.adopt(document)])
    await agree(document)
    const shown = (await publicationsOf(w.db, document.id)).map(({ snapshot }) => snapshot.number)
    expect(shown).toEqual(published === 'moved' ? [] : [typeof published === 'string' ? 0 : 1])
    expect(await we.stage(document)).toBe('adopted')
  })

  test('two who publish under one address make one publication', async () => {
    const { document } = await we.adopted('Eine Adresse')
    const both = await Promise.all([acts.publish(document, 'eine-adresse'), acts.publish(document, 'eine-adresse')])
    expect(both.filter((one) => typeof one !== 'string')).toHaveLength(1)
    expect(both).toContain('taken')
  })

  test('a correction is confirmed before the next version is adopted, or not at all', async () => {
    const { document } = await we.adopted('Berichtigt', 'Wer wont hier?')
    const adopted = await adoptedText(w.db, await adoptionsOf(w.db, [document.id]))
    if (!adopted) throw new Error('nothing is in force')
    const giving = { person: w.people.gerd, scope: 'Rechtschreibung', decision: adopted.adoption.citation, adopted }
    await change(w.ports, (tx, r) => giveEditor(tx, r, document, swantje, giving))
    const [mandate] = await we.mandates(document)
    if (!mandate) throw new Error('no mandate')
    await we.write(document, text('Wer wohnt hier?'))
    const making = { mandate, note: '', isSure: true }
    await change(w.ports, (tx, r) => makeCorrection(tx, r, document, gerd, making, matterOf))
    const waiting = await openCorrection(w.db, document)
    if (!waiting) throw new Error('nothing waits')
    const next = await we.freeze(document)
    const confirming = () => change(w.ports, (tx, r) => confirmCorrection(tx, r, document, tarek, waiting, matterOf))
    const [isConfirmed] = await Promise.all([confirming(), we.decide(next, 'Berichtigt')])
    const found = await w.db.select().from(snapshots).where(eq(snapshots.documentId, document.id))
    expect(found.some(({ suffix }) => suffix === 'a')).toBe(isConfirmed)
    const now = await adoptedText(w.db, await adoptionsOf(w.db, [document.id]))
    expect(now?.snapshot.number).toBe(2)
    await agree(document)
  })
})
