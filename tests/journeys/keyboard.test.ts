import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { rounds } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { places, ratingsFor, send } from '../decisions/answering/setting.ts'
import { deciding } from '../decisions/setting.ts'
import { pathOf, shows, stage, staysNarrow, tabTo } from './stage.ts'

const set = stage()

/** A narrow window with a keyboard before it, and no mouse. */
const narrow = { viewport: { width: 390, height: 780 } } as const

const isOn = (words: string) =>
  document.activeElement?.matches('a, button, summary') === true &&
  document.activeElement.textContent?.includes(words) === true

/** By the keyboard to where these words stand, and there. */
async function enter(page: Page, words: string) {
  for (let step = 0; step < 100; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(isOn, words)) return page.keyboard.press('Enter')
  }
  throw new Error(`The keyboard does not come to “${words}”`)
}

/** The arrow keys move through a list of ways. */
async function choose(page: Page, name: string, value: string) {
  await tabTo(page, `[name=${name}]`)
  for (let step = 0; step < 8; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(`[value=${wanted}]:checked`), value)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys do not come to ${value}`)
}

async function rate(page: Page, title: string, digits: string) {
  await tabTo(page, `[data-title="${title}"] input`)
  for (const digit of digits) await page.keyboard.press(digit)
}

test('a whole round at 390 px by the keyboard alone: opened, answered, counted, talked about, established', {
  timeout: 120_000,
}, async () => {
  const { w } = set
  const proposal = await deciding(w, 'bt').propose('ayla', places)

  const ayla = await set.enter('ayla', `/groups/bt/proposals/${proposal.id}`, narrow)
  await staysNarrow(ayla)
  await enter(ayla, 'Runde eröffnen')
  await choose(ayla, 'method', 'systemic_consensing')
  await staysNarrow(ayla)
  await enter(ayla, 'Runde eröffnen')
  await shows(ayla, '0 von 5 haben geantwortet')
  const path = await pathOf(ayla)
  const [round] = await w.db.select().from(rounds)
  if (!round) throw new Error('No round was opened')

  await rate(ayla, 'Altenlarn', '2')
  await rate(ayla, 'Larnau', '10')
  await rate(ayla, 'kein Abend', '7')
  await shows(ayla, 'Alle bewertet.')
  await tabTo(ayla, '#ballot button')
  await ayla.keyboard.press('Enter')
  await shows(ayla, /Deine Antwort\s*Altenlarn\s*2\s*Larnau\s*10\s*kein Abend\s*7/)
  await staysNarrow(ayla)

  const others: [PersonKey, string][] = [
    ['luca', '0 5 9'],
    ['hedwig', '1 4 8'],
    ['vincent', '9 3 10'],
    ['fritjof', '1 6 7'],
  ]
  for (const [person, numbers] of others) {
    expect((await send(w, 'bt', round, person, await ratingsFor(w, round, numbers))).status).toBe(303)
  }
  await shows(ayla, 'Alle haben geantwortet.')
  await enter(ayla, 'Runde schließen und auszählen')
  await shows(ayla, '„Altenlarn“ hat den kleinsten Widerstand: 13 von höchstens 50 Punkten.')
  await staysNarrow(ayla)

  await enter(ayla, 'Festhalten, wie ihr darüber gesprochen habt')
  await ayla.locator('[name=note]').waitFor()
  await tabTo(ayla, '[name=note]')
  await ayla.keyboard.type('Vincent fährt mit Luca.')
  await enter(ayla, 'Gespräch festhalten')
  await shows(ayla, 'Vincent fährt mit Luca.')

  const hedwig = await set.enter('hedwig', path, narrow)
  await enter(hedwig, 'Ergebnis feststellen')
  await hedwig.locator('[name=summary]').waitFor()
  await tabTo(hedwig, '[name=summary]')
  await hedwig.keyboard.press('ControlOrMeta+a')
  await hedwig.keyboard.type('Der Dialogabend ist in Altenlarn.')
  await staysNarrow(hedwig)
  await enter(hedwig, 'Ergebnis feststellen')
  const number = `BT-${new Date().getFullYear()}-001`
  await shows(hedwig, number)
  await enter(ayla, 'Ort des Dialogabends')
  await shows(ayla, number)
  await hedwig.goto(`/decisions/${number}`)
  await shows(hedwig, 'Der Dialogabend ist in Altenlarn.')
  await staysNarrow(hedwig)
})
