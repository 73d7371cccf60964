import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { decisionLog } from '#src/decisions/register/log.ts'
import { organisationNames } from '#src/dev/cast.ts'
import { minutesFacts } from '#src/meetings/minutes/model.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { sampleAlliance } from '../support/sample-alliance.ts'
import { follow, press, shows, stage, unfold } from './stage.ts'

// In their week the minutes of KK-06 go round, and Kemal has objected to item 6.
const set = stage({ open: sampleAlliance, foreseen: /status of 422/ })

const numbered = async (number: number) => {
  const which = and(eq(meetings.groupId, set.w.groups.kk.id), eq(meetings.number, number))
  const [found] = await set.w.db.select().from(meetings).where(which)
  if (!found) throw new Error(`There is no KK-0${number}`)
  return found
}

test('minutes are contested, the circle decides, they are approved as corrected, and the decision keeps both counts (A5)', {
  timeout: 180_000,
}, async () => {
  const { kk } = set.w.groups
  const [last, next] = [await numbered(6), await numbered(7)]
  const minutes = paths.minutes(kk, last)
  const festival = (await decisionLog(set.w.db, {})).find(({ title }) => title === 'Beim Larnfest dabei')
  if (!festival) throw new Error('Nothing was decided about the fair')

  // Contesting flags the decision and does not suspend it.
  const kemal = await set.enter('kemal', paths.decision(festival.cited))
  await shows(kemal, 'Das Protokoll zu diesem Beschluss ist bestritten.')
  await shows(kemal, 'Beschlossen')

  // Those who sign disagree with him.
  for (const person of ['mirjam', 'ayla'] as const) {
    const page = await set.enter(person, minutes)
    await page.getByText('Ablehnen', { exact: true }).click()
    await press(page, 'Antwort festhalten')
    await shows(page, 'Bitte schreib in ein, zwei Sätzen, warum.')
    await page.locator('[id^=answer-][name=words]').fill('Ich habe neun Hände gezählt.')
    await press(page, 'Antwort festhalten')
    await shows(page, 'die nächste Sitzung entscheidet')
  }

  // KK-07: opened, attended and counted with clicks.
  const ayla = await set.enter('ayla', paths.session(kk, next), { viewport: { width: 390, height: 844 } })
  await press(ayla, 'Sitzung eröffnen')
  await shows(ayla, 'Wer ist da?')
  await press(ayla, 'Alle sind da')
  await shows(ayla, 'Beschlussfähig: 9 von 9 Sitzen')
  await ayla.goto(minutes)
  await ayla.getByText('Es wird geändert', { exact: true }).click()
  await press(ayla, 'Entscheidung festhalten')
  await shows(ayla, 'angenommen, von der Gruppe')
  await shows(ayla, 'Angenommen mit einer Enthaltung.')
  await unfold(ayla, 'Genehmigt in KK-07')
  await press(ayla, 'Genehmigt in KK-07')
  await shows(ayla, 'Der Text ändert sich nicht mehr')

  // Everybody in the alliance reads it, with the objection and what was decided on it.
  const gerd = await set.enter('gerd', paths.approvedMinutes(last))
  await shows(gerd, 'Angenommen mit einer Enthaltung.')
  await shows(gerd, 'Kemal Dornfelder')
  await shows(gerd, 'Es wird geändert')

  // The decision gets its note: counted again, signed by two, with the same end.
  await follow(ayla, `Beschluss ${festival.cited} berichtigen`)
  await shows(ayla, 'Wessen Antwort steht falsch da?')
  await ayla.locator('[name=seat]').selectOption({ label: organisationNames.o6 })
  await ayla.locator('[name=choice]').selectOption('abstain')
  await ayla.locator('[name=reason]').fill('So steht es im berichtigten Protokoll von KK-06.')
  await press(ayla, 'Berichtigung vorschlagen')
  await shows(ayla, 'Das gilt noch nicht.')
  const mirjam = await set.enter('mirjam', paths.decision(festival.cited))
  await press(mirjam, 'Ja, das stimmt: unterschreiben')
  await shows(mirjam, 'Das Ergebnis bleibt dasselbe.')
  await shows(mirjam, '9 Ja')
  await shows(mirjam, /8.Ja.*1.Enthaltung/)
  await shows(mirjam, 'Beschlossen')

  // The original wording still opens.
  await mirjam.goto(minutes)
  const { circulations } = await minutesFacts(set.w.db, last.id)
  expect(circulations.map(({ number }) => number)).toEqual([2, 1])
  await follow(mirjam, 'Fassung 1 lesen')
  await shows(mirjam, 'Alle stimmten zu.')
})
