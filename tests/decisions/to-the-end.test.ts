import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { decisionNotes } from '#src/decisions/register/schema.ts'
import { paths } from '#src/paths.ts'
import { world } from '../support/world.ts'
import { bySeats, opened, ruled, seatOf } from './seats/setting.ts'
import { deciding } from './setting.ts'

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00A0', ' ')

test('A9: whoever is recused goes on speaking, and the sheet says one seat and why, without further detail', async () => {
  const w = await world()
  await ruled(w, 'kk', { ...bySeats, threshold: { comparison: 'more_than', numerator: 1, denominator: 2 } })
  const round = await opened(w, 'kk')
  const kk = deciding(w, 'kk')
  const [mirjam, henrike, nele] = [await w.as('mirjam'), await w.as('henrike'), await w.as('nele')]
  const seat = await seatOf(w, round, 'o3')
  const recusal = { seat: seat.id, category: 'office_at_funder' }
  expect((await mirjam(`${paths.round(w.groups.kk, round)}/recusals`, { form: recusal })).status).toBe(303)

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
  const count = await kk.count('henrike', round)
  if (!count) throw new Error('Not counted')
  expect((await mirjam(`${page}/questions`, { form: { question: 'Noch etwas.' } })).status).toBe(403)
  const decision = await kk.finalise('ayla', round, count)
  const sheet = await text(nele(`/decisions/${citation('KK', decision.year, decision.number)}`))
  expect(sheet).toContain('1 Sitz befangen (Amt bei Zuwendungsgeber)')
  const outside = await text((await w.as('gerd'))(`/decisions/${citation('KK', decision.year, decision.number)}`))
  expect(outside).toContain('1 Sitz befangen (Amt bei Zuwendungsgeber)')
  for (const detail of ['Mirjam', 'Kirchenkreis']) expect(outside).not.toContain(detail)
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
