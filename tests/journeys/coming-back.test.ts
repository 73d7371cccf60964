import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import type { Content } from '#src/documents/markup.ts'
import { documentVisits } from '#src/documents/visits/schema.ts'
import { paths } from '#src/paths.ts'
import { follow, press, stage, staysNarrow, unfold } from './stage.ts'

const set = stage({ foreseen: /WebSocket|sse:error/ })

const patience = { timeout: 20_000 }
const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')
const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : undefined

const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const h = (text: string): Content => ({ ...p(text), type: 'heading', attrs: { level: 2 } })
const cell = (type: string, words: string): Content => ({ type, content: [p(words)] })
const row = (type: string, ...words: string[]): Content => ({
  type: 'tableRow',
  content: words.map((one) => cell(type, one)),
})

const content: Content = {
  type: 'doc',
  content: [
    h('Wind'),
    p('Die Anlagen stehen im Westen des Kreises, weit von den Dörfern.'),
    h('Wärme'),
    p('Die Wärme kommt aus dem Netz in Tannrode und reicht für alle Dörfer.'),
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: false }, content: [p('Brief an den Kreis')] }],
    },
    { type: 'table', content: [row('tableHeader', 'Ort', 'Jahr'), row('tableCell', 'Larn', '2027')] },
    p('Niemand zahlt mehr als heute.'),
  ],
}

async function draft() {
  const of = { groupId: set.w.groups.en.id, actorId: set.w.people.swantje.id, kind: 'position' } as const
  return change(set.w.ports, (tx, record) => createDocument(tx, record, { ...of, title: 'Energie im Dorf', content }))
}

const daysPass = () =>
  set.w.db.update(documentVisits).set({ seenAt: sql`${documentVisits.seenAt} - interval '3 days'` })

test('Somebody comes back, sees in the text what others changed, and restores what it was while others write', {
  timeout: 180_000,
}, async () => {
  const text = await draft()
  const group = set.w.groups.en
  const [gerd, bjarne] = await Promise.all([
    set.enter('gerd', paths.document(group, text)),
    set.enter('bjarne', paths.editDocument(group, text)),
  ])
  expect(await gerd.locator('#since-visit').count()).toBe(0)
  await daysPass()

  // Bjarne names the state, then changes a word, ticks nothing off and writes a paragraph.
  await sheet(bjarne).waitFor(patience)
  await sheet(bjarne).click()
  await bjarne.keyboard.press('ControlOrMeta+End')
  await bjarne.keyboard.type(' Und niemand friert.')
  await expect.poll(() => bjarne.locator('.save').innerText(), patience).toContain('Gespeichert')

  // Gerd reads what is new, in the text, with keys from place to place.
  await gerd.goto(paths.document(group, text))
  await gerd.locator('#since-visit').waitFor(patience)
  expect(await gerd.locator('#since-visit').innerText()).toContain('1\u00A0Stelle geändert von Bjarne')
  await shot(gerd, 'since-visit')
  await follow(gerd, 'Im Text zeigen')
  await gerd.locator('ins', { hasText: 'Und niemand friert.' }).waitFor(patience)
  await gerd.locator('place-steps button').first().waitFor(patience)
  await gerd.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => gerd.evaluate(() => document.activeElement?.id), patience).toBe('change-1')
  await shot(gerd, 'since-visit-marked')
  await gerd.setViewportSize({ width: 390, height: 800 })
  await staysNarrow(gerd)
  await shot(gerd, 'since-visit-phone')
  await gerd.setViewportSize({ width: 1280, height: 900 })
  await press(gerd, 'Gesehen')
  await expect.poll(() => gerd.locator('#since-visit').count(), patience).toBe(0)

  // He names the state as it is; Bjarne goes on and deletes everything.
  await gerd.goto(paths.versions(group, text))
  await unfold(gerd, 'Jetzigen Stand benennen')
  await gerd.getByLabel('Name').fill('vor der Sitzung')
  await press(gerd, 'Jetzigen Stand benennen')
  await gerd.getByRole('link', { name: '„vor der Sitzung“' }).waitFor(patience)
  await sheet(bjarne).click()
  await bjarne.keyboard.press('ControlOrMeta+a')
  await bjarne.keyboard.press('Delete')
  await bjarne.keyboard.type('Alles neu')
  await expect.poll(() => bjarne.locator('.save').innerText(), patience).toContain('Gespeichert')

  // What was there is compared and restored; Bjarne sees it come back while he writes.
  await press(gerd, 'Vergleichen')
  await gerd.getByText('Stellen geändert').first().waitFor(patience)
  await shot(gerd, 'difference')
  await gerd.goto(paths.versions(group, text))
  await shot(gerd, 'versions')
  await gerd.setViewportSize({ width: 390, height: 800 })
  await staysNarrow(gerd)
  await shot(gerd, 'versions-phone')
  await gerd.setViewportSize({ width: 1280, height: 900 })
  await follow(gerd, '„vor der Sitzung“')
  await shot(gerd, 'state')
  await unfold(gerd, 'Wiederherstellen')
  await gerd.locator('#restore-form, dialog[open]').getByRole('button', { name: 'Wiederherstellen' }).first().click()
  await gerd.waitForURL((url) => url.pathname === paths.document(group, text), patience)
  await expect.poll(() => sheet(bjarne).innerText(), patience).toContain('Und niemand friert.')
  await bjarne.keyboard.press('ControlOrMeta+End')
  await bjarne.keyboard.type(' Weiter geht es.')
  await expect.poll(() => gerd.locator('.paper').innerText(), patience).toContain('Weiter geht es.')
  await gerd.goto(paths.versions(group, text))
  await gerd.getByText('Vor dem Wiederherstellen').first().waitFor(patience)
})
