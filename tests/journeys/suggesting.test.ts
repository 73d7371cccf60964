import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { inviteGuest } from '#src/documents/guests.ts'
import { findDocument } from '#src/documents/model.ts'
import { stage, staysNarrow } from './stage.ts'

const set = stage({ foreseen: /status of 409|ERR_INTERNET_DISCONNECTED|WebSocket|sse:error/ })

const patience = { timeout: 20_000 }
const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')
const cards = (page: Page) => page.locator('.suggest-card')
const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : undefined

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const content = {
  type: 'doc',
  content: [words('Die Daten gehören uns.'), words('Was wir wollen'), words('Alle sollen lesen können.')],
}

/** A draft of the group that a guest may comment on. */
async function paper() {
  const { groups, people, ports } = set.w
  const actor = await set.w.actor('gerd', 'di')
  const draft = { groupId: groups.di.id, actorId: actor.person.id, kind: 'position', title: 'Daten', content } as const
  const { id } = await change(ports, (tx, record) => createDocument(tx, record, draft))
  const document = await findDocument(ports.db, groups.di.id, id)
  if (!document) throw new Error('There is no such text')
  const guest = { ...people.vera, endsOn: null }
  await change(ports, (tx, record) => inviteGuest(tx, record, document, actor, guest, true))
  return document
}

/** As with the mouse: from the first to the last letter of these words. */
async function mark(page: Page, wanted: string) {
  await sheet(page).focus()
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector('.ProseMirror') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + text.length)
      return
    }
    throw new Error(`There is no "${text}"`)
  }, wanted)
  await page.waitForTimeout(200)
}

const saved = (page: Page) =>
  expect.poll(() => page.locator('.suggest-save').innerText(), patience).toContain('Vorschlag gespeichert')
const shows = (page: Page, text: string) => expect.poll(() => sheet(page).innerText(), patience).toContain(text)
const count = (page: Page, n: number) => expect.poll(() => cards(page).count(), patience).toBe(n)
const unfold = (page: Page) => page.locator('.suggest-list summary').click()

test('Members and a guest suggest beside each other, two decide at once, and everybody sees one text', {
  timeout: 180_000,
}, async () => {
  const document = await paper()
  const path = `/groups/di/documents/${document.id}/edit`
  const [gerd, vera] = await Promise.all([
    set.enter('gerd', path),
    set.enter('vera', path, { viewport: { width: 390, height: 800 } }),
  ])
  await Promise.all([sheet(gerd).waitFor(patience), sheet(vera).waitFor(patience)])

  // A guest with the right to comment can do nothing but suggest, and is told so.
  expect(await vera.locator('.modes a').allInnerTexts()).toEqual(['Vorschlagen'])
  await mark(vera, 'uns')
  await vera.keyboard.type('allen')
  await saved(vera)
  await staysNarrow(vera)
  await shot(vera, 'vera-1')

  // What she proposes is in nobody's text, but beside it and marked.
  await count(gerd, 1)
  await unfold(gerd)
  await expect.poll(() => cards(gerd).innerText(), patience).toContain('Vera')
  await gerd.locator('.suggest-sign').waitFor(patience)
  await shot(gerd, 'gerd-1')
  const reading = await gerd.context().newPage()
  await reading.goto(path.replace(/\/edit$/, ''))
  expect(await reading.locator('main').innerText()).toContain('Die Daten gehören uns.')
  await reading.close()

  // Another member suggests what is more than words.
  const fritjof = await set.enter('fritjof', `${path}?mode=suggest`)
  await sheet(fritjof).waitFor(patience)
  await mark(fritjof, 'Was wir wollen')
  await fritjof.keyboard.press('Control+Alt+2')
  await saved(fritjof)
  await mark(fritjof, 'lesen')
  await fritjof.keyboard.press('Control+b')
  await saved(fritjof)
  await count(gerd, 3)
  await expect
    .poll(() => gerd.locator('.suggested.note').allInnerTexts(), patience)
    .toEqual(expect.arrayContaining(['wird Zwischentitel', 'wird fett']))
  await shot(gerd, 'gerd-2')
  await shot(fritjof, 'fritjof-1')

  // Whoever thinks better of it takes it back, and it is gone for all.
  await sheet(fritjof).press('Control+z')
  await count(gerd, 2)

  // While somebody goes on writing in the same sentence, two windows decide about the same suggestion.
  await unfold(fritjof)
  const [heading] = await cards(gerd).filter({ hasText: 'Was wir wollen' }).all()
  const mine = cards(gerd).filter({ hasText: 'Vera' })
  await mark(gerd, 'Daten')
  await gerd.keyboard.type('Zahlen')
  await Promise.all([
    mine.getByRole('button', { name: 'Annehmen' }).click(),
    cards(fritjof).filter({ hasText: 'Vera' }).getByRole('button', { name: 'Annehmen' }).click(),
  ])
  await Promise.all([gerd, vera, fritjof].map((page) => shows(page, 'Die Zahlen gehören allen.')))
  await heading?.getByRole('button', { name: 'Annehmen' }).click()
  await Promise.all([gerd, vera, fritjof].map((page) => page.locator('.ProseMirror h2').waitFor(patience)))
  await Promise.all([gerd, vera, fritjof].map((page) => count(page, 0)))
  await shot(vera, 'vera-2')
  await shot(fritjof, 'fritjof-2')
})
