import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { decisionNotes } from '#src/decisions/register/schema.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { seatHolder } from '#src/decisions/seats/arranging.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { ratingsFor, send } from './answering/setting.ts'
import { bySeats, opened, ruled, seatOf, standing } from './seats/setting.ts'
import { deciding } from './setting.ts'

const browsers = <Keys extends PersonKey[]>(w: World, ...keys: Keys) =>
  Promise.all(keys.map((key) => w.as(key))) as Promise<{ [Place in keyof Keys]: Browse }>

const soon = addDays(dayOf(new Date()), 30)

const locationOf = (response: Response) => response.headers.get('Location') ?? ''

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00A0', ' ')

test('A9: a conflict of interest voids what the deputy had said; four to four is rejected; the sheet says one seat and why', async () => {
  const w = await world()
  await ruled(w, 'kk', { ...bySeats, threshold: { comparison: 'more_than', numerator: 1, denominator: 2 } })
  const kk = deciding(w, 'kk')
  const [mirjam, henrike, nele, gerd] = await browsers(w, 'mirjam', 'henrike', 'nele', 'gerd')
  const [actor, church] = [await w.actor('henrike', 'kk'), await standing(w, 'o3')]
  const deputy = { person: w.people.gerd, rank: 'deputy' } as const
  await change(w.ports, (tx, record) => seatHolder(tx, record, actor, church, deputy))
  const round = await opened(w, 'kk')
  const roundPage = paths.round(w.groups.kk, round)
  expect((await gerd(`${roundPage}/ballot`, { form: { choice: 'yes' } })).status).toBe(303)
  const recusal = { seat: (await seatOf(w, round, 'o3')).id, category: 'office_at_funder' }
  expect((await mirjam(`${roundPage}/recusals`, { form: recusal })).status).toBe(303)
  for (const recused of [gerd, mirjam]) {
    const shown = await text(recused(roundPage))
    expect(shown).toContain('Dieser Sitz ist befangen.')
    expect(shown).not.toContain('name="choice"')
  }
  expect(await text(henrike(roundPage))).toContain('Hier stimmen Sitze ab.')

  const page = paths.proposal(w.groups.kk, { id: round.proposalId })
  expect(await text(mirjam(page))).toContain('Auch wer befangen ist, redet hier mit.')
  const question = 'Die Stiftung fördert höchstens drei Jahre.'
  expect((await mirjam(`${page}/questions`, { form: { question } })).status).toBe(303)
  expect(await text(henrike(page))).toContain(question)
  const answers = (await text(henrike(page))).match(
    /\/groups\/kk\/proposals\/[0-9a-f-]+\/questions\/[0-9a-f-]+\/answer/,
  )
  expect((await henrike(answers?.[0] ?? '', { form: { answer: 'Danke.' } })).status).toBe(303)

  await kk.answers(round, { swantje: 'yes', nele: 'yes', ayla: 'yes', ole: 'yes' })
  await kk.answers(round, { ilse: 'no', piet: 'no', roswitha: 'no', kemal: 'no' })
  expect((await henrike(`${roundPage}/count`, { form: {} })).status).toBe(303)
  expect(await text(nele(roundPage))).toContain('Bei Gleichstand ist der Vorschlag abgelehnt.')
  expect((await mirjam(`${page}/questions`, { form: { question: 'Noch etwas.' } })).status).toBe(403)
  const ayla = await w.as('ayla')
  const summary = 'Wir nehmen das Geld der Stiftung nicht an.'
  const sheetPage = locationOf(await ayla(`${roundPage}/decision`, { form: { summary } }))
  const inside = await text(nele(sheetPage))
  for (const said of ['1 Sitz befangen (Amt bei Zuwendungsgeber)', '4 Ja', '4 Nein', 'Abgelehnt'])
    expect(inside).toContain(said)
  const outside = await text((await w.as('bjarne'))(sheetPage))
  expect(outside).toContain('1 Sitz befangen (Amt bei Zuwendungsgeber)')
  for (const detail of ['Mirjam', 'Gerd', 'Kirchenkreis']) expect(outside).not.toContain(detail)
})

test('A10: what is exported of an annulled decision contains the original and what annulled it', async () => {
  const w = await world()
  const en = deciding(w)
  const decision = await en.confirm('swantje', await en.report('fritjof'))
  if (!decision) throw new Error('Not confirmed')
  const notes = `/groups/en/decisions/${decision.id}/notes`
  const [fritjof, swantje] = [await w.as('fritjof'), await w.as('swantje')]
  expect((await fritjof(notes, { form: { kind: 'annulment', reason: 'Doppelt erfasst.' } })).status).toBe(303)
  const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
  expect((await swantje(`${notes}/${note?.id}/signature`, { form: {} })).status).toBe(303)

  const cited = citation('EN', decision.year, decision.number)
  const data = (await (await swantje(paths.decisionFile(cited, 'json'))).json()) as SheetData
  expect(data).toMatchObject({ number: cited, wording: decision.wording, standing: 'annulled' })
  expect(data.notes).toMatchObject([{ kind: 'annulment', reason: 'Doppelt erfasst.' }])
  const table = await text(swantje(paths.decisionFile(cited, 'csv')))
  for (const said of [decision.wording, 'Doppelt erfasst.', 'Aufgehoben']) expect(table).toContain(said)
})

describe('the worked sequences of consent, to their end', () => {
  const words = { title: 'Wärmenetz', wording: 'Wir fordern ein Verbot.', rationale: 'Es eilt.', scope: 'own_group' }
  const asking = { method: 'consent', closesOn: soon }
  const others = ['swantje', 'gerd', 'tarek', 'fritjof'] as const

  /** Everybody carries it but Bjarne; then it is counted. */
  async function refused(w: World, round: string) {
    for (const by of others) await (await w.as(by))(`${round}/ballot`, { form: { choice: 'consent' } })
    const reason = { choice: 'objection', objection: 'Gefährdet Pachtverträge, Ziel 2.' }
    await (await w.as('bjarne'))(`${round}/ballot`, { form: reason })
    expect((await (await w.as('swantje'))(`${round}/count`, { form: {} })).status).toBe(303)
  }

  const partsOf = async (swantje: Browse, round: string) => {
    const page = await (await swantje(round)).text()
    const proposal = /\/groups\/en\/proposals\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
    return { proposal, objection: new RegExp(`${round}/objections/[0-9a-f-]{36}`).exec(page)?.[0] ?? '' }
  }

  test('C-S1: the sheet shows both rounds, the objection, and what was changed for it; outside without names', async () => {
    const w = await world()
    const [swantje, bjarne, fritjof, nele] = await browsers(w, 'swantje', 'bjarne', 'fritjof', 'nele')
    const first = locationOf(await swantje('/groups/en/proposals', { form: { ...words, ...asking } }))
    await refused(w, first)
    const { proposal, objection } = await partsOf(swantje, first)
    expect(await text(swantje(first))).toContain('Darum ging es')
    expect(await text(swantje(proposal))).toContain('Zuerst der Einwand.')
    expect(await text(swantje(proposal))).not.toContain('gleich eine Runde eröffnen')
    const other = { ...words, wording: 'Wir fordern einen Prüfauftrag.', version: 1 }
    expect((await swantje(`${proposal}/wording`, { form: other })).status).toBe(303)
    const second = locationOf(await swantje(`${proposal}/rounds`, { form: { ...asking, version: 2 } }))
    const note = 'Prüfauftrag statt Verbot.'
    expect(locationOf(await bjarne(`${objection}/integration`, { form: { note } }))).toBe(second)
    expect(await text(bjarne(objection))).toContain('Eingearbeitet mit dem 2. Wortlaut.')
    for (const by of others) await (await w.as(by))(`${second}/ballot`, { form: { choice: 'consent' } })
    const concern = { choice: 'concern', concern: 'Die Frist ist knapp.' }
    expect((await bjarne(`${second}/ballot`, { form: concern })).status).toBe(303)
    expect((await swantje(`${second}/count`, { form: {} })).status).toBe(303)
    const sheet = locationOf(await fritjof(`${second}/decision`, { form: { summary: 'Wir lassen es prüfen.' } }))

    expect(await text(swantje(second))).toContain('Darüber wurde entschieden')
    const inside = await text(swantje(sheet))
    const outside = await text(nele(sheet))
    for (const page of [inside, outside])
      for (const said of ['Gefährdet Pachtverträge, Ziel 2.', note, 'Die Frist ist knapp.', '1. Runde', '2. Runde'])
        expect(page).toContain(said)
    expect(inside).toContain('Bjarne Tannrodt sagt: Der Einwand ist eingearbeitet.')
    expect(outside).not.toContain('Bjarne')
    const file = (await (await nele(`${sheet}.json`)).json()) as SheetData
    expect(file.round).toMatchObject({
      number: 2,
      of: 2,
      objections: [{ round: 1, state: 'integrated', note, by: null }],
    })
  })

  test('C-S3: after the third round there is a small group, a pause, the circle or taking it back, and no fourth', async () => {
    const w = await world()
    const [swantje, gerd, bjarne] = await browsers(w, 'swantje', 'gerd', 'bjarne')
    let round = locationOf(await gerd('/groups/en/proposals', { form: words }))
    const proposal = round
    for (const version of [1, 2, 3]) {
      round = locationOf(await swantje(`${proposal}/rounds`, { form: { ...asking, version } }))
      await refused(w, round)
      if (version === 3) break
      const other = { ...words, wording: `Anders gesagt, ${version}.`, version }
      expect((await gerd(`${proposal}/wording`, { form: other })).status).toBe(303)
    }
    const menu = await text(swantje(round))
    for (const kind of ['small_group', 'postponed', 'circle']) expect(menu).toContain(`value="${kind}"`)
    expect(menu).not.toContain('value="new_round"')
    expect(menu).toContain('Wer den Vorschlag gemacht hat, kann ihn auch zurückziehen.')
    const reworded = { ...words, wording: 'Noch einmal anders.', version: 3 }
    expect((await gerd(`${proposal}/wording`, { form: reworded })).status).toBe(303)
    const fourth = await swantje(`${proposal}/rounds`, { form: { ...asking, version: 4 } })
    expect(fourth.status).toBe(422)
    expect(await text(fourth)).toContain('Konsent ist hier ausgeschöpft.')
    expect(await text(gerd(round))).not.toContain('value="small_group"')
    expect((await gerd(`${round}/follow-up`, { form: { kind: 'postponed' } })).status).toBe(403)

    expect((await swantje(`${round}/follow-up`, { form: { kind: 'small_group' } })).status).toBe(303)
    expect(await text(bjarne('/tasks'))).toContain('In kleiner Gruppe eine Lösung suchen: Wärmenetz')
    const circle = await swantje(`${round}/follow-up`, { form: { kind: 'circle' } })
    expect(await text(swantje(locationOf(circle)))).toContain('Gefährdet Pachtverträge, Ziel 2.')
    expect((await swantje(`${proposal}/withdrawal`, { form: { reason: 'Kein Weg.' } })).status).toBe(403)
    expect((await gerd(`${proposal}/withdrawal`, { form: { reason: 'Kein Weg.' } })).status).toBe(303)
    expect(await text(swantje(proposal))).toContain('Kein Weg.')
  })
})

test('of possibilities without a sentence of their own the decision says what was asked and what was chosen', async () => {
  const w = await world()
  const [ayla, luca] = await browsers(w, 'ayla', 'luca')
  const asked = { title: 'Ort des Winterabends', wording: 'Der Winterabend findet dort statt.', scope: 'own_group' }
  const chosen = /Der Winterabend findet dort statt\.<\/p><p>Altenlarn</
  const opening = { method: 'systemic_consensing', options: 'Altenlarn\nLarnau: Wir sind in Larnau.', closesOn: soon }
  const page = locationOf(await ayla('/groups/bt/proposals', { form: { ...asked, ...opening } }))
  const round = { id: page.split('/').at(-1) ?? '' } as Round
  for (const by of ['ayla', 'luca', 'hedwig', 'vincent', 'fritjof'] as const)
    expect((await send(w, 'bt', round, by, await ratingsFor(w, round, '0 3 5'))).status).toBe(303)
  expect((await ayla(`${page}/count`, { form: {} })).status).toBe(303)
  expect(await text(luca(`${page}/decision`))).toMatch(chosen)
  expect((await luca(`${page}/decision`, { form: {} })).status).toBe(422)
  const sheet = await luca(`${page}/decision`, { form: { summary: 'Wir treffen uns in Altenlarn.' } })
  expect(await text(ayla(locationOf(sheet)))).toMatch(chosen)
})
