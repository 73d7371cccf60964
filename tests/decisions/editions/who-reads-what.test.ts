import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { type Decision, decisionNotes } from '#src/decisions/register/schema.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import { people } from '#src/identity/schema.ts'
import { paths } from '#src/paths.ts'
import { addTask } from '#src/tasks/adding.ts'
import { complete } from '#src/tasks/ending.ts'
import { between, reportIn } from '../../referrals/setting.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, everybody, frozenText, heat } from '../setting.ts'

let w: World
let decision: Decision
let seatId: string

const cited = ({ year, number }: Decision) => citation('EN', year, number)

/** Adopted by AG Energie about a text, counted again without Tarek, who has done what followed from it. */
beforeAll(async () => {
  w = await world()
  const en = deciding(w)
  const { snapshot } = await frozenText(w)
  const draft = { ...heat, snapshotId: snapshot.id, scope: 'public_effect' } as const
  const round = await en.open(await en.propose('swantje', draft), 'majority')
  for (const by of everybody) await en.answer(by, round, 'yes')
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  decision = await en.finalise('fritjof', round, count)
  seatId = (await rollOf(w.db, round.id)).find(({ name }) => name.startsWith('Tarek'))?.id ?? ''
  const notes = `/groups/en/decisions/${decision.id}/notes`
  const found = { kind: 'recount', category: 'office_at_funder', reason: 'Tarek sitzt im Beirat.', seats: [seatId] }
  await (await w.as('gerd'))(notes, { form: found })
  const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
  await (await w.as('swantje'))(`${notes}/${note?.id}/signature`, { form: {} })
  const origin = { kind: 'decision', id: decision.id, label: cited(decision) } as const
  await change(w.ports, async (tx, record) => {
    const of = { groupId: w.groups.en.id, actorId: w.people.gerd.id, title: 'Angebote einholen' }
    const task = await addTask(tx, record, { ...of, personIds: [], origin })
    await complete(tx, record, task, { result: 'Tarek kennt den Planer.', actorId: w.people.gerd.id })
  })
})

const read = async (person: 'gerd' | 'nele', what: 'json' | 'csv' | null, edition?: 'public', one = decision) => {
  const path = what ? paths.decisionFile(cited(one), what, edition) : paths.decision(cited(one), edition)
  return (await (await w.as(person))(path)).text()
}

const all = ['json', 'csv', null] as const

describe('why two have corrected something', () => {
  test('is read in the alliance, and in no edition that is handed on', async () => {
    for (const what of all) {
      expect(await read('nele', what)).toContain('Tarek sitzt im Beirat.')
      expect(await read('gerd', what, 'public')).not.toContain('Beirat')
    }
  })

  test('with a conflict of interest is a number and a category, never a seat', async () => {
    for (const what of all)
      for (const edition of [undefined, 'public'] as const) {
        expect(await read('gerd', what, edition)).not.toContain(seatId)
        expect(await read('nele', what, edition)).not.toContain(seatId)
      }
    const { notes } = JSON.parse(await read('nele', 'json', 'public')) as SheetData
    expect(notes).toMatchObject([{ reason: '', changes: {}, recused: { category: 'office_at_funder', count: 1 } }])
    expect(await read('nele', 'csv', 'public')).toContain('1\u00A0Sitz befangen (Amt bei Zuwendungsgeber)')
  })
})

describe('a name in what was decided', () => {
  const elect = async () => {
    const { name: one } = w.people.swantje
    const { name: other } = w.people.gerd
    const draft = {
      groupId: w.groups.en.id,
      reportedById: w.people.gerd.id,
      decidedOn: '2026-10-01',
      place: 'Altenlarn',
    }
    const said = { title: `Delegierte: ${one}`, wording: `Delegierte wird ${one}, ${other}s Stelle bleibt frei.` }
    const report = { ...draft, ...said, summary: `${one} vertritt uns im Kreis.`, manner: `alle außer ${other}` }
    const made = await change(w.ports, (tx, record) => reportDecision(tx, record, report))
    return deciding(w).confirm('swantje', made)
  }

  test('is left out where it is handed to everybody, and stays for the alliance', async () => {
    const elected = await elect()
    if (!elected) throw new Error('Not confirmed')
    const names = [w.people.swantje.name, w.people.gerd.name]
    for (const what of all) {
      expect(await read('nele', what, undefined, elected)).toContain(elected.wording)
      const handed = (await read('gerd', what, 'public', elected)).split('id="main"').at(-1) ?? ''
      expect(handed).toContain('Delegierte wird [Name], [Name] Stelle bleibt frei.')
      for (const name of names) expect(handed).not.toContain(name)
    }
    const book = (edition?: 'public') => paths.bookFile(elected.year, 'json', { edition })
    const nele = await w.as('nele')
    expect(await (await nele(book())).text()).toContain(elected.wording)
    const handed = await (await nele(book('public'))).text()
    expect(handed).toContain('Delegierte: [Name]')
    for (const name of names) expect(handed).not.toContain(name)
  })
})

test('who is called like a word of ours or like a group takes neither out of what is handed on', async () => {
  const names = ['adopted', 'Energie', cited(decision), 'in_force', decision.id]
  await w.db.insert(people).values(names.map((name, place) => ({ name, email: `somebody${place}@example.org` })))
  const page = await (await w.as('gerd'))(paths.decision(cited(decision), 'public'))
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('AG\u00a0Energie')])
  expect(JSON.parse(await read('gerd', 'json', 'public'))).toMatchObject({
    ...{ number: cited(decision), outcome: 'adopted', group: { name: 'AG\u00a0Energie' } },
  })
  const book = await (await w.as('gerd'))(paths.book(decision.year, { edition: 'public' }))
  expect([book.status, await book.text()]).toEqual([200, expect.not.stringContaining('AG [Name]')])
})

test('how a task ended is said in words to the group alone', async () => {
  expect(await read('gerd', null)).toContain('Tarek kennt den Planer.')
  for (const what of all) {
    expect(await read('nele', what)).not.toContain('Planer')
    expect(await read('gerd', what, 'public')).not.toContain('Planer')
    expect(await read('nele', what)).toContain('Angebote einholen')
  }
})

test('what concerns more than the group says in the register that the circle has to answer first', async () => {
  const nele = await w.as('nele')
  const row = async (words: string) => (await nele(paths.decisionLog({ words }))).text()
  expect(await row(cited(decision))).toContain('Weiterleitung nötig')
  const own = await deciding(w).confirm('swantje', await deciding(w).report('gerd'))
  expect(await row(own ? cited(own) : '')).not.toContain('Weiterleitung nötig')
})

describe('on every sheet stands (DOMAIN 5.3)', () => {
  test('what was asked, who may make it public, who reads it, and which two roles stand for it', async () => {
    for (const what of ['csv', null] as const) {
      const outside = await read('nele', what)
      for (const said of [
        'Antrag „Wärmenetz Tannrode prüfen lassen“, Fassung\u00A01',
        'Erst wenn der Kreis geantwortet hat.',
        'Die ganze Allianz sieht diesen Beschluss.',
        'Leitung und Protokollführung, ',
      ])
        expect(outside).toContain(said)
      expect(await read('gerd', what)).toContain(
        'Swantje Kieselbach (Leitung) und Fritjof Bellinghaus (Protokollführung), ',
      )
    }
    expect(JSON.parse(await read('nele', 'json'))).toMatchObject({
      proposal: { title: heat.title, version: 1 },
      ...{ visibility: 'alliance', publication: 'after_circle', establishedAs: ['lead', 'minute_taker'] },
    })
  })

  test('which referral it answers', async () => {
    const we = between(w)
    const referral = await we.sendText('Wärme für alle')
    const answered = await we.confirmsReport(reportIn(await we.reports(referral)))
    if (!answered) throw new Error('Not confirmed')
    const page = paths.decision(citation('KK', answered.year, answered.number))
    for (const path of [page, `${page}.csv`, `${page}.json`, `${page}?edition=public`])
      expect(await (await (await w.as('nele'))(path)).text()).toMatch(/W-\d{4}-\d{2}/)
    expect(await (await (await w.as('nele'))(`${page}.csv`)).text()).toMatch(/Weiterleitung W-\d{4}-\d{2}: AG/)
  })
})
