import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { addText } from '../documents/editing/co-editing.ts'
import { pressKeys as press } from '../support/browser.ts'
import { stage, staysNarrow } from './stage.ts'

const set = stage()
const patient = { timeout: 20_000 }

let text: { id: string }

beforeAll(async () => {
  text = await addText(set.w)
})

async function openEditor(options?: Parameters<typeof set.enter>[2]) {
  const page = await set.enter('swantje', paths.editDocument(set.w.groups.en, text), options)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor(patient)
  return page
}

/** Tools by what is read, row after row; and by what the arrow keys do. */
const placesOfTools = (page: Page) =>
  page.locator('.tools button').evaluateAll((all) =>
    all.flatMap((one) => {
      const [place] = one.getClientRects()
      return place ? [{ name: one.textContent ?? '', row: Math.round(place.top / 10), left: place.left }] : []
    }),
  )
const asArrowsLead = async (page: Page) => (await placesOfTools(page)).map(({ name }) => name)
const asTheyStand = async (page: Page) =>
  (await placesOfTools(page)).sort((one, other) => one.row - other.row || one.left - other.left).map(({ name }) => name)

/** What the editor's library brings along that goes through every place of a change with every other one. */
const slowParts = (page: Page) =>
  page.locator('.ProseMirror').evaluate((paper) => {
    const { editor } = paper as unknown as { editor: { extensionManager: { extensions: { name: string }[] } } }
    return editor.extensionManager.extensions.map(({ name }) => name).filter((name) => name === 'delete')
  })

/** A slash on an empty line, a few letters of what is meant, Enter. */
async function insert(page: Page, typed: string, expected: string): Promise<void> {
  await press(page, '/')
  const field = page.getByRole('combobox', { name: 'Was möchtest du einfügen?' })
  await field.waitFor()
  await page.keyboard.type(typed)
  await expect.poll(() => page.getByRole('option', { selected: true }).textContent(), patient).toBe(expected)
  await press(page, 'Enter')
  await field.waitFor({ state: 'detached' })
}

const reads = (page: Page, selector: string, expected: string | string[]) =>
  expect
    .poll(async () => (await page.locator(selector).allTextContents()).map((words) => words.trim()), patient)
    .toEqual([expected].flat())

const hasFocus = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector), patient).toBe(true)

test('a position is written, searched, changed and walked through by the keyboard alone', async () => {
  const page = await openEditor()
  await hasFocus(page, '.ProseMirror')

  await insert(page, 'zwi', 'Zwischentitel')
  await page.keyboard.type('Wärme')
  await press(page, 'Enter')
  await page.keyboard.type('Wir sagen "Dächer zuerst" -- und zwar alle.')
  await press(page, 'Control+Alt+f')
  await page.keyboard.type('Bericht 2025')
  await press(page, 'Escape', 'End', 'Enter')
  await insert(page, 'aufz', 'Liste')
  await page.keyboard.type('Dächer')
  await press(page, 'Enter')
  await page.keyboard.type('Netze')
  await press(page, 'Enter', 'Enter')
  await insert(page, 'zitat', 'Zitat')
  await page.keyboard.type('Strom von hier.')
  await press(page, 'Enter', 'Enter')
  await insert(page, 'uber', 'Überschrift')
  await page.keyboard.type('Netze')
  await press(page, 'Enter')
  await insert(page, 'tab', 'Tabelle')
  await page.keyboard.type('Ort')
  await press(page, 'Tab')
  await page.keyboard.type('Dächer')

  await reads(page, '.ProseMirror h2', 'Wärme')
  await reads(page, '.ProseMirror blockquote', 'Strom von hier.')
  await reads(page, '.ProseMirror ul li', ['Dächer', 'Netze'])
  await reads(page, '.ProseMirror .note-words', 'Bericht 2025')
  expect(await page.locator('.ProseMirror h2 + p').textContent()).toContain(
    'Wir sagen „Dächer zuerst“ – und zwar alle.',
  )
  await expect.poll(() => page.locator('.ProseMirror th').nth(1).textContent(), patient).toBe('Dächer')

  // Tools for tables are there, the tab key leads out after Escape, and the way back leads into the text.
  await press(page, 'Alt+F10')
  await hasFocus(page, '.tools button')
  expect(await page.getByRole('button', { name: 'Kopfzeile' }).isVisible()).toBe(true)
  expect(await asTheyStand(page)).toEqual(await asArrowsLead(page))
  await press(page, 'Escape')
  await hasFocus(page, '.ProseMirror')
  await press(page, 'Escape', 'Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.ProseMirror') === null)).toBe(true)
  await press(page, 'Shift+Tab')
  await hasFocus(page, '.ProseMirror')

  // One step replaces all, and one step takes it back.
  await press(page, 'Control+h')
  await hasFocus(page, '#find-words')
  await page.keyboard.type('dächer')
  const count = page.locator('.find-count')
  await expect.poll(() => count.textContent(), patient).toMatch(/^\d von 3$/)
  await press(page, 'Enter')
  await expect.poll(() => count.textContent(), patient).toMatch(/^\d von 3$/)
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab')
  await hasFocus(page, '#find-instead')
  await page.keyboard.type('Flächen')
  await press(page, 'Tab', 'Tab', 'Enter')
  await expect.poll(() => count.textContent(), patient).toBe('3 Stellen ersetzt')
  expect(await slowParts(page)).toEqual([])
  await reads(page, '.ProseMirror ul li', ['Flächen', 'Netze'])
  await press(page, 'Escape')
  await hasFocus(page, '.ProseMirror')
  await press(page, 'Control+z')
  await reads(page, '.ProseMirror ul li', ['Dächer', 'Netze'])
  expect(await page.locator('.ProseMirror th').nth(1).textContent()).toBe('Dächer')

  await press(page, 'Control+Alt+g')
  await hasFocus(page, '.headings li button')
  await press(page, 'Home', 'Enter')
  await hasFocus(page, '.ProseMirror')
  await reads(page, '.headings [aria-current=location]', 'Wärme')
  await page.keyboard.type('Viel ')
  await reads(page, '.ProseMirror h2', 'Viel Wärme')
  await reads(page, '.headings li', ['Viel Wärme', 'Netze'])

  await expect.poll(() => page.locator('.count').textContent(), patient).toMatch(/^\d+\u00A0Wörter$/)
  await press(page, 'F1')
  await page.getByRole('dialog', { name: 'Tasten und Schreibhilfen' }).waitFor()
  await press(page, 'Escape')
  await hasFocus(page, '.ProseMirror')
  await reads(page, '.save', 'Gespeichert')
  await page.context().close()
}, 120_000)

test('on a phone a few tools stand at the bottom, and everything else is one touch further', async () => {
  const page = await openEditor({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const tools = page.locator('.tools button')
  const visible = () => tools.evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length)
  expect(await visible()).toBeLessThanOrEqual(7)
  await page.getByRole('button', { name: 'Mehr' }).tap()
  await expect.poll(visible, patient).toBeGreaterThan(15)
  await page.getByRole('button', { name: 'Gliederung' }).tap()
  await page.locator('.headings').getByRole('button', { name: 'Netze' }).tap()
  await page.locator('.headings').waitFor({ state: 'hidden' })
  await hasFocus(page, '.ProseMirror')
  await page.waitForTimeout(200)
  await press(page, 'End', 'Enter')
  await page.getByRole('button', { name: 'Einfügen' }).tap()
  await page.getByRole('option', { name: 'Checkliste' }).tap()
  await page.locator('.ProseMirror ul[data-type=taskList] li').waitFor()
  await hasFocus(page, '.ProseMirror')
  await page.waitForTimeout(200)
  await page.keyboard.type('Netzbetreiber fragen')
  await reads(page, '.ProseMirror ul[data-type=taskList] li p', 'Netzbetreiber fragen')
  await staysNarrow(page)
  await reads(page, '.save', 'Gespeichert')
  await page.context().close()
}, 60_000)
