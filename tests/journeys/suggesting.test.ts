import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { inviteGuest } from '#src/documents/guests.ts'
import { findDocument } from '#src/documents/model.ts'
import { nextFrames } from '../support/browser.ts'
import { stage, staysNarrow } from './stage.ts'

// Chromium gives the looks of marked words to what is typed over them; our policy forbids it, and the editor draws it anew.
const set = stage({ foreseen: /status of 409|ERR_INTERNET_DISCONNECTED|WebSocket|sse:error|inline style/ })

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

/** As with the mouse: from the first letter of these words to the last, or to that of others further on. */
async function mark(page: Page, first: string, last = first) {
  await sheet(page).focus()
  const marked = await page.evaluate(
    (wanted) => {
      const find = (text: string): [Node, number] => {
        const walker = document.createTreeWalker(document.querySelector('.ProseMirror') as Node, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(text) ?? -1
          if (at >= 0) return [node, at]
        }
        throw new Error(`There is no "${text}"`)
      }
      const [[from, at], [to, end]] = [find(wanted.first), find(wanted.last)]
      getSelection()?.setBaseAndExtent(from, at, to, end + wanted.last.length)
      return String(getSelection())
    },
    { first, last },
  )
  await nextFrames(page)
  // On a busy machine the focus may come after the mark, and with it the place where the cursor was before.
  if ((await page.evaluate(() => String(getSelection()))) !== marked) await mark(page, first, last)
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

  // They talk about it: on its card in the editor it stands that they do, and the link leads there.
  const talk = await fritjof.context().newPage()
  await talk.goto(path.replace(/edit$/, 'suggestions'))
  const about = (page: Page) => page.locator('.suggestion', { hasText: 'Vera' })
  await about(talk).locator('summary', { hasText: 'Kommentieren' }).click()
  await about(talk).getByLabel('Dein Kommentar').fill('Wem denn allen?')
  await about(talk).getByRole('button', { name: 'Kommentar senden' }).click()
  await about(talk).locator('.thread', { hasText: 'Wem denn allen?' }).waitFor(patience)
  const link = cards(gerd)
    .filter({ hasText: 'Vera' })
    .getByRole('link', { name: /1\sGespräch/ })
  await link.waitFor(patience)
  const answer = await gerd.context().newPage()
  await answer.goto((await link.getAttribute('href')) ?? '')
  await about(answer).locator('summary', { hasText: 'Antworten' }).click()
  await about(answer).getByLabel('Deine Antwort').fill('Denen, die sie sammeln.')
  await about(answer).getByRole('button', { name: 'Antwort senden' }).click()
  await about(talk).locator('.thread', { hasText: 'Denen, die sie sammeln.' }).waitFor(patience)
  await Promise.all([talk.close(), answer.close()])

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
  // Two suggestions for the same words: that is pointed out, and both accepted at the same moment are there once each.
  await mark(fritjof, 'Alle', 'sollen')
  await fritjof.keyboard.type('Jede')
  await saved(fritjof)
  await mark(vera, 'sollen', 'lesen')
  await vera.keyboard.type('mitreden')
  await saved(vera)
  const of = (name: string) => cards(gerd).filter({ hasText: name })
  for (const name of ['Fritjof', 'Vera'])
    await expect.poll(() => of(name).innerText(), patience).toContain('Hier überschneidet sich etwas')
  await shot(gerd, 'gerd-3')
  const accept = (page: Page, name: string) =>
    cards(page).filter({ hasText: name }).getByRole('button', { name: 'Annehmen' }).click()
  await Promise.all([accept(gerd, 'Vera'), accept(fritjof, 'Jede')])
  await Promise.all([gerd, vera, fritjof].map((page) => count(page, 0)))
  await Promise.all([gerd, vera, fritjof].map((page) => shows(page, 'Jede')))
  const texts = () => Promise.all([gerd, vera, fritjof].map((page) => sheet(page).locator('p').last().textContent()))
  await expect.poll(async () => new Set(await texts()).size, patience).toBe(1)
  const [text = ''] = await texts()
  for (const words of ['Jede', 'mitreden', ' können.']) expect(text?.split(words)).toHaveLength(2)
})

test('A page of somebody who only suggests says so too when the program has become another one meanwhile', {
  timeout: 90_000,
}, async () => {
  const document = await paper()
  const vera = await set.enter('vera', '/')

  // As a former version of the program would have served it.
  await vera.addInitScript(() => {
    const watching = new MutationObserver(() => {
      const editor = globalThis.document.querySelector<HTMLElement>('kreislauf-editor')
      if (editor) editor.dataset.schema = '0'
      if (editor) watching.disconnect()
    })
    watching.observe(globalThis.document, { childList: true, subtree: true })
  })
  await vera.goto(`/groups/di/documents/${document.id}/edit`)
  await sheet(vera).waitFor(patience)
  await mark(vera, 'uns')
  await vera.keyboard.type('allen')
  await saved(vera)
  await vera.context().setOffline(true)
  await expect.poll(() => vera.locator('kreislauf-editor .save').getAttribute('data-save'), patience).toBe('offline')
  await vera.context().setOffline(false)
  await expect
    .poll(() => vera.locator('kreislauf-editor .save').innerText(), patience)
    .toContain('Diese Seite ist älter als das Programm')
  expect(await vera.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false')
})
