import type { Page } from 'playwright-core'
import { stateOf } from '#src/documents/content/codec.ts'
import { openBrowser } from '../../support/browser.ts'
import { unpackChromium } from '../../support/chromium.ts'
import { median, spreadOf } from '../numbers.ts'
import { longText } from './hundred-pages.ts'
import { type Around, type Measures, ours, type Scenario } from './scenario.ts'

/** Where the product believes to be, while it listens at a port of its own. */
const origin = 'http://localhost'

const letters = 'Wir fordern, dass der Strukturwandel im Revier mitgestaltet wird. '

/** Looks on from the first moment: when words can be read, and when they can be changed. Runs in the page, by itself. */
function watch(): void {
  const marks: Record<string, number> = {}
  Object.assign(window, { marks })
  const timer = setInterval(() => {
    const paper = document.querySelector('.ProseMirror')
    const isThere = Boolean(paper?.querySelector('h1, h2')?.textContent)
    if (isThere) requestAnimationFrame(() => Object.assign(marks, { readable: marks.readable ?? performance.now() }))
    if (!isThere || paper?.getAttribute('contenteditable') !== 'true') return
    requestAnimationFrame(() => Object.assign(marks, { editable: performance.now() }))
    clearInterval(timer)
  }, 4)
}

const marksOn = (page: Page) => page.evaluate(() => (window as unknown as { marks: Record<string, number> }).marks)

/** From the press of a key to the frame that shows it. */
async function keysOn(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const keys: number[] = []
    Object.assign(window, { keys })
    document.addEventListener('beforeinput', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - timeStamp)))
    })
  })
  await page.locator('.ProseMirror h2').nth(40).click()
  for (let key = 0; key < count; key++) await page.keyboard.type(letters[key % letters.length] ?? ' ', { delay: 60 })
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { keys: number[] }).keys)
}

async function open({ stage, quick }: Around, name: string): Promise<Measures> {
  const { port, path, headers } = stage.door(name, 0)
  const browser = await openBrowser([`--host-resolver-rules=MAP localhost:80 127.0.0.1:${port}`])
  try {
    const context = await browser.newContext({ baseURL: origin, locale: 'de-DE' })
    const [cookie = '', value = ''] = headers?.Cookie?.split('=') ?? []
    await context.addCookies([{ name: cookie, value, url: origin }])
    const page = await context.newPage()
    await page.addInitScript(watch)
    await page.goto(path.replace(/\/sync.*$/, '/edit'))
    await page.locator('.ProseMirror[contenteditable=true] h2').first().waitFor()
    await page.waitForTimeout(quick ? 500 : 3_000)
    const { readable = Number.NaN, editable = Number.NaN } = await marksOn(page)
    const { p50: key, p95: slowKey } = spreadOf(await keysOn(page, quick ? 5 : 60))
    return { readable, editable, key, slowKey }
  } finally {
    await browser.close()
  }
}

export const opening: Scenario = {
  name: 'opening',
  title: 'a text of 100 pages in a browser: to be read, to be written in, ms per key',
  concerns: ours,
  run: async (around) => {
    await unpackChromium()
    const old = { state: stateOf(longText(around.quick ? 3 : 100)), updates: [] }
    const [name = ''] = await around.stage.texts(1, old)
    const opened: Measures[] = []
    for (let time = 0; time < (around.quick ? 1 : 3); time++) opened.push(await open(around, name))
    const middle = (measure: string) => median(opened.map((measures) => measures[measure] ?? Number.NaN))
    return Object.fromEntries(['readable', 'editable', 'key', 'slowKey'].map((measure) => [measure, middle(measure)]))
  },
}
