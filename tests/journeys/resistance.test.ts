import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { begin, pageOf, ratingsFor, send } from '../decisions/answering/setting.ts'
import { inDays } from '../decisions/setting.ts'
import { follow, press, shows, stage, staysNarrow, tabTo, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 422|ERR_INTERNET_DISCONNECTED|Failed to fetch/ })

const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const
/** A laptop at 200 %. */
const magnified = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } as const

const scale = (page: Page, title: string) => page.locator(`fieldset.scale[data-title="${title}"]`)

const ratingOf = (page: Page, title: string) => scale(page, title).locator('input:checked').inputValue()

test('a whole round of resistance: by keys at 200 %, by touch on a phone, hidden until it is counted (A11)', {
  timeout: 120_000,
}, async () => {
  const { w } = set
  const round = await begin(w, 'bt', 'systemic_consensing')
  const path = pageOf(w, 'bt', round)

  // Hedwig has no mouse. Digits choose while the focus is inside of a scale, and nowhere else.
  const hedwig = await set.enter('hedwig', path, magnified)
  await staysNarrow(hedwig)
  await hedwig.keyboard.press('5')
  expect(await hedwig.locator('.scale input:checked').count()).toBe(0)
  await tabTo(hedwig, '[data-title="Altenlarn"] input')
  await hedwig.keyboard.press('3')
  await tabTo(hedwig, '[data-title="Larnau"] input')
  await hedwig.keyboard.press('1')
  await hedwig.keyboard.press('0')
  await shows(hedwig, '2 von 3 bewertet. Es fehlt noch: kein Abend.')
  await shows(hedwig, 'Noch nicht abgegeben.')

  // Somebody else's answer refreshes the page and takes nothing away.
  expect((await send(w, 'bt', round, 'luca', await ratingsFor(w, round, '2 4 8'))).status).toBe(303)
  await shows(hedwig, '1 von 5 hat geantwortet')
  expect(await ratingOf(hedwig, 'Altenlarn')).toBe('3')
  expect(await ratingOf(hedwig, 'Larnau')).toBe('10')
  await tabTo(hedwig, '[data-title="kein Abend"] input')
  await hedwig.keyboard.press('7')
  await hedwig.keyboard.press('ArrowRight')
  await shows(hedwig, 'Alle bewertet.')
  await tabTo(hedwig, '#ballot button')
  await hedwig.keyboard.press('Enter')
  await shows(hedwig, /Deine Antwort\s*Altenlarn\s*3\s*Larnau\s*10\s*kein Abend\s*8/)
  await staysNarrow(hedwig)

  // Vincent taps. What he forgets is told, what he chose stays.
  const vincent = await set.enter('vincent', path, phone)
  await staysNarrow(vincent)
  const tap = (title: string, value: number) => scale(vincent, title).locator(`input[value="${value}"]`).tap()
  const target = await scale(vincent, 'Altenlarn').locator('.steps label').last().boundingBox()
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await tap('Altenlarn', 8)
  await tap('kein Abend', 10)
  await press(vincent, 'Antwort abgeben')
  await shows(vincent, 'Bitte bewerte auch „Larnau“. Nur vollständige Antworten zählen.')
  expect(await ratingOf(vincent, 'Altenlarn')).toBe('8')
  await tap('Larnau', 9)
  await press(vincent, 'Antwort abgeben')
  await shows(vincent, /Deine Antwort\s*Altenlarn\s*8\s*Larnau\s*9\s*kein Abend\s*10/)

  // Without network it is said before anything is sent, and nothing is lost.
  await unfold(vincent, 'Ändern')
  await vincent.context().setOffline(true)
  await tap('Larnau', 6)
  await shows(vincent, 'Noch nicht abgegeben. Du hast gerade kein Netz, deine Antwort steht noch hier.')
  await press(vincent, 'Antwort ändern')
  await vincent.locator('.unsent').waitFor()
  await vincent.context().setOffline(false)
  // Somebody else's answer refreshes the page, which says all the same that one's own has not arrived.
  expect((await send(w, 'bt', round, 'fritjof', await ratingsFor(w, round, '1 7 9'))).status).toBe(303)
  await shows(vincent, '4 von 5 haben geantwortet')
  expect(await vincent.locator('.unsent').count()).toBe(1)
  await press(vincent, 'Antwort ändern')
  await shows(vincent, /Deine Antwort\s*Altenlarn\s*8\s*Larnau\s*6\s*kein Abend\s*10/)
  expect(await vincent.locator('.unsent').count()).toBe(0)
  await staysNarrow(vincent)

  // What has arrived although nobody came back to say so is not said to be unsent after the next refresh.
  await unfold(vincent, 'Ändern')
  const lost = { times: 1 }
  await vincent.route('**/ballot', (route) => route.fetch().then(() => route.abort('internetdisconnected')), lost)
  await tap('Larnau', 7)
  await press(vincent, 'Antwort ändern')
  await vincent.locator('.unsent').waitFor()
  const luca = await w.as('luca')
  expect((await luca(`${path}/ballot/retraction`, { form: {} })).status).toBe(303)
  await shows(vincent, /Deine Antwort\s*Altenlarn\s*8\s*Larnau\s*7\s*kein Abend\s*10/)
  expect(await vincent.locator('.unsent').count()).toBe(0)
  await tap('Larnau', 6)
  await press(vincent, 'Antwort ändern')
  await shows(vincent, /Deine Antwort\s*Altenlarn\s*8\s*Larnau\s*6\s*kein Abend\s*10/)
  expect((await send(w, 'bt', round, 'luca', await ratingsFor(w, round, '2 4 8'))).status).toBe(303)

  // Ayla sees that all have answered, and how only when it is counted.
  const ayla = await set.enter('ayla', path, phone)
  await shows(ayla, '4 von 5 haben geantwortet')
  for (const [title, value] of [
    ['Altenlarn', 0],
    ['Larnau', 5],
    ['kein Abend', 9],
  ] as const) {
    await scale(ayla, title).locator(`input[value="${value}"]`).tap()
  }
  await press(ayla, 'Antwort abgeben')
  await shows(ayla, 'Alle haben geantwortet.')
  expect(await ayla.locator('main').innerText()).not.toContain('Akzeptanz')
  await press(ayla, 'Runde schließen und auszählen')
  for (const page of [ayla, vincent, hedwig]) {
    await shows(page, '„Altenlarn“ hat den kleinsten Widerstand: 14 von höchstens 50 Punkten.')
    await shows(page, 'Gegen den Gewinner gibt es hohen Widerstand.')
    await staysNarrow(page)
  }
  const rows = await hedwig.locator('table').first().locator('tbody tr').allInnerTexts()
  expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^Altenlarn \(gewählt\) 14 72,0 % 8 1$/),
    expect.stringMatching(/^Larnau 32 36,0 % 10 1$/),
    expect.stringMatching(/^kein Abend \(nichts ändern\) 44 12,0 % 10 5$/),
  ])

  // Before it is established those who lead write down how the high resistance was talked about.
  await hedwig.goto(`${path}/decision`)
  await shows(hedwig, 'Erst muss festgehalten sein, wie ihr über den hohen Widerstand gesprochen habt.')
  expect(await hedwig.getByRole('button', { name: 'Ergebnis feststellen' }).count()).toBe(0)
  await follow(ayla, 'Festhalten, wie ihr darüber gesprochen habt')
  await ayla.locator('[name=note]').fill('Vincent kommt mit dem Rufbus, die Fahrt ist geklärt.')
  await press(ayla, 'Gespräch festhalten')
  await shows(ayla, 'Vincent kommt mit dem Rufbus')
  await staysNarrow(ayla)
  await hedwig.goto(`${path}/decision`)
  await press(hedwig, 'Ergebnis feststellen')
  await shows(hedwig, `BT-${new Date().getFullYear()}-001`)
  await shows(hedwig, 'Vincent kommt mit dem Rufbus')
})

test('a page that stayed open past the end says before anything is sent that it would be too late', {
  timeout: 60_000,
}, async () => {
  const round = await begin(set.w, 'mo', 'majority')
  const ole = await set.enter('ole', pageOf(set.w, 'mo', round), phone)
  await ole.getByText('Ja', { exact: true }).tap()
  await shows(ole, 'Noch nicht abgegeben.')
  await ole.clock.setFixedTime(inDays(15))
  await ole.getByText('Nein', { exact: true }).tap()
  await shows(ole, 'Die Zeit ist um. Was du jetzt abgibst, wäre zu spät.')
  await shows(ole, 'Du kannst stattdessen beim Vorschlag etwas dazu sagen.')
  await staysNarrow(ole)
})
