import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { nameReplacement, replacementsAround } from '#src/documents/replacements/model.ts'
import { beginReview } from '#src/documents/reviews/beginning.ts'
import { reviewsOf } from '#src/documents/reviews/model.ts'
import type { Document } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { deciding, heat } from '../../decisions/setting.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { matterOf, papers, said } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let swantje: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  swantje = await w.as('swantje')
})

const name = async (older: Document, newer: Document | null, decision = '') => {
  const actor = await w.actor('swantje', 'en')
  return change(w.ports, (tx, record) => nameReplacement(tx, record, { older, newer, decision }, actor, matterOf))
}

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

const citationOf = ({ year, number }: { year: number; number: number }) =>
  `EN-${year}-${String(number).padStart(3, '0')}`

describe('a text that another one took the place of', () => {
  test('is over, also when it was just being read through', async () => {
    const old = await we.adopted('Leitbild alt')
    const { document: fresh, snapshot } = await we.text('Leitbild neu')
    await name(old.document, fresh)
    const actor = await w.actor('gerd', 'en')
    const wish = { until: '2099-10-20', note: '', readerIds: [w.people.tarek.id], called: () => 'Durchsicht' }
    await change(w.ports, (tx, record) => beginReview(tx, record, old.document, actor, wish, matterOf))
    expect(await we.stage(old.document)).toBe('in_review')
    await we.decide(snapshot, 'Leitbild neu')
    expect(await we.stage(old.document)).toBe('superseded')
    expect((await reviewsOf(w.db, old.document.id))[0]?.endedAt).not.toBe(null)
    const page = await said(swantje(paths.document(w.groups.en, old.document)))
    expect(page).toContain('Das gilt nicht mehr.')
    expect(page).not.toContain('Das gilt. ')
  })

  test('is over, also when the circle had given it back', async () => {
    const sent = await we.sendText('Zurückgegeben')
    await we.returns(sent)
    expect(await we.stage(sent.document)).toBe('returned')
    const { document: fresh, snapshot } = await we.text('Der neue Versuch')
    await name(sent.document, fresh)
    await we.decide(snapshot, 'Der neue Versuch')
    expect(await we.stage(sent.document)).toBe('superseded')
  })

  test('goes on lying with the circle while a round about the new one opens', async () => {
    const sent = await we.sendText('Beim Kreis')
    const { document: fresh, snapshot } = await we.text('Nachfolger')
    await name(sent.document, fresh)
    const en = w.groups.en
    const matter = await deciding(w).propose('swantje', { ...heat, snapshotId: snapshot.id })
    const form = { method: 'consent', closesOn: inAWeek(), version: String(matter.version) }
    const opened = await swantje(paths.rounds(en, matter), { form })
    expect(opened.status).toBe(303)
    expect([await we.stage(fresh), await we.stage(sent.document)]).toEqual(['in_decision', 'in_decision'])
  })
})

describe('saying what takes whose place', () => {
  test('at once from both sides makes no ring and nobody waits for the other', async () => {
    for (let time = 0; time < 4; time++) {
      const [one, other] = [await we.adopted(`Eins ${time}`), await we.adopted(`Zwei ${time}`)]
      const both = await Promise.all([name(one.document, other.document), name(other.document, one.document)])
      expect(both.sort()).toEqual([false, true])
    }
  })

  test('closes no ring over four texts either', async () => {
    const [a, b, c, d] = await Promise.all(
      ['A', 'B', 'C', 'D'].map(async (title) => (await we.adopted(title)).document),
    )
    if (!a || !b || !c || !d) throw new Error('no texts')
    await name(a, b)
    await name(c, d)
    // Each of the two was adopted before: what replaces them takes effect at once, and what is over replaces nothing.
    expect([await we.stage(a), await we.stage(c)]).toEqual(['superseded', 'superseded'])
    expect(await Promise.all([name(b, c), name(d, a)])).toEqual([false, false])
    expect(await replacementsAround(w.db, b)).toHaveLength(1)
  })

  test('is judged by what is true by then', async () => {
    const [one, other] = [await we.adopted('Schon ersetzt'), await we.adopted('Noch einer')]
    const decision = citationOf(await we.decide(null, 'Das lassen wir'))
    expect(await name(one.document, null, decision)).toBe(true)
    expect(await name(other.document, one.document)).toBe(false)
    expect(await name((await we.text('Nie beschlossen')).document, null, decision)).toBe(false)
  })

  test('never by the decision that adopted it', async () => {
    const { document, decision } = await we.adopted('Durch sich selbst')
    const sent = await swantje(paths.successor(w.groups.en, document), { form: { decision: citationOf(decision) } })
    expect([sent.status, await said(sent)]).toEqual([422, expect.stringContaining('diesen Text selbst')])
    expect(await we.stage(document)).toBe('adopted')
  })
})
