import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { writeTask } from '../tasks/setting.ts'
import { press, shows, stage, staysNarrow, unfold } from './stage.ts'

const set = stage()

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const

const lane = (page: Page, name: 'open' | 'begun' | 'done') => page.locator(`#lane-${name}`)
const titles = (page: Page, name: 'open' | 'begun' | 'done') => lane(page, name).locator('h3').allInnerTexts()
const grip = (page: Page, title: string) => page.getByRole('button', { name: `Verschieben: ${title}` })

/** As a hand does it: not in one leap. */
async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('Nothing to drag')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + 12, { steps: 12 })
  await page.waitForTimeout(50)
  await page.mouse.move(end.x + end.width / 2, end.y + 16, { steps: 4 })
  const answered = page.waitForResponse((response) => response.request().method() === 'GET')
  await page.mouse.up()
  await answered
}

const becomes = (page: Page, name: 'open' | 'begun' | 'done', expected: string[]) =>
  expect.poll(() => titles(page, name), { timeout: 10_000 }).toEqual(expected)

test('a group arranges its tasks by keys, by hand and by buttons, and works on one until it comes again', {
  timeout: 120_000,
}, async () => {
  const { w } = set
  for (const title of ['Saal fragen', 'Plakate kleben', 'Presse rufen']) await writeTask(w, { title })
  const swantje = await set.enter('swantje', '/groups/en/tasks')
  await swantje.getByRole('link', { name: 'Tafel' }).click()
  await shows(swantje, 'Nichts in Arbeit.')
  await becomes(swantje, 'open', ['Presse rufen', 'Plakate kleben', 'Saal fragen'])

  // By keys: up two places, what is said, and Escape puts it back.
  await grip(swantje, 'Saal fragen').focus()
  for (const key of ['Space', 'ArrowUp', 'ArrowUp']) await swantje.keyboard.press(key)
  expect(await swantje.locator('#board [data-said]').innerText()).toBe('Offen, Platz 1 von 3.')
  await swantje.keyboard.press('Space')
  await becomes(swantje, 'open', ['Saal fragen', 'Presse rufen', 'Plakate kleben'])
  await grip(swantje, 'Presse rufen').focus()
  for (const key of ['Space', 'ArrowRight', 'Escape']) await swantje.keyboard.press(key)
  await becomes(swantje, 'open', ['Saal fragen', 'Presse rufen', 'Plakate kleben'])
  for (const key of ['Space', 'ArrowRight', 'Space']) await swantje.keyboard.press(key)
  await becomes(swantje, 'begun', ['Presse rufen'])

  // Gerd has the board open on a telephone and sees it come in; his buttons do the same.
  const gerd = await set.enter('gerd', '/groups/en/tasks?view=board', phone)
  await becomes(gerd, 'open', ['Saal fragen', 'Plakate kleben'])
  await staysNarrow(gerd)
  const card = lane(gerd, 'open').locator('.card').nth(1)
  await card.getByText('Verschieben', { exact: true }).tap()
  await card.getByRole('button', { name: 'In Arbeit nehmen' }).tap()
  await becomes(gerd, 'begun', ['Plakate kleben', 'Presse rufen'])
  await becomes(swantje, 'begun', ['Plakate kleben', 'Presse rufen'])

  // By hand: below another card, then to what is done; both stay after a reload.
  await drag(swantje, grip(swantje, 'Saal fragen'), lane(swantje, 'begun').locator('.card').nth(1))
  await becomes(swantje, 'open', [])
  await drag(swantje, grip(swantje, 'Presse rufen'), swantje.locator('#lane-done'))
  await expect.poll(() => lane(swantje, 'begun').locator('.card').count()).toBe(2)
  await becomes(swantje, 'done', ['Presse rufen'])
  const kept = await titles(swantje, 'begun')
  expect([...kept].sort()).toEqual(['Plakate kleben', 'Saal fragen'])
  await swantje.reload()
  expect(await titles(swantje, 'begun')).toEqual(kept)

  // On the telephone: a task that comes again, with steps and a word about it.
  await gerd.getByRole('link', { name: 'Liste' }).tap()
  await gerd.getByText('Aufgabe aufschreiben').first().tap()
  await gerd.locator('#new-task [name=title]').fill('Zähler ablesen')
  await gerd.locator('#new-task [name=dueOn]').fill('2030-01-31')
  await gerd.locator('#new-task').getByLabel('Gerd Moosbach').check()
  await gerd.getByText('Mehr dazu').tap()
  await gerd.locator('#new-task [name=unit]').selectOption('month')
  await staysNarrow(gerd)
  await gerd.locator('#new-task button[type=submit]').last().tap()
  await shows(gerd, 'jeden Monat')
  await gerd.locator('.todo').filter({ hasText: 'Zähler ablesen' }).getByRole('link', { name: 'Ändern' }).tap()
  for (const words of ['Keller', 'Dach']) {
    await gerd.getByLabel('Nächster Schritt').fill(words)
    await press(gerd, 'Schritt anhängen')
    await gerd.locator('.step').filter({ hasText: words }).waitFor()
    // The answer to the form comes after the signal that shows the step, and empties the field.
    await expect.poll(() => gerd.getByLabel('Nächster Schritt').inputValue()).toBe('')
  }
  await gerd.getByRole('button', { name: /^Abhaken: Keller/ }).tap()
  await shows(gerd, '1 von 2 Schritten')
  await gerd.getByLabel('Was möchtest du dazu sagen?').fill('Im Keller ist kein Licht.')
  await press(gerd, 'Kommentieren')
  await shows(gerd, 'Im Keller ist kein Licht.')
  await press(gerd, 'Kommentar löschen')
  await shows(gerd, 'Gelöscht.')
  await staysNarrow(gerd)
  await press(gerd, 'Als erledigt abhaken')
  await shows(gerd, 'Frühere und nächste')
  await gerd.getByRole('link', { name: /28\. Februar 2030/ }).tap()
  await shows(gerd, '0 von 2 Schritten')

  // What is wanted is asked for by a form.
  await swantje.goto('/groups/en/tasks')
  await unfold(swantje, 'Auswählen')
  await swantje.getByLabel('Wer?', { exact: true }).selectOption({ label: 'Gerd Moosbach' })
  await swantje.getByLabel('Stand?').selectOption('done')
  await press(swantje, 'Anzeigen')
  await shows(swantje, '2\u00a0Aufgaben')
  expect(await swantje.locator('.todo').allInnerTexts()).toEqual([
    expect.stringContaining('Zähler ablesen'),
    expect.stringContaining('Presse rufen'),
  ])
})
