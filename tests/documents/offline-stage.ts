import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, onTestFinished } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { startSession } from '#src/identity/sessions.ts'
import { nextFrames } from '../support/browser.ts'
import { type BrowsedWorld, browsedWorld } from '../support/served-world.ts'
import { addText, until } from './editing/co-editing.ts'

type Text = Awaited<ReturnType<typeof addText>>

export interface OfflineStage extends BrowsedWorld {
  /** A browser profile in which this person has signed in; closing a page of it leaves the device as it is. */
  device(person: PersonKey, options?: BrowserContextOptions): Promise<BrowserContext>
  signInAgain(context: BrowserContext, person: PersonKey): Promise<void>
  /** A text that is open on a device of this person, with words of theirs that are saved. */
  begin(person: PersonKey, words: string): Promise<{ text: Text; context: BrowserContext; page: Page }>
  /** The words that are stored of a text. */
  stored(text: { id: string }): Promise<string>
}

/** One world, one server, one Chromium; each device is a browser profile of its own. */
export function offlineStage(): OfflineStage {
  const set = browsedWorld() as OfflineStage
  beforeAll(() => {
    Object.assign(set, {
      device: (person, options) => openDevice(set, person, options),
      signInAgain: (context, person) => signInAgain(set, context, person),
      begin: (person, words) => begin(set, person, words),
      stored: async ({ id }) => plainTextOf(contentOf(await currentState(set.w.db, id))),
    } satisfies Partial<OfflineStage>)
  })
  return set
}

async function openDevice({ served, browser }: OfflineStage, person: PersonKey, options?: BrowserContextOptions) {
  const page = await served.page(browser, person, options)
  const context = page.context()
  onTestFinished(() => context.close())
  await page.close()
  return context
}

async function signInAgain({ w, served }: OfflineStage, context: BrowserContext, person: PersonKey): Promise<void> {
  const { cookie } = await startSession(w.db, served.settings, w.people[person].id, 'Chromium')
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
  await context.addCookies([{ name, value, url: served.url }])
}

async function begin(set: OfflineStage, person: PersonKey, words: string) {
  const text = await addText(set.w)
  const context = await set.device(person)
  const page = await openText(context, editPath(text))
  await atEnd(page)
  await page.keyboard.type(words)
  await isSaved(page)
  return { text, context, page }
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

export async function says(page: Page, expected: string, patience = 20_000): Promise<void> {
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

/** Types these words where nothing gets through, and the page says what is not sent. */
export async function typeCutOff(set: OfflineStage, person: PersonKey, page: Page, words: string, unsent: string) {
  await cutOff(set, person, page.context())
  await page.keyboard.type(words)
  await says(page, `Ohne Netz. ${unsent} noch nicht gesendet. Sie liegen auf diesem Gerät.`)
}

export const atEnd = async (page: Page) => {
  await sheet(page).click()
  await page.keyboard.press('Control+End')
  await nextFrames(page)
}

/** Names of the databases of a device. */
export const databasesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
