import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { openBrowser, type Served, serveWorld } from '../support/browser.ts'
import { type World, world } from '../support/world.ts'
import { until } from './editing/co-editing.ts'

export interface OfflineStage {
  w: World
  served: Served
  /** A browser profile in which this person has signed in; closing a page of it leaves the device as it is. */
  device(person: PersonKey, options?: BrowserContextOptions): Promise<BrowserContext>
}

/** One world, one server, one Chromium; each device is a browser profile of its own. */
export function offlineStage(): OfflineStage {
  const set = {} as OfflineStage
  let browser: Browser
  beforeAll(async () => {
    set.w = await world({ quiet: true })
    set.served = await serveWorld(set.w)
    browser = await openBrowser()
    set.device = async (person, options) => {
      const page = await set.served.page(browser, person, options)
      const context = page.context()
      await page.close()
      return context
    }
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await set.w.ports.rooms.close()
    await set.served.close()
    await set.w.ports.end()
  })
  return set
}

export const editPath = ({ id }: { id: string }, group = 'en') => `/groups/${group}/documents/${id}/edit`

export const sheet = (page: Page) => page.locator('.ProseMirror')

/** Opens the text and waits until one can write in it. */
export async function openText(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  return page
}

export const wordsOn = async (page: Page) => (await sheet(page).locator('p, h1, h2, h3').allTextContents()).join('\n')

export async function says(page: Page, expected: string, patience = 10_000): Promise<void> {
  const said = async () => (await page.locator('.save').innerText()).trim()
  await until(async () => (await said()) === expected, `it says ${expected}`, patience).catch(async (error: Error) => {
    throw new Error(`${error.message}, but it says ${await said()}`)
  })
}

/** Only said when everything has been stored for a moment. */
export const isSaved = (page: Page) => says(page, 'Gespeichert')

/** As in a tunnel: nothing gets through any more, and the sockets that stood are gone. */
export async function cutOff(
  { w }: OfflineStage,
  person: PersonKey,
  context: BrowserContext,
  group: 'en' | 'lw' = 'en',
) {
  await context.setOffline(true)
  await w.ports.bus.revoke({ personId: w.people[person].id, groupId: w.groups[group].id, final: false })
}

export const atEnd = async (page: Page) => {
  await sheet(page).click()
  await page.keyboard.press('Control+End')
  await page.waitForTimeout(100)
}

/** Names of the databases of a device. */
export const databasesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
