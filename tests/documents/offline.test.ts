import { readFile } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { memberships } from '#src/groups/schema.ts'
import { sessions } from '#src/identity/schema.ts'
import { addText, loggedCount, until } from './editing/co-editing.ts'
import {
  atEnd,
  cutOff,
  databasesOn,
  editPath,
  isSaved,
  offlineStage,
  openText,
  says,
  sheet,
  typeCutOff,
  wordsOn,
} from './offline-stage.ts'

const set = offlineStage()

/** Puts these words in the place of the last full stop. */
async function rewrite(page: Page, words: string): Promise<void> {
  await atEnd(page)
  await page.keyboard.press('Backspace')
  await page.keyboard.type(words)
}

/** What somebody has in the file in which these unsent words are saved. */
async function savedFrom(page: Page, where: Locator): Promise<string> {
  const arriving = page.waitForEvent('download')
  await where.getByRole('button', { name: 'Als Datei sichern' }).click()
  return readFile(await (await arriving).path(), 'utf8')
}

test('words written without a connection survive the tab and arrive days later, after signing in again', {
  timeout: 90_000,
}, async () => {
  const { text, context, page } = await set.begin('swantje', 'schon da ')
  await typeCutOff(set, 'swantje', page, 'im Zug geschrieben', '3 Wörter')
  await page.close()
  await context.setOffline(false)

  await set.w.db.delete(sessions).where(eq(sessions.userId, set.w.people.swantje.id))
  const later = await context.newPage()
  await later.goto(editPath(text))
  expect(new URL(later.url()).pathname).toBe('/sign-in')
  expect(await set.stored(text)).toBe('schon da')

  await set.signInAgain(context, 'swantje')
  await later.goto('/')
  const hint = later.locator('#kept-here')
  await hint.getByText('Auf diesem Gerät liegen 3 Wörter für „Energie bleibt im Dorf“').waitFor()
  await hint.getByRole('link', { name: 'Text öffnen und senden' }).click()
  await isSaved(later)
  expect(await wordsOn(later)).toBe('schon da im Zug geschrieben')
  await until(async () => (await set.stored(text)) === 'schon da im Zug geschrieben', 'they have arrived')
  await later.locator('.report').getByText('3 Wörter von dir sind angekommen.').waitFor()
  await later.goto('/')
  expect(await hint.isHidden()).toBe(true)
})

test('a text that is kept here is shown before the server has said anything, and opening it writes nothing', async () => {
  const text = await addText(set.w)
  const context = await set.device('swantje')
  const first = await openText(context, editPath(text))
  await atEnd(first)
  await first.keyboard.type('gut aufgehoben')
  await isSaved(first)
  await first.close()
  const before = await loggedCount(set.w, text.id)
  const page = await context.newPage()
  await page.routeWebSocket(/\/sync/, () => undefined)
  await page.goto(editPath(text))
  await until(async () => (await wordsOn(page)) === 'gut aufgehoben', 'it is shown')
  await until(async () => (await sheet(page).getAttribute('contenteditable')) === 'true', 'one can write in it')
  await page.close()
  const again = await openText(context, editPath(text))
  await isSaved(again)
  expect(await loggedCount(set.w, text.id)).toBeLessThanOrEqual(before)
})

test('what is not sent can be saved as a file, with the unsent words first and marked', {
  timeout: 90_000,
}, async () => {
  const { context, page } = await set.begin('swantje', 'Alle wissen es. ')
  expect(await page.getByRole('button', { name: 'Als Datei sichern' }).count()).toBe(0)
  await cutOff(set, 'swantje', context)
  await page.keyboard.type('Nur ich <noch> nicht.')
  const button = page.getByRole('button', { name: 'Als Datei sichern' })
  await button.waitFor()
  const arriving = page.waitForEvent('download')
  await button.click()
  const file = await arriving
  expect(file.suggestedFilename()).toBe('Energie bleibt im Dorf noch nicht gesendet.html')
  const content = await readFile(await file.path(), 'utf8')
  expect(content).toContain('Noch nicht gesendet: 4 Wörter')
  expect(content).toContain('<li>Nur ich &lt;noch&gt; nicht.</li>')
  expect(content).toContain('<p>Alle wissen es. <mark>Nur ich &lt;noch&gt; nicht.</mark></p>')
})

test('who is signed out meanwhile reads so, signs in, and the words arrive', { timeout: 90_000 }, async () => {
  const { text, context, page } = await set.begin('swantje', 'vorher ')
  await typeCutOff(set, 'swantje', page, 'zwei Wörter', '2 Wörter')
  await set.w.db.delete(sessions).where(eq(sessions.userId, set.w.people.swantje.id))
  await context.setOffline(false)
  const out = 'Du bist nicht mehr angemeldet. 2 Wörter sind noch nicht gesendet. Sie liegen auf diesem Gerät.'
  await says(page, out)
  expect(await wordsOn(page)).toBe('vorher zwei Wörter')
  const way = await page.locator('.acts').getByRole('link', { name: 'Anmelden' }).getAttribute('href')
  expect(way).toBe(`/sign-in?wanted=${encodeURIComponent(editPath(text))}`)

  // Somebody else at the same device finds nothing of it.
  await set.signInAgain(context, 'tarek')
  const other = await openText(context, editPath(text))
  await isSaved(other)
  expect([await wordsOn(other), await other.locator('#kept-here').isHidden()]).toEqual(['vorher ', true])
  await other.close()

  await set.signInAgain(context, 'swantje')
  await page.goto(way ?? '')
  await isSaved(page)
  await until(async () => (await set.stored(text)) === 'vorher zwei Wörter', 'they have arrived')
})

test('a sign-in that was ended elsewhere leaves what is needed to bring unsent words together with the text later', {
  timeout: 90_000,
}, async () => {
  const text = await addText(set.w)
  const context = await set.device('swantje')
  const page = await context.newPage()
  let swallow = false
  await page.routeWebSocket(/\/sync/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (!swallow) server.send(message)
    })
  })
  await page.goto(editPath(text))
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  await atEnd(page)
  await page.keyboard.type('Das Wasser ist knapp.')
  await isSaved(page)
  swallow = true
  await rewrite(page, ' hier.')
  await says(page, '1 Wort noch nicht gesendet. Wir versuchen es weiter.')
  await set.w.db.delete(sessions).where(eq(sessions.userId, set.w.people.swantje.id))
  await set.w.ports.bus.revoke({ personId: set.w.people.swantje.id, final: true })
  await says(page, 'Diese Anmeldung wurde beendet. 1 Wort ist noch nicht gesendet. Es liegt auf diesem Gerät.')
  await page.close()

  // Meanwhile somebody else changes the same sentence.
  const tarek = await openText(await set.device('tarek'), editPath(text))
  await rewrite(tarek, ' geworden.')
  await isSaved(tarek)

  await set.signInAgain(context, 'swantje')
  const again = await openText(context, editPath(text))
  await isSaved(again)
  const card = again.locator('.collision')
  await card.waitFor()
  const wordings = (await card.locator('dd').allInnerTexts()).slice(0, 3)
  expect(wordings).toEqual(['Das Wasser ist knapp.', 'Das Wasser ist knapp hier.', 'Das Wasser ist knapp geworden.'])
})

test('whose right ends keeps only their own unsent words, to save or to delete', { timeout: 90_000 }, async () => {
  const { context, page } = await set.begin('bjarne', 'von allen ')
  await typeCutOff(set, 'bjarne', page, 'nur von mir', '3 Wörter')
  const his = and(eq(memberships.personId, set.w.people.bjarne.id), eq(memberships.groupId, set.w.groups.en.id))
  await set.w.db.update(memberships).set({ endedAt: new Date() }).where(his)
  await context.setOffline(false)
  const gone =
    'Du hast keinen Zugang mehr zu diesem Text. 3 Wörter sind noch nicht gesendet. Sie liegen auf diesem Gerät.'
  await says(page, gone)
  await until(async () => (await databasesOn(page)).length === 0, 'the copy is gone')
  await page.goto('/')
  const hint = page.locator('#kept-here')
  await hint.getByText('Du kannst in diesem Text nicht mehr schreiben.').waitFor()
  const content = await savedFrom(page, hint)
  expect([content.includes('nur von mir'), content.includes('von allen')]).toEqual([true, false])
  await hint.getByRole('button', { name: 'Vom Gerät löschen' }).click()
  await hint.waitFor({ state: 'hidden' })
  await page.reload()
  expect(await hint.isHidden()).toBe(true)
})

test('with whatever page somebody comes back, a text whose right has ended is no longer on the device (S-88)', {
  timeout: 90_000,
}, async () => {
  const [text, other] = [await addText(set.w), await addText(set.w)]
  const context = await set.device('fritjof')
  const page = await openText(context, editPath(text))
  await atEnd(page)
  await page.keyboard.type('von allen ')
  await isSaved(page)
  await typeCutOff(set, 'fritjof', page, 'nur von mir', '3 Wörter')
  await page.close()
  await context.setOffline(false)
  const second = await openText(context, editPath(other))
  await isSaved(second)
  expect((await databasesOn(second)).length).toBe(2)
  await Promise.all([second.waitForResponse(/\/documents\/kept/), second.goto('/')])
  expect((await databasesOn(second)).length).toBe(2)

  const his = and(eq(memberships.personId, set.w.people.fritjof.id), eq(memberships.groupId, set.w.groups.en.id))
  await set.w.db.update(memberships).set({ endedAt: new Date() }).where(his)
  await second.goto('/me')
  await until(async () => (await databasesOn(second)).length === 0, 'the copies are gone')
  const hint = second.locator('#kept-here')
  await hint.getByText('Du kannst in diesem Text nicht mehr schreiben.').waitFor()
  const content = await savedFrom(second, hint)
  expect([content.includes('nur von mir'), content.includes('von allen')]).toEqual([true, false])
})

test('sentences changed on both sides are told later when the server cannot be told at once', {
  timeout: 90_000,
}, async () => {
  const { text, context, page } = await set.begin('swantje', 'Das Wasser ist knapp.')
  await cutOff(set, 'swantje', context)
  await rewrite(page, ' hier.')
  await says(page, 'Ohne Netz. 1 Wort noch nicht gesendet. Es liegt auf diesem Gerät.')
  const tarek = await openText(await set.device('tarek'), editPath(text))
  await rewrite(tarek, ' geworden.')
  await isSaved(tarek)

  await context.route(/\/collisions$/, (route) => route.abort())
  await context.setOffline(false)
  await isSaved(page)
  await page.locator('.report').getByText('Ein Satz wurde auf beiden Seiten geändert.').waitFor()
  expect(await page.locator('.collision').count()).toBe(0)
  await page.close()

  await context.unroute(/\/collisions$/)
  const later = await openText(context, editPath(text))
  for (const one of [later, tarek]) await one.locator('.collision').waitFor()
})

test('signing out says what would be lost, and then leaves nothing behind (S-17, S-88)', {
  timeout: 90_000,
}, async () => {
  const { context, page } = await set.begin('gerd', 'da ')
  await typeCutOff(set, 'gerd', page, 'noch vier Wörter hier', '4 Wörter')
  await page.close()
  await context.setOffline(false)

  const me = await context.newPage()
  await me.goto('/me')
  const out = me.locator('#me-out').getByRole('button', { name: 'Abmelden' })
  await out.click()
  const question = me.locator('#sign-out-question')
  await question.getByText('4 Wörter für „Energie bleibt im Dorf“').waitFor()
  await question.getByRole('button', { name: 'Hier bleiben' }).click()
  expect((await databasesOn(me)).length).toBe(1)
  await out.click()
  await question.getByRole('button', { name: 'Löschen und abmelden' }).click()
  await me.waitForURL('**/sign-in')
  expect(await databasesOn(me)).toEqual([])
  expect(await me.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('signing out leaves the unsent words of another person on the same device', { timeout: 90_000 }, async () => {
  const { text, context, page } = await set.begin('gerd', 'da ')
  await typeCutOff(set, 'gerd', page, 'von Gerd', '2 Wörter')
  await page.close()
  await context.setOffline(false)
  await set.signInAgain(context, 'tarek')
  const tarek = await openText(context, editPath(text))
  await isSaved(tarek)
  await tarek.goto('/me')
  await tarek.locator('#me-out').getByRole('button', { name: 'Abmelden' }).click()
  await tarek.waitForURL('**/sign-in')
  expect(await databasesOn(tarek)).toEqual([`kreislauf-${set.w.people.gerd.id}-${text.id}`])
  await set.signInAgain(context, 'gerd')
  const back = await openText(context, editPath(text))
  await until(async () => (await set.stored(text)) === 'da von Gerd', 'it arrives')
  await isSaved(back)
})
