import { beforeAll, expect, test } from 'vitest'
import { deadlinesAhead } from '#src/calendar/deadlines.ts'
import { deadlineState } from '#src/calendar/state.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { sampleWorld } from '../overview/sample-world.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
const today = dayOf(new Date())
const circle = { slug: 'kk' }
const energy = { slug: 'en' }

beforeAll(async () => {
  w = await sampleWorld()
})

const judged = (
  dueOn: string,
  stage?: 'draft' | 'adopted' | 'published',
  kind: 'consultation' | 'event' = 'consultation',
) =>
  deadlineState(
    { kind, dueOn, settledAt: null, paper: stage ? { id: '', title: '', groupId: '', stage } : null },
    '2026-10-05',
  )

test('ten days before, a consultation without an adopted text is red', () => {
  expect(judged('2026-10-16', 'draft')).toBe('open')
  expect(judged('2026-10-15', 'draft')).toBe('tight')
  expect(judged('2026-10-15')).toBe('tight')
  expect(judged('2026-10-15', 'adopted')).toBe('ready')
  expect(judged('2026-10-15', 'published')).toBe('ready')
})

test('an event needs no text; what has passed and was not settled is red', () => {
  expect(judged('2026-10-06', undefined, 'event')).toBe('open')
  expect(judged('2026-10-06', 'draft', 'event')).toBe('tight')
  expect(judged('2026-10-04', 'adopted')).toBe('over')
})

const given = { title: 'Anhörung im Kreistag', kind: 'event', dueOn: addDays(today, 20) }

/** Where an answer leads says which one it was about. */
const opened = async (groupId: string, title: string) => {
  const found = await deadlinesAhead(w.db, { from: today, until: addDays(today, 60), groupId })
  const one = found.find((entry) => entry.title === title)
  if (!one) throw new Error(`Nobody has written down ${title}`)
  return one
}

test('a lead writes one down for the own group, with a text of the group, and settles it with a word', async () => {
  const swantje = await w.as('swantje')
  const en = await w.group('en')
  expect((await swantje(paths.deadlines(energy), { form: given })).status).toBe(303)
  const one = await opened(en.id, given.title)
  const settled = await swantje(paths.deadlineSettlement(energy, one), { form: { outcome: 'Swantje hat gesprochen.' } })
  expect(settled.status).toBe(303)
  expect(await deadlinesAhead(w.db, { until: addDays(today, 60), groupId: en.id })).toEqual([])
  const list = await w.read('nele', paths.allDeadlines({ state: 'settled' }))
  expect(list.text).toContain('Anhörung im Kreistag')
  expect(list.text).toContain('Swantje hat gesprochen.')
})

test('what is settled stays as it was; of two who settle it the first one has the word', async () => {
  const henrike = await w.as('henrike')
  const form = { ...given, title: 'Runder Tisch', groupId: (await w.group('mo')).id }
  await henrike(paths.deadlines(circle), { form })
  const one = await opened((await w.group('mo')).id, 'Runder Tisch')
  const settlement = paths.deadlineSettlement(circle, one)
  await henrike(settlement, { form: { outcome: 'Abgesagt.' } })
  await henrike(settlement, { form: { outcome: 'Doch nicht.' } })
  await henrike(paths.deadline(circle, one), { form: { ...form, title: 'Anderes' } })
  const page = await w.read('henrike', paths.deadline(circle, one))
  expect(page.text).toContain('Runder Tisch')
  expect(page.text).toContain('Abgesagt.')
  expect(page.text).not.toContain('Doch nicht.')
})

test('a text of another group, a group that is not there and a day that has passed are refused as they were typed', async () => {
  const henrike = await w.as('henrike')
  const mo = (await w.group('mo')).id
  const { documentId } = await opened((await w.group('kk')).id, 'Antwort auf das Revierprogramm Larn 2.0')
  const typed = { ...given, groupId: mo }
  const refusedWith = async (changes: Record<string, string>) => {
    const answer = await henrike(paths.deadlines(circle), { form: { ...typed, ...changes } })
    return [answer.status, await answer.text()] as const
  }
  const [elsewhere, page] = await refusedWith({ documentId: documentId ?? '' })
  expect([elsewhere, page.includes('Den Text wählt die Gruppe selbst')]).toEqual([422, true])
  expect(page).toContain('value="Anhörung im Kreistag"')
  expect((await refusedWith({ groupId: crypto.randomUUID() }))[0]).toBe(422)
  expect((await refusedWith({ dueOn: addDays(today, -1) }))[0]).toBe(422)
  expect((await refusedWith({ documentId: 'something else' }))[0]).toBe(422)
})

test('the sample’s consultation stands in the circle with its text, and for others without its title', async () => {
  const inside = await w.read('henrike', paths.deadlines(circle))
  expect(inside.text).toContain('Antwort auf das Revierprogramm Larn 2.0')
  expect(inside.text).toContain('Gemeinsame Antwort auf das RPL 2.0')
  const outside = await w.read('gerd', paths.allDeadlines())
  expect(outside.text).toContain('Antwort auf das Revierprogramm Larn 2.0')
  expect(outside.text).toContain('Koordinierungskreis')
  expect(outside.text).not.toContain('Gemeinsame Antwort')
  expect((await w.read('vera', paths.allDeadlines())).status).toBe(403)
  expect((await w.read('henrike', paths.allDeadlines(), { 'Accept-Language': 'en' })).text).toContain('Consultation')
})
