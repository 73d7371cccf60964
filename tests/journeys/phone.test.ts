import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { establish, follow, pathOf, press, shows, stage, staysNarrow, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 422/ })

const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const

const fears = 'Ohne die Gemeinde gefährdet das unser Ziel, für alle bezahlbar zu sein.'

/** Those who are not on stage have nothing against it. */
async function restConsents(round: string, rest: PersonKey[]) {
  for (const person of rest) {
    const browser = await set.w.as(person)
    expect((await browser(`${round}/ballot`, { form: { choice: 'consent' } })).status).toBe(303)
  }
}

async function tap(page: Page, words: string) {
  await page.getByText(words, { exact: true }).tap()
}

/** In a window 844 high, not in lower ones, the answers stand above what is fixed at its bottom before anybody scrolls. */
async function answersAreInSight(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => scrollY)).toBe(0)
  const bottoms = await page
    .locator('.choice')
    .evaluateAll((cards) => cards.map((c) => c.getBoundingClientRect().bottom))
  const bar = await page.locator('.main-nav').evaluate((nav) => nav.getBoundingClientRect().top)
  expect(bottoms).toHaveLength(3)
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(bar)
  await page.setViewportSize(phone.viewport)
}

async function openRound(page: Page, label: string) {
  await unfold(page, label)
  await press(page, label)
  await shows(page, 'Hast du einen schwerwiegenden Einwand?')
  return pathOf(page)
}

test('on a phone an objection is given, taken back and raised again, and the second round settles it', {
  timeout: 120_000,
}, async () => {
  const swantje = await set.enter('swantje', '/groups/en/proposals/new', phone)
  await swantje.locator('[name=title]').fill('Wärmenetz Tannrode')
  await swantje.locator('[name=wording]').fill('Wir fordern ein Wärmenetz in Tannrode.')
  await staysNarrow(swantje)
  await press(swantje, 'Vorschlag machen')
  await shows(swantje, 'Runde eröffnen')
  const proposal = await pathOf(swantje)
  await staysNarrow(swantje)
  const first = await openRound(swantje, 'Runde eröffnen')

  // An objection without a reason is not taken; what else was typed stays.
  const bjarne = await set.enter('bjarne', '/', phone)
  await staysNarrow(bjarne)
  await follow(bjarne, 'Jetzt antworten')
  await shows(bjarne, 'Hast du einen schwerwiegenden Einwand?')
  await staysNarrow(bjarne)
  await answersAreInSight(bjarne)
  await tap(bjarne, 'Nein, aber ein Bedenken')
  await bjarne.locator('[name=concern]').fill('Es wird teuer.')
  await tap(bjarne, 'Ja, ein schwerwiegender Einwand')
  await press(bjarne, 'Antwort abgeben')
  await shows(bjarne, 'Bitte schreib in ein, zwei Sätzen, welchem Ziel der Vorschlag schadet.')
  expect(await bjarne.locator('[name=concern]').inputValue()).toBe('Es wird teuer.')
  expect(await bjarne.locator('[name=choice]:checked').inputValue()).toBe('objection')
  await staysNarrow(bjarne)
  await bjarne.locator('[name=objection]').fill(fears)
  await press(bjarne, 'Antwort abgeben')
  await shows(bjarne, 'Schwerwiegender Einwand')

  // The answer can be changed, there and back.
  await unfold(bjarne, 'Ändern')
  await tap(bjarne, 'Nein, kein Einwand')
  await press(bjarne, 'Antwort ändern')
  await bjarne.locator('#own-answer b', { hasText: 'Kein Einwand' }).waitFor()
  await bjarne.locator('#change-answer:not([open])').waitFor()
  await unfold(bjarne, 'Ändern')
  await tap(bjarne, 'Ja, ein schwerwiegender Einwand')
  await bjarne.locator('[name=objection]').fill(fears)
  await press(bjarne, 'Antwort ändern')
  await bjarne.locator('#own-answer b', { hasText: 'Schwerwiegender Einwand' }).waitFor()

  await restConsents(first, ['gerd', 'swantje', 'tarek', 'fritjof'])
  await press(swantje, 'Runde schließen und auszählen')
  await shows(swantje, 'Es gibt einen schwerwiegenden Einwand.')
  await staysNarrow(swantje)
  await shows(bjarne, 'Sucht zusammen eine Lösung')

  // Nobody but Bjarne closes it; the group changes the wording and asks again.
  await follow(swantje, 'Zum Vorschlag')
  await shows(swantje, 'Einen Einwand schließt nur, wer ihn eingebracht hat. Das ist Bjarne Tannrodt.')
  await shows(swantje, 'Zuerst der Einwand.')
  expect(await swantje.locator('summary', { hasText: 'Einwand zurückziehen' }).count()).toBe(0)
  await unfold(swantje, 'Wortlaut ändern')
  await swantje.locator('[name=wording]').fill('Wir fordern ein Wärmenetz in Tannrode, an dem die Gemeinde mitzahlt.')
  await press(swantje, 'Geänderten Wortlaut speichern')
  await shows(swantje, '2. Wortlaut')
  await staysNarrow(swantje)
  const second = await openRound(swantje, 'Neue Runde eröffnen')

  // He is asked first whether his objection is settled.
  await bjarne.goto(second)
  await shows(bjarne, 'Du hattest einen Einwand. Ist er jetzt eingearbeitet?')
  await staysNarrow(bjarne)
  await unfold(bjarne, 'Ja, er ist eingearbeitet')
  await press(bjarne, 'Ja, er ist eingearbeitet')
  await bjarne.locator('#earlier-objection').waitFor({ state: 'detached' })
  await tap(bjarne, 'Nein, aber ein Bedenken')
  await press(bjarne, 'Antwort abgeben')
  await shows(bjarne, 'Deine Antwort')
  await restConsents(second, ['gerd', 'swantje', 'tarek', 'fritjof'])
  await press(swantje, 'Runde schließen und auszählen')
  await shows(swantje, 'Niemand hat einen schwerwiegenden Einwand.')
  const fritjof = await set.enter('fritjof', second, phone)
  await establish(fritjof)
  const number = `EN-${new Date().getFullYear()}-001`
  await shows(fritjof, number)
  await follow(fritjof, number)

  for (const words of ['1. Runde', '2. Runde', fears, 'Bjarne Tannrodt sagt: Der Einwand ist eingearbeitet.']) {
    await shows(fritjof, new RegExp(words.replace('. ', '\\.\\s')))
  }
  await staysNarrow(fritjof)
  for (const path of ['/', '/groups/en', '/groups/en/proposals', proposal, first, second, '/decisions']) {
    await fritjof.goto(path)
    await staysNarrow(fritjof)
  }
})
