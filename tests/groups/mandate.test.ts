import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mandateInForce } from '#src/groups/mandate.ts'
import { currentRules } from '#src/groups/rule-sets.ts'
import { mandates } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { enacted } from '../support/enacted.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test('a new mandate takes the place of the old one, which stays readable', async () => {
  const swantje = await w.as('swantje')
  const form = {
    aim: 'Wärme für alle Dörfer',
    domain: '',
    limits: 'Geld',
    givenBy: 'KK-2026-010',
    validUntil: '',
    deliverables: 'Wärmekonzept',
    reportMonths: '1',
  }
  expect((await swantje(paths.mandate(w.groups.en), { form })).status).toBe(303)
  expect(await mandateInForce(w.db, w.groups.en.id)).toMatchObject({
    aim: 'Wärme für alle Dörfer',
    givenBy: 'KK-2026-010',
    validUntil: null,
  })
  expect(await w.db.select().from(mandates).where(eq(mandates.groupId, w.groups.en.id))).toHaveLength(2)
  const page = await (await swantje(paths.people(w.groups.en))).text()
  for (const words of ['Ein früherer Auftrag', 'Bürgerenergie, Wärme', 'Wärmekonzept', 'jeden Monat']) {
    expect(page).toContain(words)
  }
  expect(page).toContain(`<a href="${paths.decision('KK-2026-010')}">KK-2026-010</a>`)
})

test('of two mandates entered at once one is in force', async () => {
  const nele = await w.as('nele')
  const answers = await Promise.all(
    ['Eins', 'Zwei'].map((aim) => nele(paths.mandate(w.groups.lw), { form: { aim, givenBy: 'KK-2026-010' } })),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(['Eins', 'Zwei']).toContain((await mandateInForce(w.db, w.groups.lw.id))?.aim)
})

test('a mandate needs to say what for, and what was typed stays', async () => {
  const ole = await w.as('ole')
  const refused = await ole(paths.mandate(w.groups.mo), { form: { aim: ' ', limits: 'Kein Geld' } })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Bitte schreib hin, wozu es die Gruppe gibt.')
  expect(page).toContain('Kein Geld')
  expect(page).toContain('Ein Auftrag wird durch einen Beschluss gegeben.')
})

test('a mandate that is over says so and asks for a new one', async () => {
  const yesterday = addDays(dayOf(new Date()), -1)
  await w.db.update(mandates).set({ validUntil: yesterday }).where(eq(mandates.groupId, w.groups.gl.id))
  const page = await (await (await w.as('ilse'))('/groups/gl/people')).text()
  expect(page).toContain('Der Auftrag ist abgelaufen.')
})

test('the newest rules count, and the page says them in plain words', async () => {
  const quorum = { kind: 'absolute', count: 3 } as const
  const threshold = { comparison: 'at_least', numerator: 2, denominator: 3 } as const
  await enacted(w, 'mo', { quorum, threshold }, 'MO-2026-004')
  expect((await currentRules(w.db, w.groups.mo.id)).version).toBe(2)
  const page = await (await (await w.as('ole'))('/groups/mo/people')).text()
  expect(page).toContain('Üblich ist: Mehrheit.')
  expect(page).toContain('Mindestens 3\u00A0Stimmberechtigte müssen antworten.')
  expect(page).toContain('mindestens zwei Drittel der Ja- und Nein-Stimmen müssen Ja sein')
  expect(page).toContain('Grundlage: MO-2026-004')
})
