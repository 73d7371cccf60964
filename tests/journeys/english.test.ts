import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { castGroups } from '#src/dev/cast.ts'
import { sampleAlliance } from '../support/sample-alliance.ts'
import { press, shows, stage } from './stage.ts'

const set = stage({ open: sampleAlliance })

/** Every sentence; what takes facts is left out. */
function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : []
}

async function germanWords(): Promise<Set<string>> {
  const files = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /texts\.ts$/.test(file) && !file.startsWith('kit'),
  )
  const modules: Record<string, { de: unknown; en: unknown }>[] = await Promise.all(
    files.map((file) => import(join(process.cwd(), 'views', file))),
  )
  const all = modules.flatMap((module) => Object.values(module))
  const english = new Set(all.flatMap(({ en }) => sentencesIn(en)))
  const german = all.flatMap(({ de }) => sentencesIn(de)).filter((words) => !english.has(words))
  return new Set(german.filter((words) => words !== castGroups.kk.name))
}

/** What stands on a page, piece by piece: words, and names that only some people hear. */
const said = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const pieces: string[] = []
    while (walker.nextNode()) {
      const isWrittenByPeople = walker.currentNode.parentElement?.closest('.paper, .outline, .wortlaut')
      if (!isWrittenByPeople) pieces.push(walker.currentNode.textContent?.trim() ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label]')) pieces.push(one.getAttribute('aria-label') ?? '')
    return pieces
  })

const kindOf = (path: string) =>
  path.replace(/\?.*/, '').replace(/[0-9a-f-]{36}|[A-Z]{2}-\d{4}-\d+|\/groups\/(?!kk|new)\w+/g, ':id')

/** Taken along, not read here. */
const isFile = (path: string) => /\.(json|csv|pdf)(\?|$)/.test(path)

/** One page of each kind that links lead to. */
async function walk(page: Page, look: (path: string) => Promise<void>): Promise<string[]> {
  const kinds = new Set<string>()
  const waiting = ['/']
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (kinds.has(kindOf(path))) continue
    kinds.add(kindOf(path))
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    await look(path)
    const links = await page.$$eval('a[href^="/"]:not([download])', (all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    )
    const pages = links.map((href) => href.replace(/#.*/, '')).filter((href) => !isFile(href))
    waiting.push(...pages.filter((href) => !kinds.has(kindOf(href))))
  }
  return [...kinds]
}

test('who switches to English reads no German of ours, on any page that a link leads to', {
  timeout: 120_000,
}, async () => {
  const german = await germanWords()
  const seen = new Set<string>()
  for (const person of ['swantje', 'henrike'] as const) {
    const page = await set.enter(person, '/')
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await press(page, 'English')
    await shows(page, 'Waiting for you')
    const kinds = await walk(page, async (path) => {
      expect([path, await page.locator('html').getAttribute('lang')]).toEqual([path, 'en'])
      expect([path, (await said(page)).filter((words) => german.has(words))]).toEqual([path, []])
    })
    for (const kind of kinds) seen.add(kind)
  }
  expect(seen.size).toBeGreaterThan(35)
})
