import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addText, until } from './editing/co-editing.ts'
import {
  atEnd,
  cutOff,
  databasesOn,
  editPath,
  isSaved,
  offlineStage,
  openText,
  says,
  typeCutOff,
  wordsOn,
} from './offline-stage.ts'

const set = offlineStage()

test('of two tabs of one person the one that is closed loses nothing, and nothing is counted twice', {
  timeout: 90_000,
}, async () => {
  const text = await addText(set.w)
  const context = await set.device('swantje')
  const first = await openText(context, editPath(text))
  await atEnd(first)
  await first.keyboard.type('Anfang. ')
  await isSaved(first)
  const second = await openText(context, editPath(text))
  await isSaved(second)
  await cutOff(set, 'swantje', context)
  await atEnd(first)
  await first.keyboard.type('Zwei hier. ')
  await expect.poll(() => wordsOn(second)).toBe('Anfang. Zwei hier. ')
  await atEnd(second)
  await second.keyboard.type('Noch drei dort. ')
  // Each has at once what the other one leaves on the device: what is written behind it does not tear it.
  for (const tab of [first, second]) {
    await says(tab, 'Ohne Netz. 5 Wörter noch nicht gesendet. Sie liegen auf diesem Gerät.')
    expect(await wordsOn(tab)).toBe('Anfang. Zwei hier. Noch drei dort. ')
  }
  await first.close()
  await context.setOffline(false)
  await isSaved(second)
  await expect.poll(() => set.stored(text), { timeout: 20_000 }).toBe('Anfang. Zwei hier. Noch drei dort.')
  // Also what the closed one had listed is not said to be unsent any more.
  const anywhere = await context.newPage()
  await anywhere.goto('/')
  await until(() => anywhere.locator('#kept-here').isHidden(), 'nothing is kept')
  expect(await anywhere.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test.each([
  [
    'refuses',
    () =>
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new Error('no')
          },
        },
      }),
  ],
  ['does not know', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
] as const)(
  'a browser that %s to keep anything says that words are in this window only',
  { timeout: 90_000 },
  async (_how, spoil) => {
    const text = await addText(set.w)
    const context = await set.device('swantje')
    await context.addInitScript(spoil)
    const page = await openText(context, editPath(text))
    await atEnd(page)
    await page.keyboard.type('da ')
    await isSaved(page)
    await cutOff(set, 'swantje', context)
    await page.keyboard.type('nur hier')
    await says(page, 'Ohne Netz. 2 Wörter sind nur in diesem Fenster. Lass es offen.')
    expect(await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await context.setOffline(false)
    await isSaved(page)
    expect(await set.stored(text)).toBe('da nur hier')
  },
)

test('who switches it off for a device leaves no text on it', { timeout: 90_000 }, async () => {
  const text = await addText(set.w)
  const context = await set.device('swantje')
  const page = await openText(context, editPath(text))
  await isSaved(page)
  expect((await databasesOn(page)).length).toBe(1)
  await page.goto('/me')
  await page.getByLabel('Auf diesem Gerät keine Texte aufbewahren').check()
  await until(async () => (await databasesOn(page)).length === 0, 'the copy is gone')
  await page.goto(editPath(text))
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  await atEnd(page)
  await page.keyboard.type('nicht hier')
  await isSaved(page)
  expect(await databasesOn(page)).toEqual([])
  await page.goto('/me')
  const box = page.getByLabel('Auf diesem Gerät keine Texte aufbewahren')
  expect(await box.isChecked()).toBe(true)
  await box.uncheck()
  await page.reload()
  expect(await box.isChecked()).toBe(false)
})

/** The first page of this tab is as a former version of the program would have served it. */
const aged = (page: Page) =>
  page.addInitScript(() => {
    if (sessionStorage.getItem('aged')) return
    const age = () => {
      const editor = document.querySelector<HTMLElement>('kreislauf-editor')
      if (!editor) return
      editor.dataset.schema = '0'
      sessionStorage.setItem('aged', 'yes')
      watching.disconnect()
    }
    const watching = new MutationObserver(age)
    watching.observe(document, { childList: true, subtree: true })
  })

test('a page that is older than the program says so, and reloading it loses nothing (R-12)', {
  timeout: 90_000,
}, async () => {
  const { text, context, page } = await set.begin('swantje', 'vorher ')
  await typeCutOff(set, 'swantje', page, 'zwei Wörter', '2 Wörter')
  await page.close()
  await context.setOffline(false)

  const old = await context.newPage()
  await aged(old)
  await old.goto(editPath(text))
  const outdated =
    'Diese Seite ist älter als das Programm: neu laden. 2 Wörter sind noch nicht gesendet. Sie liegen auf diesem Gerät.'
  await says(old, outdated)
  expect(await old.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false')
  expect([await set.stored(text), await wordsOn(old)]).toEqual(['vorher', 'vorher zwei Wörter'])
  await old.getByRole('button', { name: 'Neu laden' }).click()
  await until(async () => (await set.stored(text)) === 'vorher zwei Wörter', 'they have arrived')
  await isSaved(old)
})
