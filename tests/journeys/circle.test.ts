import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { tasks } from '#src/tasks/schema.ts'
import { sampleAlliance } from '../support/sample-alliance.ts'
import { shows, stage, staysNarrow } from './stage.ts'

const set = stage({ open: sampleAlliance })

const narrow = { viewport: { width: 390, height: 780 } } as const

const isOn = (words: string) =>
  document.activeElement?.matches('main a') === true && document.activeElement.textContent?.includes(words) === true

/** By the keyboard to the link with these words, and through it. */
async function enter(page: Page, words: string) {
  for (let step = 0; step < 140; step++) {
    await page.keyboard.press('Tab')
    if (!(await page.evaluate(isOn, words))) continue
    await page.keyboard.press('Enter')
    return page.waitForLoadState()
  }
  throw new Error(`The keyboard does not come to “${words}”`)
}

/** From the first page of the circle to a list and what stands there, narrow all the while. */
async function followed(page: Page, link: string, expected: (string | RegExp)[]) {
  await page.goto('/groups/kk')
  await enter(page, link)
  for (const words of expected) await shows(page, words)
  await staysNarrow(page)
}

test('Henrike sees what waits for whom and follows each number to its list, at 390 px by the keyboard', {
  timeout: 120_000,
}, async () => {
  const henrike = await set.enter('henrike', '/groups/kk', narrow)
  await staysNarrow(henrike)
  for (const words of ['Fristen von außen', 'Wiedervorlagen', 'Streit und Ausnahmen', 'Gruppen im Überblick']) {
    await shows(henrike, words)
  }
  await followed(henrike, 'Alle Fristen', ['Antwort auf das Revierprogramm Larn 2.0', 'Beschlossener Text spätestens'])
  await followed(henrike, 'Zum Eingang (2)', ['RPL 2.0 und wir: Energie'])
  await followed(henrike, 'als Liste', ['Stellungnahme zum Bus am Abend', 'überfällig', 'Tempo 30 in allen Dörfern'])
  await followed(henrike, 'Gruppen und Kreis als Bild', ['Swantje Kieselbach', 'doppelt'])
  await followed(henrike, 'Wege der Sachen als Bild', ['Bürgerrat Larnrevier', 'einmal zurückgegeben', /27\sTage/])
})

test('both pictures say in words what they show, and the table beside them the same', async () => {
  const henrike = await set.enter('henrike', '/groups/kk/ways', narrow)
  const drawn = henrike.getByRole('img', { name: 'Wege der Sachen durch ihre Stationen' })
  await drawn.waitFor()
  expect(await drawn.locator('desc').textContent()).toMatch(/Bürgerrat Larnrevier \(AG.Beteiligung\): Station Entwurf/)
  const [text] = await drawn.locator('text').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(text).toBeGreaterThan(15)
  await henrike
    .getByRole('row', { name: /Bürgerrat Larnrevier/ })
    .getByRole('link')
    .waitFor()
  await henrike.goto('/groups/kk/health/links')
  const links = henrike.getByRole('img', { name: 'Gruppen und ihre Verbindungen zum Kreis' })
  expect(await links.locator('line').count()).toBe(12)
  await henrike.getByRole('row', { name: /AG Energie/ }).waitFor()
})

test('who belongs to no group that sits there sees dates and decisions, and nothing of the lists', async () => {
  const gerd = await set.enter('gerd', '/circle')
  for (const words of ['Du gehörst nicht zum Kreis.', 'Antwort auf das Revierprogramm Larn 2.0', 'Alle Sitzungen']) {
    await shows(gerd, words)
  }
  const seen = await gerd.locator('main').innerText()
  for (const { title } of await set.w.db.select({ title: tasks.title }).from(tasks)) expect(seen).not.toContain(title)
  expect(seen).not.toContain('Gemeinsame Antwort auf das RPL 2.0')
  const asked = async (path: string) => (await gerd.request.get(path)).status()
  for (const list of ['unfinished', 'returned', 'exceptions', 'health/links', 'ways', 'deadlines']) {
    expect([list, await asked(`/groups/kk/${list}`)]).toEqual([list, 404])
  }
  expect(await asked('/groups/en/ways')).toBe(200)
})

test('the same in English', async () => {
  const henrike = await set.enter('henrike', '/groups/kk', { locale: 'en-GB' })
  for (const words of ['Deadlines from outside', 'How the alliance is', 'Disputes and exceptions', 'quorum']) {
    await shows(henrike, words)
  }
  await henrike.goto('/groups/kk/ways')
  await henrike.getByRole('img', { name: 'Ways of the matters through their stations' }).waitFor()
  await shows(henrike, 'returned once')
})
