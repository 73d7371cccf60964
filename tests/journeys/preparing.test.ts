import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { between } from '../referrals/setting.ts'
import { sampleAlliance } from '../support/sample-alliance.ts'
import { shows, stage } from './stage.ts'

const set = stage({ open: sampleAlliance })

/** Whoever prepares only clicks, and every click counts. */
function counted(page: Page) {
  let clicks = 0
  const on = async (what: Locator) => {
    clicks += 1
    await what.click()
  }
  return {
    link: (name: string | RegExp) => on(page.getByRole('link', { name }).first()),
    button: (name: string | RegExp) => on(page.getByRole('button', { name }).first()),
    back: async () => {
      clicks += 1
      await page.goBack()
    },
    clicks: () => clicks,
  }
}

const titles = (page: Page) => page.locator('ol.agenda > li').evaluateAll((all) => all.map((one) => one.dataset.title))

const place = async (page: Page, title: string) => (await titles(page)).indexOf(title)

const ordered = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/order'))

const comparison = 'RPL 2.0 und wir: Energie'
const signatures = 'Mitzeichnung „Energie bleibt im Dorf“'

test('a coordinator prepares KK-07 without typing: agenda, papers, invitations', { timeout: 180_000 }, async () => {
  const henrike = await set.enter('henrike', '/')
  const prepares = counted(henrike)
  await prepares.link(/^Kreis$/)
  await prepares.link('Sitzungen')
  await prepares.link('Sitzung KK-07')

  // The agenda has filled itself: minutes, what was left, what groups have sent, a day from outside, a review.
  await shows(henrike, 'Protokoll von KK-06 genehmigen')
  const filled = await titles(henrike)
  expect(filled).toEqual(expect.arrayContaining([signatures, comparison, 'Antwort auf das Revierprogramm Larn 2.0']))
  expect(filled.findIndex((title) => title?.includes('Wortzeichen statt Logo'))).toBeGreaterThan(0)

  // One look at the paper, and the matter of the group comes first.
  await prepares.link(/^Unterlage: RPL 2\.0/)
  await shows(henrike, /Fassung\s3/)
  await prepares.back()
  const before = await place(henrike, comparison)
  await prepares.button(`${comparison}: höher`)
  await expect.poll(() => place(henrike, comparison)).toBe(before - 1)

  // Meanwhile a group sends something; it is one click away.
  await between(set.w).send(null, { title: 'Wer haftet?' })
  await henrike.reload()
  await prepares.button('Neues aufnehmen')
  await expect.poll(() => place(henrike, 'Wer haftet?')).toBeGreaterThan(0)

  const mails = set.w.mails().length
  await prepares.button('Prüfen und einladen')
  await shows(henrike, 'Eingeladen am')
  await expect.poll(() => set.w.mails().length - mails, { timeout: 20_000 }).toBeGreaterThanOrEqual(16)
  const [mail] = set.w.mails()
  expect(mail?.text).toContain('Wer haftet?')
  expect(mail?.ical?.file).toContain('BEGIN:VEVENT')
  expect(new Set(set.w.mails().map(({ to }) => to)).size).toBeGreaterThanOrEqual(16)

  // The one after it is planned in the same rhythm, with what is left for it.
  await prepares.link('Sitzungen')
  await prepares.link('Sitzung planen')
  await prepares.button(/^Planen/)
  await shows(henrike, 'Nächster Termin und Übergabe')
  expect(prepares.clicks()).toBeLessThanOrEqual(20)

  // Both sides of the referral say when it is talked about.
  const tarek = await set.enter('tarek', '/groups/en/referrals')
  await shows(tarek, 'KK-07')
})

test('items are moved with keys and dragged, and it is said where they are', { timeout: 120_000 }, async () => {
  const ayla = await set.enter('ayla', '/groups/kk/meetings')
  await ayla.getByRole('link', { name: 'Sitzung KK-07' }).first().click()
  await ayla.locator('arranged-agenda:defined').waitFor()
  const before = await place(ayla, signatures)
  await ayla.getByRole('link', { name: `${signatures}: ändern` }).focus()
  const sent = ordered(ayla)
  await ayla.keyboard.press('Alt+ArrowDown')
  await sent
  await expect
    .poll(() => ayla.locator('#agenda-said').textContent())
    .toBe(`${signatures}: jetzt an Stelle ${before + 2} von ${(await titles(ayla)).length}.`)
  await ayla.reload()
  expect(await place(ayla, signatures)).toBe(before + 1)

  const item = ayla.locator('ol.agenda > li').nth(before + 1)
  const above = ayla.locator('ol.agenda > li').nth(before)
  await item.scrollIntoViewIfNeeded()
  const [from, to] = [await item.locator('.rand').boundingBox(), await above.boundingBox()]
  if (!from || !to) throw new Error('Nothing to drag')
  await ayla.mouse.move(from.x + 10, from.y + 10)
  await ayla.mouse.down()
  await ayla.mouse.move(from.x + 10, from.y - 10, { steps: 5 })
  await ayla.mouse.move(to.x + 10, to.y + 5, { steps: 10 })
  const dragged = ordered(ayla)
  await ayla.mouse.up()
  await dragged
  await ayla.reload()
  expect(await place(ayla, signatures)).toBe(before)
})
