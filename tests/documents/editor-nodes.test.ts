import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { openBrowser, pressKeys as press, type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'
import { png } from './attachments/pictures.ts'
import { addText, until } from './editing/co-editing.ts'

let w: World
let served: Served
let browser: Browser

beforeAll(async () => {
  w = await world({ quiet: true })
  served = await serveWorld(w)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

const patience = 20_000
const complaints: string[] = []

async function openEditor(person: PersonKey, id: string) {
  const page = await served.page(browser, person)
  onTestFinished(() => page.context().close())
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`/groups/en/documents/${id}/edit`)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  return page
}

const sheet = (page: Page) => page.locator('.ProseMirror')
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const reads = (place: Locator, expected: string) =>
  until(async () => ((await place.textContent()) ?? '').trim() === expected, `it reads "${expected}"`, patience)
const saved = (page: Page) => reads(page.locator('.save'), 'Gespeichert')

test('footnotes are written, opened, left and taken away by keys, by two people at once', async () => {
  const { id } = await addText(w)
  const swantje = await openEditor('swantje', id)
  const words = (page: Page) => page.locator('.note-words')
  await sheet(swantje).click()
  await swantje.keyboard.type('Wärme fehlt')
  await press(swantje, 'Control+Alt+f')
  await swantje.keyboard.type('Bericht')
  const tarek = await openEditor('tarek', id)
  await reads(words(tarek), 'Bericht')
  expect(await words(tarek).isVisible()).toBe(false)
  await tarek.locator('.note-number').click()
  await words(tarek).waitFor({ state: 'visible' })
  await Promise.all([
    tarek.keyboard.type(' von 2025', { delay: 20 }),
    (async () => {
      await press(swantje, 'Home', 'ArrowRight')
      await swantje.keyboard.type('Der ', { delay: 20 })
    })(),
  ])
  await until(async () => (await sheet(swantje).innerText()) !== '', 'both have written')
  await reads(words(swantje), 'Bericht von 2025')

  await press(tarek, 'Enter')
  await tarek.keyboard.type(' im Dorf')
  await words(tarek).waitFor({ state: 'hidden' })
  await reads(sheet(tarek).locator('p'), 'WDer ärme fehltFußnoteBericht von 2025 im Dorf')

  // From behind it the arrow selects it, Enter opens it, and what has words in it is selected before it goes.
  await press(tarek, ...Array.from({ length: 8 }, () => 'ArrowLeft'), 'ArrowLeft', 'Enter')
  await words(tarek).waitFor({ state: 'visible' })
  await press(tarek, 'Escape', 'Backspace')
  expect(await words(tarek).count()).toBe(1)
  await press(tarek, 'Backspace')
  await until(async () => (await words(swantje).count()) === 0, 'it is gone', patience)
  await press(tarek, 'Control+z')
  await reads(words(swantje), 'Bericht von 2025')
  await saved(tarek)
}, 90_000)

test('a picture is described, sent, shown and described anew; a page begins; tasks are ticked off; cells are merged', async () => {
  const { id } = await addText(w)
  const page = await openEditor('swantje', id)
  await sheet(page).click()
  await page.keyboard.type('Davor')
  const chooser = page.waitForEvent('filechooser')
  await tool(page, 'Bild').click()
  await (await chooser).setFiles({ name: 'karte.png', mimeType: 'image/png', buffer: Buffer.from(png(2_600, 300)) })
  const dialog = page.locator('#picture-dialog')
  await dialog.waitFor()
  await page.locator('#picture-dialog').getByRole('button', { name: 'Einfügen' }).click()
  await dialog.getByRole('alert').waitFor()
  await page.getByLabel('Beschreibung').fill('Windräder vor dem Dorf')
  await page.locator('#picture-dialog').getByRole('button', { name: 'Einfügen' }).click()
  const picture = page.locator('figure.picture img')
  await picture.waitFor()
  await until(
    () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth === 2_000),
    'it is shown',
    patience,
  )
  await dialog.waitFor({ state: 'hidden' })
  await page.keyboard.type('Darunter')
  await press(page, 'ArrowUp')
  await page.locator('figure.ProseMirror-selectednode').waitFor()
  await press(page, 'Enter')
  await dialog.waitFor()
  expect(await page.getByLabel('Beschreibung').inputValue()).toBe('Windräder vor dem Dorf')
  await page.getByLabel('Beschreibung').fill('Drei Windräder & ein Dorf')
  await tool(page, 'Übernehmen').click()
  await until(async () => (await picture.getAttribute('alt')) === 'Drei Windräder & ein Dorf', 'it says more', patience)

  await press(page, 'Control+End')
  await tool(page, 'Mehr').click()
  await tool(page, 'Neue Seite').click()
  await tool(page, 'Checkliste').click()
  await page.keyboard.type('Raum buchen')
  await press(page, 'Control+Enter', 'Enter')
  await page.keyboard.type('Einladen')
  await page.getByRole('checkbox', { name: 'Offen: Einladen' }).click()
  await page.getByRole('checkbox', { name: 'Erledigt: Einladen' }).waitFor()
  await press(page, 'Control+End', 'Enter', 'Enter')
  await tool(page, 'Tabelle').click()
  for (const words of ['Ort', 'Jahr']) {
    await page.keyboard.type(words)
    await press(page, 'Tab')
  }
  expect(await tool(page, 'Zellen verbinden').getAttribute('aria-disabled')).toBe('true')
  await page.locator('td').nth(0).click()
  await page
    .locator('td')
    .nth(1)
    .click({ modifiers: ['Shift'] })
  await tool(page, 'Zellen verbinden').click()
  await until(async () => (await page.locator('td[colspan="2"]').count()) === 1, 'they are one', patience)
  await tool(page, 'Kopfzeile').click()
  await saved(page)
  await page.goto(`/groups/en/documents/${id}`)
  const paper = page.locator('.paper')
  const shown = paper.locator('.picture img')
  expect(await shown.getAttribute('alt')).toBe('Drei Windräder & ein Dorf')
  expect([await shown.getAttribute('width'), await shown.getAttribute('height')]).toEqual(['2000', '231'])
  expect(await paper.getByRole('checkbox', { name: 'erledigt', checked: true, disabled: true }).count()).toBe(2)
  expect([await paper.locator('hr.page-break').count(), await paper.locator('td[colspan="2"]').count()]).toEqual([1, 1])
}, 90_000)

const paste = (page: Page, html: string, files: { type: string; bytes: number[] }[] = []) =>
  page.evaluate(
    ([html, files]) => {
      const pasted = new DataTransfer()
      if (html) pasted.setData('text/html', html)
      for (const { type, bytes } of files) pasted.items.add(new File([new Uint8Array(bytes)], 'x', { type }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }))
    },
    [html, files] as const,
  )

test('pictures come from the clipboard, alone and with words; elsewhere nothing is asked for any', async () => {
  const { id } = await addText(w)
  const page = await openEditor('swantje', id)
  const strange: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url) && !request.url().startsWith('data:')) strange.push(request.url())
  })
  await sheet(page).click()
  const bytes = [...png(30, 20)]
  await paste(page, '<img src="https://tracker.example/1.png">', [{ type: 'image/png', bytes }])
  await page.locator('#picture-dialog').waitFor()
  await page.getByLabel('Nur Schmuck').check()
  await page.locator('#picture-dialog').getByRole('button', { name: 'Einfügen' }).click()
  await page.getByRole('button', { name: 'Nur Schmuck' }).waitFor()

  const data = `data:image/png;base64,${Buffer.from(png(40, 20)).toString('base64')}`
  await paste(
    page,
    `<p>Aus <b>Word</b></p><img src="${data}" alt="Karte"><p>und <img src="https://tracker.example/2.png">mehr</p>`,
  )
  await page.locator('figure.picture img[alt="Karte"]').waitFor()
  await reads(
    page.locator('.node-said'),
    '1 Bild konnte nicht mit eingefügt werden. Kopier es einzeln oder wähle die Datei aus.',
  )
  expect(await sheet(page).locator('p').allTextContents()).toContain('und mehr')

  await page.context().setOffline(true)
  await tool(page, 'Bild').click()
  await reads(page.locator('.node-said'), 'Bilder brauchen Netz. Sobald die Verbindung steht, kannst du es einfügen.')
  await page.context().setOffline(false)

  // In another text it becomes one of that text.
  const html = await sheet(page).evaluate((text) => text.querySelector('img[alt="Karte"]')?.getAttribute('src') ?? '')
  const other = await openEditor('swantje', (await addText(w)).id)
  await sheet(other).click()
  const copied = `<img data-pm-slice="0 0 []" data-attachment="${html.split('/').at(-1)}" data-document="${id}" data-from="${html}" alt="Karte">`
  await paste(other, copied)
  const moved = other.locator('figure.picture img[alt="Karte"]')
  await moved.waitFor()
  expect(await moved.getAttribute('src')).not.toBe(html)
  expect(strange).toEqual([])
}, 90_000)

test('nothing on these pages was refused by the rules for content, and nothing failed', () => {
  const expected = /WebSocket connection|ERR_INTERNET_DISCONNECTED|htmx:sse:error/
  expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
})
