import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { mailOf } from '#src/dev/cast.ts'
import { createDocument } from '#src/documents/creating.ts'
import { freeze } from '#src/documents/versions/freezing.ts'
import { sessions } from '#src/identity/schema.ts'
import { nextFrames } from '../support/browser.ts'
import { linkInMail, press, shows, stage } from './stage.ts'

const set = stage({ foreseen: /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch|status of 401|sse:error/ })

const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')
const says = (page: Page, words: string) =>
  expect.poll(() => page.locator('.save').innerText(), { timeout: 20_000 }).toContain(words)

const content = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Worum es geht' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Der Boden gehört denen, die ihn bestellen. Das Wasser ist knapp. Der Markt ist fern.' },
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Was wir wollen' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Einen Brunnen.' }] },
  ],
}

async function paper() {
  const { groups, people, ports } = set.w
  const draft = {
    groupId: groups.lw.id,
    actorId: people.nele.id,
    kind: 'position',
    title: 'Leitbild',
    content,
  } as const
  return change(ports, (tx, record) => createDocument(tx, record, draft))
}

/** As with the mouse: from the first to the last letter of these words. */
async function mark(page: Page, words: string) {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.ProseMirror') as Node, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return
    }
    throw new Error(`There is no "${wanted}"`)
  }, words)
  await nextFrames(page)
}

const settled = async (page: Page) => {
  await says(page, 'Gespeichert')
  await page.waitForTimeout(900)
  await says(page, 'Gespeichert')
}

test('Marlies writes in a village without reception, closes the browser, and nothing is lost (A6)', {
  timeout: 120_000,
}, async () => {
  const document = await paper()
  const path = `/groups/lw/documents/${document.id}/edit`
  const marlies = await set.enter('marlies', path, { viewport: { width: 390, height: 800 } })
  const roswitha = await set.enter('roswitha', path)
  await Promise.all([sheet(marlies).waitFor(), sheet(roswitha).waitFor()])
  await settled(marlies)

  // Her phone loses reception; the page says so while she goes on writing.
  const phone = marlies.context()
  await phone.setOffline(true)
  await set.w.ports.bus.revoke({ personId: set.w.people.marlies.id, groupId: set.w.groups.lw.id, final: false })
  await mark(marlies, ' Das Wasser ist knapp.')
  await marlies.keyboard.press('Delete')
  await sheet(marlies).press('Control+End')
  await nextFrames(marlies)
  await marlies.keyboard.press('Enter')
  await marlies.keyboard.type('Wir legen einen Teich an.')
  await marlies.keyboard.press('Enter')
  await marlies.keyboard.type('Er gehört dem ganzen Dorf.')
  await says(marlies, 'Ohne Netz. 10 Wörter noch nicht gesendet. Sie liegen auf diesem Gerät.')

  // Meanwhile the same sentence is being rewritten, and a version is kept.
  await mark(roswitha, 'ist knapp')
  await roswitha.keyboard.type('wird jedes Jahr knapper')
  await settled(roswitha)
  const nele = await set.w.actor('nele', 'lw')
  const version = await change(set.w.ports, (tx, record) => freeze(tx, record, document, nele))
  expect([version.plainText.includes('Teich'), version.plainText.includes('knapper')]).toEqual([false, true])
  await says(marlies, 'Ohne Netz. 10 Wörter noch nicht gesendet.')
  await marlies.close()

  // Days later: her sign-in has expired, and she comes back with a link from a mail.
  await set.w.db.delete(sessions).where(eq(sessions.userId, set.w.people.marlies.id))
  await phone.setOffline(false)
  const later = await phone.newPage()
  await later.goto(path)
  await later.getByLabel('Deine Mailadresse').fill(mailOf('marlies'))
  await press(later, 'Link schicken')
  await shows(later, 'Schau in dein Postfach')
  await later.goto((await linkInMail(set, mailOf('marlies'))).replace(/^http:\/\/localhost:\d+/, ''))
  await press(later, /Marlies/)

  await sheet(later).waitFor()
  await settled(later)
  const text = 'Der Boden gehört denen, die ihn bestellen.'
  for (const page of [later, roswitha]) {
    await sheet(page).getByText('Er gehört dem ganzen Dorf.').waitFor()
    await shows(page, 'Gleichzeitig geändert')
    const card = page.locator('.collision')
    expect(await card.count()).toBe(1)
    const wordings = await card.locator('dd').allInnerTexts()
    expect(wordings.slice(0, 3)).toEqual([
      'Das Wasser ist knapp. Der Markt ist fern.',
      'Der Markt ist fern.',
      'Das Wasser wird jedes Jahr knapper. Der Markt ist fern.',
    ])
    expect(await sheet(page).innerText()).toContain(text)
  }
  const report = later.locator('.report')
  await report.getByText('10 Wörter von dir sind angekommen. „Was wir wollen“: 10').waitFor()
  await report.getByText('Wörter von Roswitha dazu.').waitFor()
  await report.getByText('Ein Satz wurde auf beiden Seiten geändert.').waitFor()
  await press(later, 'Gelesen')
  expect(await report.isHidden()).toBe(true)

  // Roswitha's wording it shall be: written into the text, and decided for both.
  await press(roswitha, 'Fassung von Roswitha')
  for (const page of [later, roswitha]) {
    await page.locator('.collision').waitFor({ state: 'detached' })
    const now = `${text} Das Wasser wird jedes Jahr knapper. Der Markt ist fern.`
    await expect.poll(() => sheet(page).innerText()).toContain(now)
  }
})
