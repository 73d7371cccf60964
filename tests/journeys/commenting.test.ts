import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { inviteVera, type Text, textWith } from '../documents/comments/setting.ts'
import { follow, shows, stage, staysNarrow, unfold } from './stage.ts'

const set = stage({ foreseen: /Failed to (load resource|fetch)|ERR_INTERNET_DISCONNECTED|WebSocket/ })
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const passage = 'jeder neuen Anlage'

/** Selects words in an element as somebody would with the mouse. */
const select = (page: Page, within: string, words: string) =>
  page.evaluate(
    ({ selector, sought }) => {
      const walker = document.createTreeWalker(document.querySelector(selector) as Node, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(sought) ?? -1
        if (at < 0) continue
        getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
        return
      }
    },
    { selector: within, sought: words },
  )

const editorOf = async (page: Page) => {
  await page.locator('.ProseMirror[contenteditable="true"]').waitFor({ timeout: 20_000 })
  await page.locator('kreislauf-editor .save[data-save="saved"]').waitFor({ timeout: 20_000 })
}

const card = (page: Page, words: string) => page.locator('.thread', { hasText: words }).first()

const edit = ({ w }: typeof set, text: Text) => paths.editDocument(w.groups.en, text)

test('two people talk beside a text until its passage is gone', { timeout: 120_000 }, async () => {
  const { w } = set
  const text = await textWith(w)
  const tarek = await set.enter('tarek', edit(set, text))
  const swantje = await set.enter('swantje', paths.document(w.groups.en, text))
  await editorOf(tarek)

  // Tarek selects a passage, presses the keys, calls Swantje with the keyboard alone.
  await select(tarek, '.ProseMirror', passage)
  await tarek.keyboard.press('Control+Alt+KeyM')
  const field = tarek.locator('#remark-new textarea')
  await field.waitFor()
  expect(await tarek.locator('#remark-new [data-quote]').textContent()).toBe(passage)
  await tarek.keyboard.type('Ein Drittel wovon, @sw')
  await tarek.getByRole('option', { name: 'Swantje Kieselbach' }).waitFor()
  expect(await field.getAttribute('aria-activedescendant')).toBe('remark-new-words-people-0')
  await tarek.keyboard.press('Enter')
  await tarek.keyboard.type('?')
  expect(await field.inputValue()).toBe('Ein Drittel wovon, @Swantje Kieselbach ?')
  await tarek.getByRole('button', { name: 'Kommentar senden' }).click()
  await card(tarek, 'Ein Drittel wovon').waitFor()
  await tarek.locator('.ProseMirror .commented', { hasText: passage }).waitFor()
  expect(await field.inputValue()).toBe('')

  // Swantje sees it without a reload, goes from the mark to the card, and answers.
  await shows(swantje, 'Ein Drittel wovon')
  await swantje.locator('mark.commented', { hasText: passage }).waitFor()
  await swantje
    .getByRole('link', { name: /1.Kommentar/ })
    .last()
    .click()
  await expect.poll(() => new URL(swantje.url()).hash).toMatch(/^#thread-/)
  await unfold(swantje, 'Antworten')
  await swantje.getByLabel('Deine Antwort').fill('Vom Ertrag.')
  await swantje.getByRole('button', { name: 'Antwort senden' }).click()
  await card(tarek, 'Vom Ertrag.').waitFor()

  // The words around the passage change, the mark stays where it belongs.
  await tarek.locator('.ProseMirror p').first().click()
  await tarek.keyboard.press('Home')
  await tarek.keyboard.type('Und sofort: ')
  await shows(swantje, 'Und sofort')
  await swantje.locator('mark.commented', { hasText: passage }).waitFor()

  // From card to card with the keys.
  await tarek.keyboard.press('Control+Alt+ArrowDown')
  expect(await tarek.evaluate(() => document.activeElement?.classList.contains('thread'))).toBe(true)

  // Swantje comments on what she chooses in the reading view.
  await select(swantje, '#paper-body .paper', 'neben dem Windrad')
  await swantje.locator('button.comment-here').click()
  await swantje.locator('#remark-new textarea').fill('Wie weit ist neben?')
  await swantje.getByRole('button', { name: 'Kommentar senden' }).click()
  await card(tarek, 'Wie weit ist neben?').waitFor()
  await tarek.locator('.ProseMirror .commented', { hasText: 'neben dem Windrad' }).waitFor()

  // The first passage is deleted: its thread stays, under its own heading.
  await select(tarek, '.ProseMirror', passage)
  await tarek.keyboard.press('Delete')
  await tarek.locator('kreislauf-editor .save[data-save="saved"]').waitFor({ timeout: 20_000 })
  await swantje.reload()
  await shows(swantje, 'Stelle gibt es nicht mehr')
  expect(await card(swantje, 'Ein Drittel wovon').locator('.thread-on').textContent()).toContain(passage)

  // Resolved it leaves the page of both, and is found again among all.
  await card(swantje, 'Vom Ertrag.').getByRole('button', { name: 'Erledigt' }).click()
  await card(tarek, 'Vom Ertrag.').waitFor({ state: 'detached' })
  await follow(swantje, 'Alle Kommentare ansehen')
  await unfold(swantje, 'Filtern')
  await swantje.getByLabel('Zustand').selectOption('resolved')
  await swantje.getByRole('button', { name: 'Anzeigen' }).click()
  await shows(swantje, 'Erledigt von Swantje')
})

test('without a connection a remark is kept, and said once when the line is back', { timeout: 90_000 }, async () => {
  const { w } = set
  const text = await textWith(w)
  const gerd = await set.enter('gerd', paths.document(w.groups.en, text))
  await unfold(gerd, 'Kommentieren')
  await gerd.context().setOffline(true)
  await gerd.locator('#remark-new textarea').fill('Im Zug geschrieben')
  await gerd.getByRole('button', { name: 'Kommentar senden' }).click()
  await gerd.locator('.remark-said', { hasText: 'liegt auf diesem Gerät' }).waitFor()
  await gerd.context().setOffline(false)
  await card(gerd, 'Im Zug geschrieben').waitFor({ timeout: 20_000 })
  expect(await gerd.locator('#remark-new textarea').inputValue()).toBe('')

  // What was only begun stands there again, and is gone from the device after signing out.
  await unfold(gerd, 'Kommentieren')
  await gerd.locator('#remark-new textarea').fill('Angefangen')
  await gerd.reload()
  expect(await gerd.locator('#remark-new textarea').inputValue()).toBe('Angefangen')
  await gerd.goto('/me')
  await gerd.getByRole('button', { name: 'Abmelden' }).first().click()
  await gerd.waitForURL('**/sign-in')
  expect(await gerd.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('remarks')))).toEqual([])
})

test('on a phone the conversations lie in a sheet, and a guest comments without being able to write', {
  timeout: 90_000,
}, async () => {
  const { w } = set
  const text = await textWith(w)
  await inviteVera(w, text, true)
  const vera = await set.enter('vera', paths.document(w.groups.en, text), phone)
  await select(vera, '#paper-body .paper', passage)
  await vera.locator('button.comment-here').click()
  await vera.locator('#remark-new textarea').fill('Als Gast gefragt')
  await vera.getByRole('button', { name: 'Kommentar senden' }).click()
  await card(vera, 'Als Gast gefragt').waitFor()
  await staysNarrow(vera)

  const tarek = await set.enter('tarek', edit(set, text), phone)
  await editorOf(tarek)
  expect(await tarek.locator('.comments-beside').isVisible()).toBe(false)
  await select(tarek, '.ProseMirror', 'im Umkreis')
  await tarek.locator('.comments-toggle').click()
  await card(tarek, 'Als Gast gefragt').waitFor()
  await tarek.locator('.comments-beside summary', { hasText: 'Kommentieren' }).click()
  await tarek.locator('#remark-new [data-quote]', { hasText: 'im Umkreis' }).waitFor()
  await staysNarrow(tarek)
  await tarek.keyboard.press('Escape')
  expect(await tarek.locator('.comments-beside').isVisible()).toBe(false)
})
