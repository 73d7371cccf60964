import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { establish, follow, linkInMail, pathOf, press, shows, stage, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 422/ })

const plain = { javaScriptEnabled: false }

/** A button inside of what has just been unfolded; its summary has the same name. */
const send = (page: Page, name: string) => page.locator('form button', { hasText: name }).first().click()

test('without script one signs in, does tasks, decides together, hands over and reads the answer', {
  timeout: 90_000,
}, async () => {
  const swantje = await set.enter(null, '/groups/en/tasks', plain)
  await swantje.locator('[name=email]').fill('swantje.kieselbach@example.org')
  await press(swantje, 'Link schicken')
  await shows(swantje, 'Schau in dein Postfach')
  await swantje.goto(await linkInMail(set, 'swantje.kieselbach@example.org'))
  await press(swantje, 'Als Swantje Kieselbach anmelden')
  await swantje.waitForURL(/\/groups\/en\/tasks$/)

  // A task: written without a title first, then whole, then ticked off and taken back.
  await unfold(swantje, 'Aufgabe aufschreiben')
  await swantje.getByLabel('Swantje Kieselbach').check()
  await send(swantje, 'Aufgabe aufschreiben')
  await shows(swantje, 'Bitte schreib auf, was zu tun ist.')
  expect(await swantje.getByLabel('Swantje Kieselbach').isChecked()).toBe(true)
  await swantje.locator('[name=title]').fill('Saal bestellen')
  await send(swantje, 'Aufgabe aufschreiben')
  await press(swantje, 'Abhaken: Saal bestellen')
  await press(swantje, 'Rückgängig')
  await press(swantje, 'Abhaken: Saal bestellen')
  await shows(swantje, /Erledigt:\s+Saal bestellen/)

  // A proposal, its round, five answers.
  await swantje.goto('/groups/en/proposals/new')
  await swantje.locator('[name=title]').fill('Wärmenetz Tannrode')
  await swantje.locator('[name=wording]').fill('Wir fordern ein Wärmenetz in Tannrode.')
  await swantje.locator('[name=scope][value=public_effect]').check({ force: true })
  await press(swantje, 'Vorschlag machen')
  await unfold(swantje, 'Runde eröffnen')
  await send(swantje, 'Runde eröffnen')
  const round = await pathOf(swantje)
  await swantje.getByText('Nein, aber ein Bedenken', { exact: true }).click()
  await swantje.locator('[name=concern]').fill('Es wird teuer.')
  await press(swantje, 'Antwort abgeben')
  await shows(swantje, '1 von 5')
  for (const person of ['gerd', 'tarek', 'bjarne', 'fritjof'] as const satisfies PersonKey[]) {
    const browser = await set.w.as(person)
    expect((await browser(`${round}/ballot`, { form: { choice: 'consent' } })).status).toBe(303)
  }
  await swantje.reload()
  await press(swantje, 'Runde schließen und auszählen')
  await shows(swantje, '4 ohne Einwand · 1 mit Bedenken')
  const fritjof = await set.enter('fritjof', '/', plain)
  await follow(fritjof, 'Ansehen und bestätigen')
  await establish(fritjof)
  const number = `EN-${new Date().getFullYear()}-001`
  await shows(fritjof, number)

  // Handed to the circle, which takes note.
  const tarek = await set.enter('tarek', `/decisions/${number}`, plain)
  await shows(tarek, 'Er gilt erst, wenn der Kreis geantwortet hat.')
  await follow(tarek, 'An den Kreis geben')
  await press(tarek, 'Weiterleiten')
  await shows(tarek, 'Bitte schreib in einem Satz, was ihr euch wünscht.')
  await tarek.locator('[name=wish]').fill('Bitte lest es.')
  await tarek.getByText('Bitte nehmt Kenntnis', { exact: true }).click()
  await press(tarek, 'Weiterleiten')
  await shows(tarek, 'Bitte lest es.')
  const henrike = await set.enter('henrike', '/', plain)
  await follow(henrike, 'Antworten')
  await unfold(henrike, 'Zur Kenntnis nehmen')
  await send(henrike, 'Zur Kenntnis nehmen')
  await shows(henrike, 'Der Koordinierungskreis hat das gelesen.')
  await swantje.goto(`/decisions/${number}`)
  await shows(swantje, 'Zur Kenntnis genommen')
})
