import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { openBrowser, type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'

export interface Stage {
  w: World
  served: Served
  /** An own browser profile in which this person has signed in; without a person nobody has. */
  enter(person: PersonKey | null, path: string, options?: BrowserContextOptions): Promise<Page>
  complaints: string[]
}

interface Wishes {
  /** Errors in the browser's log that belong to the story. */
  foreseen?: RegExp
  /** Another world than that of the people and groups alone. */
  open?: () => Promise<World>
}

/**
 * One world, one server, one Chromium for a story; whatever a page complains about fails it, except what the story is
 * about: an answer that refuses is an error in the browser's own log.
 */
export function stage({ foreseen = /^$/, open = world }: Wishes = {}): Stage {
  const set = { complaints: [] as string[] } as Stage
  let browser: Browser
  beforeAll(async () => {
    set.w = await open()
    set.served = await serveWorld(set.w)
    browser = await openBrowser()
    set.enter = async (person, path, options) => {
      const page = await set.served.page(browser, person ?? undefined, options)
      page.setDefaultTimeout(20_000)
      page.on('console', (message) => {
        if (message.type() !== 'error' || foreseen.test(message.text())) return
        set.complaints.push(`${person}: ${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => set.complaints.push(`${person}: ${error.message}`))
      await page.goto(path)
      return page
    }
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await set.w.ports.rooms.close()
    await set.served.close()
    await set.w.ports.end()
    expect(set.complaints).toEqual([])
  })
  return set
}

/** Waits until an open page shows these words by itself, without being asked again. */
export const shows = (page: Page, words: string | RegExp) =>
  page.locator('main').filter({ hasText: words }).first().waitFor({ timeout: 20_000 })

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** The second person goes from the round to where the result gets its number. */
export async function establish(page: Page): Promise<void> {
  await follow(page, 'Ergebnis feststellen')
  await page.locator('[name=summary]').waitFor()
  await press(page, 'Ergebnis feststellen')
}

export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

/** What a summary folds away, opened. */
export const unfold = (page: Page, name: string | RegExp) =>
  page.locator('main summary').filter({ hasText: name }).first().click()

/** Until the focus is there, by the keyboard alone. */
export async function tabTo(page: Page, where: string) {
  for (let step = 0; step < 60; step++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, where)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not come to ${where}`)
}

/** No page is wider than its window. */
export const staysNarrow = async (page: Page) => {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(window ?? 0)
}

/** Ids are made by the server: where a click has led. The page itself knows it first, `page.url()` hears of it later. */
export const pathOf = (page: Page) => page.evaluate(() => location.pathname)

/** The one link in the newest mail to this address; the mail leaves after the answer. */
export async function linkInMail({ w }: Stage, address: string, count = 1): Promise<string> {
  const mails = () => w.mails().filter(({ to }) => to === address)
  await expect.poll(() => mails().length).toBeGreaterThanOrEqual(count)
  const lines = mails()[0]?.text.split('\n') ?? []
  return lines.find((line) => line.startsWith('http://localhost')) ?? ''
}
