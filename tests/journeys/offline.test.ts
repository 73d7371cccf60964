import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { between } from '../referrals/setting.ts'
import { shows, stage } from './stage.ts'

const set = stage({ foreseen: /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/ })

const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')
const says = (page: Page, words: string) => page.locator('.save', { hasText: words }).waitFor()

/** As in a tunnel: the page cannot get through, and the socket that stood is gone. */
async function cutOff(page: Page) {
  await page.context().setOffline(true)
  await set.w.ports.bus.revoke({ personId: set.w.people.gerd.id, groupId: set.w.groups.en.id, final: false })
}

test('whoever loses the connection while writing is told so at once, and nothing is lost', {
  timeout: 60_000,
}, async () => {
  const { document } = await between(set.w).text('Wärme für Tannrode', 'Im Winter warm.')
  const path = `/groups/en/documents/${document.id}`
  const gerd = await set.enter('gerd', `${path}/edit`)
  const swantje = await set.enter('swantje', path)
  await sheet(gerd).waitFor()
  await gerd.keyboard.type('Vorher. ')
  await shows(swantje, 'Vorher.')

  const device = gerd.context()
  await device.newPage()
  await cutOff(gerd)
  await gerd.keyboard.type('Oben gibt es nichts. ')
  await says(gerd, 'Ohne Netz. 4 Wörter noch nicht gesendet. Sie liegen auf diesem Gerät.')

  // They are on the device: closing the page does not lose them, and nobody is asked.
  const closed = gerd.waitForEvent('close')
  await gerd.close({ runBeforeUnload: true })
  await closed

  expect(await swantje.locator('main').innerText()).not.toContain('Oben gibt es nichts.')
  await device.setOffline(false)
  const later = await device.newPage()
  await later.goto(`${path}/edit`)
  await later.locator('.report', { hasText: '4 Wörter von dir sind angekommen.' }).waitFor()
  await swantje.reload()
  await shows(swantje, 'Vorher. Oben gibt es nichts.')

  // Everything is stored: nobody is asked on the way out.
  await later.goto(path)
  await shows(later, 'Vorher. Oben gibt es nichts.')
})
