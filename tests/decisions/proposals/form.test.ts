import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { optionsOf } from '#src/decisions/proposals/options.ts'
import { proposals, proposalVersions } from '#src/decisions/proposals/schema.ts'
import { proposedSupersessions } from '#src/decisions/register/schema.ts'
import { ideasOf } from '#src/groups/ideas.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding } from '../setting.ts'

let w: World
let en: Deciding
let gerd: Browse
let swantje: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  ;[gerd, swantje] = (await Promise.all([w.as('gerd'), w.as('swantje')])) as [Browse, Browse]
})

const place = (response: Response) => response.headers.get('Location') ?? ''
const words = { title: 'Wärmenetz', wording: 'Wir lassen prüfen.', scope: 'own_group' }
const proposes = (fields: object = {}) => gerd('/groups/en/proposals', { form: { ...words, ...fields } })
const nextYear = addDays(dayOf(new Date()), 365)

const said = async (response: Response) => {
  expect(response.status).toBe(422)
  return response.text()
}

const stored = async (page: string) => {
  const [proposal] = await w.db
    .select()
    .from(proposals)
    .where(eq(proposals.id, page.split('/').at(-1) ?? ''))
  if (!proposal) throw new Error('No proposal')
  return proposal
}

test('a proposal that reaches beyond the group says what follows before anybody proposes it', async () => {
  const page = await (await gerd('/groups/en/proposals/new')).text()
  expect(page).toContain('Nach eurem Beschluss steht „Weiterleitung nötig“.')
  expect(page).toContain('Veröffentlicht wird erst, wenn der Kreis geantwortet hat.')
})

test('money names who carries it', async () => {
  expect(await said(await proposes({ scope: 'money' }))).toContain('wer es rechtlich trägt und bezahlt')
  const page = place(await proposes({ scope: 'money', legalEntity: 'Larnrevier e. V.' }))
  expect(await (await swantje(page)).text()).toContain('Larnrevier e. V.')
  const not = await stored(place(await proposes({ legalEntity: 'Larnrevier e. V.' })))
  expect(not.legalEntity).toBe('')
})

test('from when until when, review, topics, ideas and mandate stand on its page', async () => {
  const [idea] = await ideasOf(w.db)
  if (!idea) throw new Error('No guiding idea')
  const force = { inForceFrom: nextYear, inForceUntil: addDays(nextYear, 30), reviewOn: addDays(nextYear, 10) }
  const marks = { topics: 'Wärme, Förderung', ideaIds: [idea.id], summary: 'Ein Netz für alle.' }
  const page = place(await proposes({ ...force, ...marks, editorialMandate: 'Rechtschreibung' }))
  const text = await (await swantje(page)).text()
  for (const shown of ['Förderung, Wärme', idea.title, 'Ein Netz für alle.', 'Rechtschreibung', 'Wiedervorlage'])
    expect(text).toContain(shown)
})

test.each([
  ['a last day before the first', { inForceFrom: nextYear, inForceUntil: addDays(nextYear, -1) }, 'vor dem ersten'],
  ['a review before it is in force', { inForceFrom: nextYear, reviewOn: addDays(nextYear, -1) }, 'gilt es noch nicht'],
  ['a decision that is not there', { supersedes: 'EN-1999-001' }, 'Diesen Beschluss gibt es nicht.'],
  ['two possibilities of one name', { options: 'Altenlarn: Dort.\nAltenlarn: Da.' }, 'steht doppelt da'],
  ['an idea that is not there', { ideaIds: [crypto.randomUUID()] }, 'Diese Leitidee gibt es nicht mehr.'],
])('%s is refused in words, and what was typed stays', async (_what, fields, sentence) => {
  const page = await said(await proposes({ ...fields, title: 'Getippter Titel' }))
  expect(page).toContain(sentence)
  expect(page).toContain('Getippter Titel')
  for (const typed of Object.values(fields)) if (typeof typed === 'string') expect(page).toContain(typed.split('\n')[0])
})

test('own decisions are superseded or annulled by number, those of others are not', async () => {
  const gl = deciding(w, 'gl')
  const own = await en.confirm('swantje', await en.report('gerd'))
  const foreign = await gl.confirm('ilse', await gl.report('mirjam'))
  if (!own || !foreign) throw new Error('Nothing was confirmed')
  const number = (prefix: string, of: typeof own) => `${prefix}-${of.year}-${String(of.number).padStart(3, '0')}`
  expect(await said(await proposes({ annuls: number('GL', foreign) }))).toContain('Aufheben kann ihn nur sie selbst.')
  const page = place(await proposes({ supersedes: number('EN', own).toLowerCase() }))
  expect(await (await swantje(page)).text()).toContain(number('EN', own))
  const { id } = await stored(page)
  expect(await w.db.select().from(proposedSupersessions).where(eq(proposedSupersessions.proposalId, id))).toEqual([
    { proposalId: id, decisionId: own.id, kind: 'superseded' },
  ])
})

describe('possibilities', () => {
  test('are typed one a line, and changing nothing is always among them', async () => {
    const page = place(
      await proposes({ options: 'Altenlarn: Der Abend ist in Altenlarn.\nLarnau', passive: 'Kein Abend' }),
    )
    expect(await optionsOf(w.db, await stored(page))).toEqual([
      { title: 'Altenlarn', wording: 'Der Abend ist in Altenlarn.', isPassive: false },
      { title: 'Larnau', wording: 'Larnau', isPassive: false },
      { title: 'Kein Abend', wording: 'Kein Abend', isPassive: true },
    ])
    const text = await (await swantje(page)).text()
    expect(text).toContain('Der Abend ist in Altenlarn.')
    expect(text).toContain('(wenn nichts entschieden wird)')
  })

  test('without any the proposal itself is rated against changing nothing', async () => {
    const options = await optionsOf(w.db, await stored(place(await proposes())))
    expect(options.map(({ title, isPassive }) => [title, isPassive])).toEqual([
      ['Wärmenetz', false],
      ['Es bleibt, wie es ist.', true],
    ])
  })
})

describe('versions', () => {
  test('are made by other words or terms, and not by how it is found', async () => {
    const page = place(await proposes())
    const rewords = (fields: object) => swantje(`${page}/wording`, { form: { ...words, version: 1, ...fields } })
    await rewords({ summary: 'Ein Netz.', topics: 'Wärme' })
    expect(await stored(page)).toMatchObject({ version: 1, summary: 'Ein Netz.' })
    await rewords({ summary: 'Ein Netz.', reviewOn: nextYear })
    expect(await stored(page)).toMatchObject({ version: 2, reviewOn: nextYear })
    await rewords({ version: 2, reviewOn: nextYear, options: 'A\nB', passive: 'Nichts' })
    await rewords({ version: 3, reviewOn: nextYear, options: 'A\nB', passive: 'Nichts' })
    expect((await stored(page)).version).toBe(3)
    const kept = await w.db
      .select({ terms: proposalVersions.terms })
      .from(proposalVersions)
      .where(eq(proposalVersions.proposalId, (await stored(page)).id))
      .orderBy(proposalVersions.version)
    expect(kept.map(({ terms }) => terms.reviewOn)).toEqual([null, nextYear, nextYear])
  })

  test('are compared word by word, with the round that was on each', async () => {
    const page = place(await proposes({ wording: 'Wir fordern ein Verbot der Anlage.' }))
    await en.open(await stored(page))
    const other = { ...words, wording: 'Wir fordern einen Prüfauftrag.', scope: 'public_effect', version: 1 }
    await swantje(`${page}/wording`, { form: { ...other, endsRound: 'on' } })
    await swantje(`${page}/wording`, { form: { ...other, title: 'Wärmenetz Tannrode', version: 2 } })
    const latest = await (await gerd(`${page}/versions`)).text()
    expect(latest).toContain('Vom 2. zum 3. Wortlaut')
    expect(latest).toContain('Der Wortlaut selbst ist gleich geblieben.')
    expect(latest).toContain('<ins> Tannrode</ins>')
    const all = await (await gerd(`${page}/versions?older=1&newer=3`)).text()
    expect(all).toContain('<ins>')
    expect(all).toContain('Prüfauftrag')
    expect(all).toContain('vorher: nur uns · jetzt: die Öffentlichkeit')
    expect(all).toContain('Konsent, 1.\u00A0Runde')
    expect((await gerd(`${page}/versions?older=zwei&newer=99`)).status).toBe(200)
  })

  test('stay as they were', async () => {
    await proposes()
    await expect(w.db.update(proposalVersions).set({ wording: 'x' })).rejects.toThrow()
    await expect(w.db.delete(proposalVersions)).rejects.toThrow()
  })
})
