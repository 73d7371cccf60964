import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openStage } from './stage.tsx'

let browser: Browser
let stage: Awaited<ReturnType<typeof openStage>>
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

beforeEach(async () => {
  stage = await openStage()
  page = await browser.newPage({ viewport: { width: 390, height: 700 } })
  faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|violates/.test(message.text())) faults.push(message.text())
  })
  await page.goto(`${stage.url}/things`)
  await expect.poll(stage.streams).toBe(1)
})
afterEach(async () => {
  expect(faults).toEqual([])
  await page.close()
  await stage.close()
})

const title = () => page.locator('#new-thing-title')
const focused = () => page.evaluate(() => document.activeElement?.id)

test('a form that is refused keeps its words, its place and the address', async () => {
  await page.fill('#outside', 'bleibt')
  await page.locator('#new-thing-words').fill('Schon geschrieben')
  await title().focus()
  const top = await page.evaluate(() => scrollY)
  await title().press('Enter')
  await page.locator('#new-thing-title-error').waitFor()
  expect(await page.locator('#new-thing-words').inputValue()).toBe('Schon geschrieben')
  expect(await page.inputValue('#outside')).toBe('bleibt')
  expect(await focused()).toBe('new-thing-title')
  expect(await title().getAttribute('aria-invalid')).toBe('true')
  expect(new URL(page.url()).search).toBe('')
  expect(await page.title()).toBe('Da fehlt etwas – Kreislauf')
  expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(400)
})

test('a form that is accepted clears itself, shows what it did and leads to the right address', async () => {
  await page.fill('#outside', 'bleibt')
  await title().fill('Erste')
  await title().press('Enter')
  await expect.poll(() => page.textContent('#count')).toBe('1')
  expect(await title().inputValue()).toBe('')
  expect(await focused()).toBe('new-thing-title')
  expect(await page.inputValue('#outside')).toBe('bleibt')
  await expect.poll(() => page.url()).toBe(`${stage.url}/things?shown=1`)
  expect(await page.title()).toBe('1 Sachen – Kreislauf')
  expect(await page.locator('button[aria-busy]').count()).toBe(0)
})

test('after a refusal the corrected form goes through and its problems are gone', async () => {
  await title().press('Enter')
  await page.locator('#new-thing-title-error').waitFor()
  await title().fill('Besser')
  await title().press('Enter')
  await expect.poll(() => page.textContent('#count')).toBe('1')
  expect(await page.locator('.error').count()).toBe(0)
  expect(await title().inputValue()).toBe('')
})

test('two quick clicks send once', async () => {
  await title().fill('Einmal')
  await page.locator('#new-thing button').dblclick()
  await expect.poll(() => page.textContent('#count')).toBe('1')
  await page.waitForTimeout(300)
  expect(stage.things).toHaveLength(1)
})

test('a signal morphs its own part only; what is typed and unfolded stays', async () => {
  await title().fill('Halb geschr')
  await page.fill('#inside', 'Auch hier')
  await page.click('#unfolded summary')
  await page.focus('#outside')
  await page.keyboard.type('mitten im W')
  stage.things.push({ title: 'Von anderen' })
  stage.signal()
  await expect.poll(() => page.textContent('#count')).toBe('1')
  await page.keyboard.type('ort')
  expect(await page.inputValue('#outside')).toBe('mitten im Wort')
  expect(await page.inputValue('#inside')).toBe('Auch hier')
  expect(await title().inputValue()).toBe('Halb geschr')
  expect(await page.locator('#unfolded').getAttribute('open')).not.toBeNull()
  expect(stage.streams()).toBe(1)
})

test('an answer that is another page takes its place, starts at the top and can be left again', async () => {
  await page.click('summary:has-text("Falten")')
  await page.click('#to-thing button')
  await page.locator('h1:text-is("Sache")').waitFor()
  await expect.poll(stage.streams).toBeGreaterThan(1)
  await expect.poll(() => page.url()).toBe(`${stage.url}/things/0`)
  expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, 'H1'])
  await page.goBack()
  await page.locator('#count').waitFor()
  await expect.poll(() => page.url()).toBe(`${stage.url}/things`)
  await expect.poll(stage.streams).toBeGreaterThan(2)
  stage.things.push({ title: 'Gehört' })
  stage.signal()
  await expect.poll(() => page.textContent('#count')).toBe('2')
})

test.each([
  ['500', 'der Fehler liegt bei uns'],
  ['403', 'andere Rolle'],
  ['401', 'nicht mehr angemeldet'],
])('when the answer is %s the form says so itself and keeps what was typed', async (status, words) => {
  await page.fill(`#to-${status} input[name=note]`, 'Noch da')
  await page.click(`#to-${status} button`)
  await page.locator(`#to-${status} .unsent`).waitFor()
  expect(await page.locator(`#to-${status} .unsent`).innerText()).toContain(words)
  expect(await page.inputValue(`#to-${status} input[name=note]`)).toBe('Noch da')
  expect(await page.locator('#count').count()).toBe(1)
})

test('without a net the form says so and can be sent again', async () => {
  await title().fill('Ohne Netz')
  await page.context().setOffline(true)
  await page.click('#new-thing button')
  await page.locator('#new-thing .unsent').waitFor()
  expect(await page.locator('#new-thing .unsent').innerText()).toContain('kein Netz')
  await page.context().setOffline(false)
  await page.click('#new-thing .unsent button')
  await expect.poll(() => page.textContent('#count')).toBe('1')
  expect(await page.locator('.unsent').count()).toBe(0)
})

test('what was sent just as it was offered, and has not arrived, is still said to be unsent after a signal', async () => {
  await page.route('**/things', (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.click('#offered button')
  await page.locator('#offered .unsent').waitFor()
  stage.things.push({ title: 'Von anderen' })
  stage.signal()
  await expect.poll(() => page.textContent('#count')).toBe('1')
  expect(await page.locator('#offered .unsent').count()).toBe(1)
})

test('a question opens as a dialog, closes without a trace, and its form sends', async () => {
  await page.click('#ask summary')
  await page.locator('dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  await page.click('#ask summary')
  await page.click('dialog button:has-text("Nein")')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  await page.click('#ask summary')
  await page.fill('#asked-title', 'Gefragt')
  await page.click('dialog button:has-text("Ja")')
  await expect.poll(() => page.textContent('#count')).toBe('1')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
})

test('the first visit of a page without wording weighs little and never asks for the serif', async () => {
  const context = await browser.newContext()
  const first = await context.newPage()
  const sizes: [string, number][] = []
  first.on('requestfinished', async (request) => {
    if (!request.url().includes('/stream')) sizes.push([request.url(), (await request.sizes()).responseBodySize])
  })
  await first.goto(`${stage.url}/help`)
  await expect.poll(() => sizes.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(5)
  expect(sizes.filter(([url]) => url.includes('serif'))).toEqual([])
  expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(100_000)
  await context.close()
})

test('on a narrow screen the part that is open is in sight', async () => {
  await page.goto(`${stage.url}/kit`)
  const inSight = await page.$eval('.tabs [aria-current]', (tab) => tab.getBoundingClientRect().right <= innerWidth)
  expect(inSight).toBe(true)
})

test('without script a form is refused, corrected and accepted, and a question opens in its place', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(`${stage.url}/things`)
  await plain.click('#ask summary')
  expect(await plain.locator('#asked-title').isVisible()).toBe(true)
  await plain.click('#new-thing button')
  expect(await plain.textContent('#new-thing-title-error')).toContain('Das fehlt noch.')
  await plain.fill('#new-thing-title', 'Ohne Skript')
  await plain.click('#new-thing button')
  expect(await plain.textContent('#count')).toBe('1')
  await context.close()
})
