import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { openBrowser, type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'

export interface Stage {
  w: World
  served: Served
  /** An own browser profile in which this person has signed in. */
  enter(person: PersonKey, path: string): Promise<Page>
  complaints: string[]
}

/** One world, one server, one Chromium for a story; whatever a page complains about fails it. */
export function stage(): Stage {
  const set = { complaints: [] as string[] } as Stage
  let browser: Browser
  beforeAll(async () => {
    set.w = await world()
    set.served = await serveWorld(set.w)
    browser = await openBrowser()
    set.enter = async (person, path) => {
      const page = await set.served.page(browser, person)
      page.setDefaultTimeout(15_000)
      page.on('console', (message) => {
        if (message.type() === 'error') set.complaints.push(`${person}: ${message.text()}`)
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
  page.locator('main').filter({ hasText: words }).first().waitFor({ timeout: 15_000 })

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
