import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { suggestions } from '#src/documents/suggestions/schema.ts'
import { addText } from './editing/co-editing.ts'
import { atEnd, cutOff, editPath, isSaved, offlineStage, openText } from './offline-stage.ts'

const set = offlineStage()

const patient = { timeout: 20_000 }
const isKept = (page: Page, words: string) =>
  expect.poll(() => page.locator('.suggest-save').innerText(), patient).toContain(words)

/** In a paragraph of its own for each, so that they are two suggestions. */
async function propose(page: Page, words: string, keys: string[]) {
  await atEnd(page)
  for (const key of keys) await page.keyboard.press(key)
  await page.keyboard.type(words)
}

test('of two windows that are cut off, each keeps what was proposed in it, whichever is closed first', {
  timeout: 90_000,
}, async () => {
  const text = await addText(set.w)
  const context = await set.device('swantje')
  const writing = await openText(context, editPath(text))
  await atEnd(writing)
  await writing.keyboard.type('Der Boden ist knapp.')
  await writing.keyboard.press('Enter')
  await writing.keyboard.type('Das Wasser gehört allen.')
  await isSaved(writing)
  await writing.close()

  const path = `${editPath(text)}?mode=suggest`
  const [first, second] = [await openText(context, path), await openText(context, path)]
  await cutOff(set, 'swantje', context)
  await propose(first, ' Immer.', ['ArrowUp', 'End'])
  await propose(second, ' Auch uns.', [])
  for (const page of [first, second]) await isKept(page, 'auf diesem Gerät')
  await second.close()
  await first.close()

  await context.setOffline(false)
  const again = await openText(context, path)
  await isKept(again, 'gespeichert')
  const all = () => set.w.db.select({ id: suggestions.id }).from(suggestions)
  await expect.poll(async () => (await all()).length, patient).toBe(2)
  expect(await again.locator('.ProseMirror').innerText()).toMatch(/Immer\.[\s\S]*Auch uns\./)
})
