import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { addText, until } from './editing/co-editing.ts'
import { atEnd, databasesOn, editPath, isSaved, offlineStage, openText, says, sheet, wordsOn } from './offline-stage.ts'

const set = offlineStage()

const kinds = { sync: 0, presence: 1, saved: 4 } as const

/** What travels between a page and the server; the server's frames can be held, and the line be closed. */
async function wiretap(page: Page) {
  const line = {
    opened: 0,
    sent: [] as number[],
    socket: undefined as WebSocketRoute | undefined,
    holdsSaved: false,
    held: [] as (string | Buffer)[],
    closeWith: 0,
    release() {},
  }
  await page.routeWebSocket(/\/sync/, (socket) => {
    const server = socket.connectToServer()
    line.opened += 1
    line.socket = socket
    line.release = () => {
      line.holdsSaved = false
      for (const frame of line.held.splice(0)) socket.send(frame)
    }
    socket.onMessage((frame) => {
      const [kind, step] = frame as Buffer
      line.sent.push(kind ?? -1)
      const isChange = kind === kinds.sync && step !== 0 && frame.length > 5
      if (line.closeWith && isChange)
        void socket.close({ code: line.closeWith, reason: line.closeWith === 1012 ? '1500' : '' })
      else server.send(frame)
    })
    server.onMessage((frame) => {
      if (line.holdsSaved && (frame as Buffer)[0] === kinds.saved) line.held.push(frame)
      else socket.send(frame)
    })
  })
  return line
}

async function openTapped(person: PersonKey, path: string) {
  const context = await set.device(person)
  const page = await context.newPage()
  const line = await wiretap(page)
  await page.goto(path)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  await isSaved(page)
  return { page, line, context }
}

/** Everything that the page has ever said about saving, in order. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const place = document.querySelector('.save span') as HTMLElement
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push(place.textContent ?? '')).observe(place, {
      childList: true,
      characterData: true,
    })
  })

const heard = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)

test('while acknowledgements are held back it is never said that all is saved (E3)', { timeout: 90_000 }, async () => {
  const text = await addText(set.w)
  const { page, line } = await openTapped('swantje', editPath(text))
  await atEnd(page)
  line.holdsSaved = true
  await page.keyboard.type('x')
  expect(await page.locator('.save').innerText()).toContain('Speichert …')
  await listen(page)
  await page.keyboard.type('y zwei drei', { delay: 60 })
  await until(async () => (await set.stored(text)) === 'xy zwei drei', 'it is stored')
  expect(await heard(page)).not.toContain('Gespeichert')
  line.release()
  await isSaved(page)
})

test('what is typed steadily is on its way all the time: the words about it do not flicker', async () => {
  const text = await addText(set.w)
  const { page } = await openTapped('swantje', editPath(text))
  await atEnd(page)
  await page.keyboard.type('a')
  await listen(page)
  await page.keyboard.type(' steady hand', { delay: 120 })
  expect(await heard(page)).toEqual([])
  await isSaved(page)
})

test.each([1007, 1009])(
  'a server that closes with %i each time is not asked again and again, and it is said',
  {
    timeout: 90_000,
  },
  async (code) => {
    const text = await addText(set.w)
    const { page, line } = await openTapped('swantje', editPath(text))
    await atEnd(page)
    await page.keyboard.type('gut ')
    await isSaved(page)
    line.closeWith = code
    await page.keyboard.type('schlecht')
    const words =
      'Der Server kann etwas davon nicht annehmen. 1 Wort ist nicht gesendet und liegt auf diesem Gerät. Sichere es als Datei.'
    await says(page, words)
    const { opened } = line
    await page.waitForTimeout(4_000)
    expect(line.opened - opened).toBeLessThanOrEqual(1)
    await says(page, words)
    expect(await page.getByRole('button', { name: 'Als Datei sichern' }).isVisible()).toBe(true)

    // Given up, the text is as the server has it.
    line.closeWith = 0
    await page.locator('.acts').getByRole('button', { name: 'Vom Gerät löschen' }).click()
    await until(async () => (await wordsOn(page).catch(() => '')).trim() === 'gut', 'only what is stored is there')
    await isSaved(page)
    expect([await set.stored(text), (await databasesOn(page)).length]).toEqual(['gut', 1])
  },
)

test('a server that goes down is left alone for as long as it says', { timeout: 90_000 }, async () => {
  const text = await addText(set.w)
  const { page, line } = await openTapped('swantje', editPath(text))
  await atEnd(page)
  const { opened } = line
  line.closeWith = 1012
  const before = Date.now()
  await page.keyboard.type('k')
  line.closeWith = 0
  await until(async () => line.opened > opened, 'it comes back')
  expect(Date.now() - before).toBeGreaterThanOrEqual(1_400)
  await isSaved(page)
  expect(await set.stored(text)).toBe('k')
})

test('of three who are there each tells only of itself', { timeout: 90_000 }, async () => {
  const text = await addText(set.w)
  const one = await openTapped('swantje', editPath(text))
  await atEnd(one.page)
  await one.page.keyboard.type('Anfang. ')
  await isSaved(one.page)
  const two = await openTapped('tarek', editPath(text))
  const three = await openTapped('gerd', editPath(text))
  await until(async () => (await two.page.locator('.presence').innerText()).includes('Swantje'), 'they see each other')
  await atEnd(one.page)
  await one.page.waitForTimeout(300)
  for (const { line } of [one, two, three]) line.sent.length = 0
  await one.page.keyboard.type('zehn Zeichen', { delay: 30 })
  await isSaved(one.page)
  const presence = ({ line }: typeof one) => line.sent.filter((kind) => kind === kinds.presence).length
  expect(presence(one)).toBeGreaterThan(0)
  // A renewal of their own, now and then, is all that the others send.
  expect([presence(two), presence(three)].every((count) => count <= 1)).toBe(true)
})

const paste = (page: Page, html: string, plain = '') =>
  page.evaluate(
    ([html, plain]) => {
      const pasted = new DataTransfer()
      if (html) pasted.setData('text/html', html)
      if (plain) pasted.setData('text/plain', plain)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }))
    },
    [html, plain] as const,
  )

test('what no text can hold is taken out of what is typed and pasted, and the words still travel', {
  timeout: 90_000,
}, async () => {
  const text = await addText(set.w)
  const { page, line } = await openTapped('swantje', editPath(text))
  await atEnd(page)
  await page.evaluate(() => document.execCommand('insertText', false, 'a\ud83db\0c\udc00d \ud83d\ude00'))
  await paste(page, '', 'plain\0 \udfff\ud800\ud83d\ude01 ')
  await isSaved(page)
  await page.keyboard.press('Enter')
  const nested = '<blockquote>'.repeat(150)
  await paste(page, `${nested}tief`)
  await paste(page, `<ol start="1.5"><li>eins</li></ol><ol start="99999999999999999999"><li>viele</li></ol>`)
  await paste(page, `<p><a href="https://example.org/${'x'.repeat(9_000)}">lang</a></p>`)
  await paste(page, '<table><tr><td colspan="-3" rowspan="1e9">Zelle</td></tr></table>')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1234567890123456789012345. am Ende')
  await isSaved(page)
  expect(line.opened).toBe(1)
  const all = await set.stored(text)
  for (const words of ['abcd 😀plain 😁', 'eins', 'viele', 'lang', 'Zelle', 'am Ende']) expect(all).toContain(words)
  expect([all.includes('\0'), all.isWellFormed(), await sheet(page).locator('a').count()]).toEqual([false, true, 0])
})

test('an address that is too long for a link is refused with words', async () => {
  const text = await addText(set.w)
  const page = await openText(await set.device('swantje'), editPath(text))
  await atEnd(page)
  await page.keyboard.press('Control+k')
  await page.getByLabel('Adresse').fill(`https://example.org/${'x'.repeat(2_000)}`)
  await page.keyboard.press('Enter')
  await page.locator('#link-too-long').waitFor()
  expect(await page.locator('#link-error').isVisible()).toBe(false)
  await page.getByLabel('Adresse').fill('example.org')
  await page.keyboard.press('Enter')
  await until(async () => (await sheet(page).locator('a').count()) === 1, 'the link is set')
})
