import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { createApp } from '#src/app.tsx'
import type { PersonKey } from '#src/dev/cast.ts'
import { startSession } from '#src/identity/sessions.ts'
import type { Settings } from '#src/ports.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { withStaticFiles } from '#src/runtime/http/static.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { chromium } from './chromium.ts'
import type { World } from './world.ts'

const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** Real Chromium. `CHROMIUM` names another one. */
export const openBrowser = (more: string[] = []): Promise<Browser> =>
  driver.launch({
    executablePath: chromium.executablePath,
    args: [...args, ...more],
    env: { ...process.env, ...chromium.env } as Record<string, string>,
  })

/** Browsers tell of a new place of the cursor with the next frame; people are never that quick. */
export async function nextFrames(page: Page): Promise<void> {
  await page.waitForTimeout(100)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** One key after the other, each where the one before has led. */
export async function pressKeys(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await nextFrames(page)
  }
}

export interface Served {
  url: string
  settings: Settings
  /** Value for a Cookie header, for clients that are no browser. */
  cookie(person: PersonKey): Promise<string>
  /** A page of its own browser profile in which this person has signed in; without a person nobody has. */
  page(browser: Browser, person?: PersonKey, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** The app of this world on a real loopback port, with static files and sockets. */
export async function serveWorld(w: World): Promise<Served> {
  let answer: Parameters<typeof listen>[0] = () => new Response(null, { status: 503 })
  const { port, close } = await listen((request, env) => answer(request, env), 0, '127.0.0.1')
  const url = `http://localhost:${port}`
  const settings: Settings = { ...w.settings, publicUrl: url, origins: [url] }
  const app = withStaticFiles(createApp(() => w.ports, settings, readProvided()).fetch)
  const underWay = new Set<unknown>()
  answer = async (request, env) => {
    const answering = Promise.resolve(app(request, env)).finally(() => underWay.delete(answering))
    underWay.add(answering)
    return answering
  }

  const cookie = async (person: PersonKey) => {
    const session = await startSession(w.db, settings, w.people[person].id, 'Chromium')
    return session.cookie.split(';')[0] ?? ''
  }
  const page = async (browser: Browser, person?: PersonKey, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: url, locale: 'de-DE', ...options })
    const [name = '', value = ''] = person ? (await cookie(person)).split('=') : []
    if (person) await context.addCookies([{ name, value, url }])
    return context.newPage()
  }
  // Whoever closes takes the database away next: not from under an answer that nobody waits for any more.
  const closeQuietly = async () => {
    await close(500)
    await Promise.allSettled([...underWay])
  }
  return { url, settings, cookie, page, close: closeQuietly }
}
