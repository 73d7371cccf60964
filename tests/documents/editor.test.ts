import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { nextFrames } from '../support/browser.ts'
import { browsedWorld } from '../support/served-world.ts'
import { addText, loggedCount, until } from './editing/co-editing.ts'

const set = browsedWorld()

const complaints: string[] = []

async function openEditor(person: PersonKey, id: string, prepare: (page: Page) => Promise<unknown> = async () => null) {
  const page = await set.served.page(set.browser, person)
  onTestFinished(() => page.context().close())
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await prepare(page)
  await page.goto(`/groups/en/documents/${id}/edit`)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  return page
}

const sheet = (page: Page) => page.locator('.ProseMirror')
const words = async (page: Page) => (await sheet(page).locator('p, h1, h2, h3').allTextContents()).join('\n')

const moveTo = async (page: Page, key: string) => {
  await page.keyboard.press(key)
  await nextFrames(page)
}
const saveState = (page: Page) => page.locator('.save').innerText()
const says = async (page: Page, expected: string, patience = 20_000) => {
  const asExpected = async () => (await saveState(page)).trim() === expected
  await until(asExpected, `it says ${expected}`, patience).catch(async (error: Error) => {
    throw new Error(`${error.message}, but it says ${await saveState(page)}`)
  })
}
const presence = (page: Page) => page.locator('.presence').innerText()

test('two people write at once, see each other, and take back only what is their own', async () => {
  const { id } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([openEditor('swantje', id), openEditor('tarek', id)])
  await sheet(swantje).click()
  await swantje.keyboard.type('Wer neben dem Windrad wohnt.')
  await until(async () => (await words(tarek)).includes('Windrad wohnt.'), 'Tarek reads it')
  expect(await tarek.locator('.caret').getAttribute('data-name')).toBe('Swantje')
  await until(async () => (await presence(tarek)).includes('Swantje schreibt'), 'Tarek reads who writes')

  await sheet(tarek).click()
  await moveTo(tarek, 'Control+End')
  await tarek.keyboard.press('Enter')
  await Promise.all([
    tarek.keyboard.type('soll daran verdienen', { delay: 15 }),
    swantje.keyboard.type(' Und daneben.', { delay: 15 }),
  ])
  await until(async () => (await words(swantje)) === (await words(tarek)), 'both read the same')
  expect(await words(swantje)).toContain('soll daran verdienen')

  await swantje.keyboard.press('Control+z')
  await until(async () => (await words(tarek)).includes('Und daneben.') === false, 'her words are taken back')
  expect(await words(tarek)).toContain('soll daran verdienen')
  await says(swantje, 'Gespeichert')
})

test('headings, lists, links and tables by keys and by the tools', async () => {
  const { id } = await addText(set.w)
  const page = await openEditor('swantje', id)
  await sheet(page).click()
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.type('Was wir fordern')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+8')
  await page.keyboard.type('Ein Drittel')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('fett')
  await moveTo(page, 'Shift+Home')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Adresse').fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  expect(await page.locator('#link-error').isVisible()).toBe(true)
  await page.getByLabel('Adresse').fill('example.org/strom')
  await page.keyboard.press('Enter')
  await until(async () => (await sheet(page).locator('a').count()) === 1, 'the link is set')
  await page.keyboard.type(' danach')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Tabelle', exact: true }).click()
  await page.getByRole('button', { name: 'Zeile dazu' }).click()

  const html = await sheet(page).innerHTML()
  expect(html).toMatch(/<h2[^>]*>Was wir fordern/)
  expect(html).toMatch(/<ul><li><p>Ein Drittel/)
  expect(html).toMatch(/href="https:\/\/example\.org\/strom"[^>]*><strong>fett<\/strong><\/a><strong> danach/)
  expect(await sheet(page).locator('tr').count()).toBe(4)
  expect(html).not.toContain('style=')
})

test('the tools are one stop for the keyboard, and Escape leads back into the text', async () => {
  const { id } = await addText(set.w)
  const page = await openEditor('swantje', id)
  await sheet(page).click()
  await page.keyboard.press('Alt+F10')
  const focused = () =>
    page.evaluate(() => {
      const { does, desk } = (document.activeElement as HTMLElement).dataset
      return does ?? desk
    })
  const first = await focused()
  await page.keyboard.press('ArrowRight')
  expect([first, await focused()]).toEqual(['insert', 'heading2'])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe('more')
  await page.keyboard.press('Escape')
  const inText = () => page.evaluate(() => document.activeElement?.classList.contains('ProseMirror') ?? false)
  await until(inText, 'the cursor is back in the text')
})

test('what is pasted keeps its structure and loses its looks', async () => {
  const { id } = await addText(set.w)
  const page = await openEditor('swantje', id)
  const before = complaints.length
  await sheet(page).click()
  await page.evaluate(() => {
    const pasted = new DataTransfer()
    const html =
      '<h1 style="color:red" onclick="x()">Titel</h1><p><font face="x"><b>fett</b></font><img src=x onerror=alert(1)></p>' +
      '<script>alert(1)</script><a href="javascript:alert(1)">böse</a> <a href="https://example.org" style="x">gut</a>'
    pasted.setData('text/html', html)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }))
  })
  await until(async () => (await words(page)).includes('gut'), 'it is there')
  // The browser reports the looks that it did not take over.
  complaints.length = before
  const html = await sheet(page).innerHTML()
  expect(html).toMatch(/<h1[^>]*>Titel<\/h1>/)
  expect(html).toContain('<strong>fett</strong>')
  expect(html).not.toMatch(/style=|onclick|onerror|javascript:|<font|<script/)
})

/** A relay between page and server that swallows what the page sends, when told to. */
async function relay(page: Page) {
  const line = { swallow: false, sockets: [] as WebSocketRoute[] }
  await page.routeWebSocket(/\/sync/, (socket) => {
    const server = socket.connectToServer()
    line.sockets.push(socket)
    socket.onMessage((message) => {
      if (!line.swallow) server.send(message)
    })
  })
  return line
}

test('a relay that swallows what is written does not make the page say that it is saved', async () => {
  const { id } = await addText(set.w)
  let line = { swallow: false }
  const page = await openEditor('swantje', id, async (page) => {
    line = await relay(page)
  })
  await sheet(page).click()
  await page.keyboard.type('ganz angekommen ')
  await until(async () => (await loggedCount(set.w, id)) > 10, 'it is stored')
  await says(page, 'Gespeichert')
  line.swallow = true
  await page.keyboard.type('drei verlorene Wörter')
  await says(page, '3 Wörter noch nicht gesendet. Wir versuchen es weiter.')
  // They are on the device too, so nobody has to be kept from leaving.
  expect(await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true)
  line.swallow = false
  await says(page, 'Gespeichert')
  const other = await openEditor('tarek', id)
  await until(async () => (await words(other)) === 'ganz angekommen drei verlorene Wörter', 'Tarek reads all of it')
}, 90_000)

test('without a connection the page says how much is only here, and sends it later', async () => {
  const { id } = await addText(set.w)
  const page = await openEditor('swantje', id)
  await page.context().setOffline(true)
  // As in a tunnel: the page cannot get through, and the socket that stood is gone.
  await set.w.ports.bus.revoke({ personId: set.w.people.swantje.id, groupId: set.w.groups.en.id, final: false })
  await sheet(page).click()
  await page.keyboard.type('im Zug geschrieben')
  await says(page, 'Ohne Netz. 3 Wörter noch nicht gesendet. Sie liegen auf diesem Gerät.')
  expect([await loggedCount(set.w, id), await presence(page)]).toEqual([0, ''])
  await page.context().setOffline(false)
  await says(page, 'Gespeichert')
  expect(await loggedCount(set.w, id)).toBeGreaterThan(0)
}, 90_000)

test('who loses access reads why, and what was not saved can be copied', async () => {
  const { id } = await addText(set.w)
  const page = await openEditor('bjarne', id)
  await sheet(page).click()
  await page.keyboard.type('noch da')
  await says(page, 'Gespeichert')
  await set.w.ports.bus.revoke({ personId: set.w.people.bjarne.id, groupId: set.w.groups.en.id, final: true })
  const toldSo = async () => (await saveState(page)).startsWith('Du hast keinen Zugang mehr zu diesem Text.')
  await until(toldSo, 'it says why')
  expect(await sheet(page).getAttribute('contenteditable')).toBe('false')
  expect(await words(page)).toBe('noch da')
})

test('nothing on these pages was refused by the rules for content, and nothing failed', () => {
  const expected = /WebSocket connection|ERR_INTERNET_DISCONNECTED|status of 40[134]|htmx:sse:error/
  expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
})
