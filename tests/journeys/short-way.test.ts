import { expect, test } from 'vitest'
import { press, shows, stage } from './stage.ts'

const set = stage()

const meeting = {
  wording: 'Wir laden am 14. November zum Wärmeabend nach Tannrode ein.',
  place: 'Gasthof Tannrode',
  manner: 'einstimmig',
}

test('a decision from a meeting is entered in four fields and confirmed by a second person with one click', {
  timeout: 60_000,
}, async () => {
  const fritjof = await set.enter('fritjof', '/')
  const gerd = await set.enter('gerd', '/decisions')
  const swantje = await set.enter('swantje', '/groups/en')

  await swantje.getByRole('link', { name: 'Beschluss eintragen' }).click()
  const fields = swantje.locator('main :is(input, select, textarea):visible')
  await shows(swantje, 'Was habt ihr beschlossen?')
  expect(await fields.evaluateAll((all) => all.map((field) => field.getAttribute('name')))).toEqual([
    'wording',
    'decidedOn',
    'place',
    'manner',
  ])
  for (const [name, words] of Object.entries(meeting)) await swantje.locator(`[name=${name}]`).fill(words)
  await press(swantje, 'Beschluss eintragen')
  await shows(swantje, 'Eine zweite Person muss das noch bestätigen. Das kann Fritjof Bellinghaus.')

  // It waits for Fritjof before he has asked: he opens it and says yes.
  const duty = fritjof.locator('#duties li', { hasText: 'Von Swantje Kieselbach eingetragen' })
  await duty.getByRole('link', { name: 'Ansehen und bestätigen' }).click()
  await shows(fritjof, meeting.wording)
  let confirmed = 0
  fritjof.on('request', (request) => {
    if (request.method() === 'POST') confirmed += 1
  })
  await press(fritjof, 'Ja, so haben wir beschlossen')
  const number = `EN-${new Date().getFullYear()}-001`
  await shows(fritjof, number)
  expect(confirmed).toBe(1)

  await shows(swantje, number)
  await shows(gerd, number)
  const nele = await set.enter('nele', '/decisions')
  await nele
    .getByRole('link', { name: /Wir laden am/ })
    .first()
    .click()
  await shows(nele, meeting.wording)
  await shows(nele, meeting.place)
  await fritjof.goto('/')
  await fritjof.locator('#duties', { hasText: 'Mehr ist heute nicht zu tun.' }).waitFor()
})
