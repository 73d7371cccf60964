import { expect, test } from 'vitest'
import { contentOf } from '#src/documents/content/codec.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { openRaw } from '../security/sockets/raw.ts'
import { cookieFrom } from '../support/cookie-from.ts'
import { oddBlocks } from './block-between.ts'
import { addText, until } from './editing/co-editing.ts'
import { editPath, isSaved, offlineStage, openText, sheet } from './offline-stage.ts'

const set = offlineStage()

const kindsOf = ({ content = [] }: Content) => content.map(({ type }) => (type === 'heading' ? 'H' : 'P')).join(' ')

test('a window in which blocks came to stand in another order than for others opens the text anew', {
  timeout: 120_000,
}, async () => {
  const text = await addText(set.w)
  const page = await openText(await set.device('swantje'), editPath(text))
  await isSaved(page)
  const tags = () => sheet(page).evaluate((paper) => Array.from(paper.children, ({ tagName }) => tagName[0]).join(' '))
  const { url } = set.served
  const target = { url, cookie: cookieFrom(set.w, url) }
  const gerd = await openRaw(target, 'gerd', text.sync)
  for (const update of oddBlocks) {
    gerd.update(update)
    await gerd.answered()
  }
  gerd.end()
  const stored = async () => kindsOf(contentOf(await currentState(set.w.db, text.id)))
  await until(async () => /H/.test(await stored()), 'all of it is stored')
  await until(async () => (await tags().catch(() => '')) === (await stored()), 'the window shows what others see')
  expect(await page.evaluate(() => sessionStorage.getItem('kreislauf-read-anew'))).not.toBeNull()
})
