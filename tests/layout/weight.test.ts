import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { openBrowser, type Served, serveWorld } from '../support/browser.ts'
import { sampleAlliance } from '../support/sample-alliance.ts'
import type { World } from '../support/world.ts'

let browser: Browser
let w: World
let served: Served

beforeAll(async () => {
  w = await sampleAlliance()
  served = await serveWorld(w)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

/** Everything that a first visit brings over the line: page, styles, fonts, scripts, icons. */
async function firstVisit(person: PersonKey, path: string) {
  const page = await served.page(browser, person)
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/stream')) sizes.push(request.sizes().then((sent) => sent.responseBodySize))
  })
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  await expect.poll(() => sizes.length).toBeGreaterThanOrEqual(5)
  await page.waitForTimeout(300)
  const sent = await Promise.all(sizes)
  await page.context().close()
  return sent.reduce((sum, size) => sum + size, 0)
}

test.each([
  ['gerd', '/', 100_000],
  ['gerd', '/groups/en', 100_000],
  ['henrike', '/groups/kk', 100_000],
] as const)('the first visit of %s to %s weighs little', async (person, path, most) => {
  expect(await firstVisit(person, path)).toBeLessThan(most)
})

test('the editor comes with a page that is still light', async () => {
  const page = await served.page(browser, 'gerd')
  await page.goto('/groups/en/documents')
  const text = await page.locator('.rows a').first().getAttribute('href')
  await page.context().close()
  expect(await firstVisit('gerd', `${text}/edit`)).toBeLessThan(350_000)
})

test('what the editor imports is asked for along with it, not one journey later', async () => {
  const page = await served.page(browser, 'gerd')
  await page.goto('/groups/en/documents')
  const text = await page.locator('.rows a').first().getAttribute('href')
  await page.goto(`${text}/edit`)
  const src = (await page.locator('script[src*="documents-editor"]').getAttribute('src')) ?? ''
  const script = await (await page.request.get(src)).text()
  const imported = [...script.matchAll(/from"\.\/(chunk-\w+\.js)"/g)].map(([, name]) => `/build/${name}`)
  const announced = await page
    .locator('head link[rel=modulepreload]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(imported.length).toBeGreaterThan(5)
  expect(announced).toEqual(expect.arrayContaining(imported))
  await expect.poll(() => page.locator('kreislauf-editor[data-opening]').count(), { timeout: 20_000 }).toBe(0)
  await page.context().close()
})

test.each([320, 390, 768])('nothing has to be scrolled sideways at %i px', async (width) => {
  const page = await served.page(browser, 'henrike', { viewport: { width, height: 800 } })
  await page.goto('/groups/kk/documents')
  const text = await page.locator('.rows a').first().getAttribute('href')
  const paths = ['/', '/groups', '/groups/kk', '/groups/kk/people', '/groups/kk/referrals', '/decisions', '/me']
  for (const path of [...paths, `${text}/edit`]) {
    await page.goto(path)
    if (path.endsWith('/edit')) await page.locator('.ProseMirror[contenteditable=true]').waitFor()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([path, over]).toEqual([path, 0])
  }
  await page.context().close()
})

const aroundText = [
  '',
  '/stage',
  '/versions',
  '/versions/difference?older=v1&newer=now',
  '/snapshots/1',
  '/suggestions',
]
const aroundComparison = [...aroundText, '?text=draft', '/comments', '/export', '/rows', '/editions', '/quoting']

test('pages about a text fit a small phone, and their headings are in order', { timeout: 60_000 }, async () => {
  const page = await served.page(browser, 'gerd', { viewport: { width: 320, height: 700 } })
  await page.goto('/groups/en/documents')
  const text = await page.getByRole('link', { name: 'RPL 2.0 und wir: Energie' }).getAttribute('href')
  for (const path of [...aroundComparison.map((rest) => `${text}${rest}`), '/groups/en/documents/new', '/help']) {
    await page.goto(path)
    const found = await page.evaluate(() => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4')]
        .filter((heading) => heading.checkVisibility())
        .map(({ tagName }) => Number(tagName[1]))
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return {
        over: document.documentElement.scrollWidth - innerWidth,
        jumps: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        titles: levels.filter((level) => level === 1).length,
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      }
    })
    expect([path, found]).toEqual([path, { over: 0, jumps: [], titles: 1, twice: [] }])
  }
  await page.context().close()
})

test('while writing on a phone the tools stand alone at the bottom', async () => {
  const page = await served.page(browser, 'gerd', { viewport: { width: 390, height: 800 } })
  await page.goto('/groups/en/documents')
  const places = page.locator('.main-nav')
  expect(await places.isVisible()).toBe(true)
  const text = await page.locator('.rows a').first().getAttribute('href')
  await page.goto(`${text}/edit`)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  expect(await places.isVisible()).toBe(false)
  const tools = await page.locator('.bar .tools').boundingBox()
  expect(Math.round((tools?.y ?? 0) + (tools?.height ?? 0))).toBe(800)
  await page.context().close()
})
