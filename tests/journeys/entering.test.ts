import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { between } from '../referrals/setting.ts'
import { linkInMail, press, shows, stage, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 410/ })

test('from the mail with an invitation to the first words in a text it takes three clicks and one field', {
  timeout: 60_000,
}, async () => {
  const { document } = await between(set.w).text('Wärme für Tannrode', 'Im Winter warm.')
  const swantje = await set.enter('swantje', '/groups/en/people')
  await unfold(swantje, 'Jemanden einladen')
  await swantje.locator('[name=email]').fill('tilda.rehm@example.org')
  await press(swantje, 'Einladung schicken')
  await shows(swantje, 'tilda.rehm@example.org')
  await swantje.goto('/groups/en')

  let clicks = 0
  const click = (place: Locator) => {
    clicks += 1
    return place.click()
  }
  const tilda = await set.enter(null, '/help')
  clicks += 1
  await tilda.goto(await linkInMail(set, 'tilda.rehm@example.org'))
  await shows(tilda, 'Swantje Kieselbach lädt dich ein.')
  const fields = tilda.locator('main :is(input, select, textarea):visible')
  expect(await fields.count()).toBe(1)
  await fields.fill('Tilda Rehm')
  await click(tilda.getByRole('button', { name: 'Einladung annehmen' }))
  await tilda.waitForURL('**/groups/en')
  await swantje.locator('#people-live', { hasText: 'Tilda' }).waitFor()
  await click(tilda.getByRole('link', { name: 'Weiterschreiben' }))
  await tilda.locator('.ProseMirror:focus').waitFor()
  await tilda.keyboard.type('Guten Tag! ')
  await tilda.locator('.save', { hasText: 'Gespeichert' }).waitFor()
  expect(clicks).toBe(3)

  await swantje.goto(`/groups/en/documents/${document.id}`)
  await shows(swantje, 'Guten Tag! ')
})

test('a new text is ready to type after two clicks, and is renamed where one writes', { timeout: 60_000 }, async () => {
  const gerd = await set.enter('gerd', '/groups/en')
  let clicks = 0
  const click = async (what: Locator) => {
    clicks++
    await what.click()
  }
  await click(gerd.getByRole('link', { name: 'Neuen Text anfangen' }))
  await click(gerd.getByRole('button', { name: 'Protokoll' }))
  await gerd.locator('.ProseMirror:focus').waitFor()
  expect(clicks).toBe(2)
  await shows(gerd, 'Protokoll, ')
  await gerd.keyboard.type('Da waren alle. ')
  await unfold(gerd, 'Titel ändern')
  await gerd.locator('#rename [name=title]').fill('Sitzung der AG')
  await press(gerd, 'Titel ändern')
  await gerd.locator('h1', { hasText: 'Sitzung der AG' }).waitFor()
  await shows(gerd, 'Da waren alle.')
  await gerd.waitForURL(/\/edit$/)
})

test('a link from a mail signs in once, after a button, and leads to the page that was wanted', {
  timeout: 60_000,
}, async () => {
  const gerd = await set.enter(null, '/groups/en/tasks')
  await gerd.waitForURL(/\/sign-in/)
  await gerd.locator('[name=email]').fill('gerd.moosbach@example.org')
  await press(gerd, 'Link schicken')
  await shows(gerd, 'Schau in dein Postfach')
  const link = await linkInMail(set, 'gerd.moosbach@example.org')

  // A machine that looks into every mail opens it first.
  expect((await fetch(link)).status).toBe(200)
  const late = await set.enter(null, link)
  await gerd.goto(link)
  await press(gerd, 'Als Gerd Moosbach anmelden')
  await gerd.waitForURL('**/groups/en/tasks')
  await shows(gerd, 'Aufgaben')

  await press(late, 'Als Gerd Moosbach anmelden')
  await shows(late, 'Der Anmeldelink gilt nicht mehr')
  expect(await late.locator('body[data-signed-in]').count()).toBe(0)
})
