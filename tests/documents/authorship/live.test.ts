import { expect, onTestFinished, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { contentOf, firstClientId } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { copySnapshotToDraft } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { paths } from '#src/paths.ts'
import { between } from '../../referrals/setting.ts'
import { browsedWorld } from '../../support/served-world.ts'
import { addText, openSyncedTab, until } from '../editing/co-editing.ts'

const set = browsedWorld()

test('nobody writes on in the words of a version, which would then look like its words', async () => {
  const { snapshot } = await between(set.w).text('Wärme für Tannrode', 'Wärme fehlt ganz.')
  const of = { snapshot, groupId: set.w.groups.en.id, actorId: set.w.people.swantje.id }
  const document = await change(set.w.ports, (tx, record) => copySnapshotToDraft(tx, record, of))
  const sync = `${paths.document(set.w.groups.en, document)}/sync`
  const forger = await openSyncedTab(set.served, 'swantje', sync)
  const { clientID } = forger.doc
  forger.doc.clientID = firstClientId
  forger.write('Und der Kreis hat es so beschlossen.')
  forger.doc.clientID = clientID
  const honest = await openSyncedTab(set.served, 'tarek', sync)
  for (const tab of [forger, honest]) onTestFinished(() => tab.close())
  honest.write('Jetzt nicht mehr.')
  const written = async () => plainTextOf(contentOf(await currentState(set.w.db, document.id)))
  await until(async () => (await written()).includes('Jetzt nicht mehr.'), 'what is honest is stored')
  expect(await written()).toBe('Wärme fehlt ganz.\nJetzt nicht mehr.')
})

test('an open page shows new words, and whose they are, without a reload; keys lead to the legend', async () => {
  const document = await addText(set.w)
  const tab = await openSyncedTab(set.served, 'swantje', document.sync)
  onTestFinished(() => tab.close())
  tab.write('Wer neben dem Windrad wohnt, soll daran verdienen.')
  const page = await set.served.page(set.browser, 'gerd')
  onTestFinished(() => page.context().close())
  await page.goto(paths.document(set.w.groups.en, document))
  await page.getByRole('link', { name: 'Wer hat was geschrieben' }).press('Enter')
  await page.locator('.paper .by', { hasText: 'Wer neben dem Windrad' }).waitFor()

  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  tab.write('Und wer daneben lebt, auch.')
  await page.locator('.paper .by', { hasText: 'Und wer daneben lebt' }).waitFor()
  await page.locator('#by-1', { hasText: '13' }).waitFor()
  expect(loads).toBe(0)

  await page.locator('.paper .by-sign').last().focus()
  const flag = await page
    .locator('.paper .by-sign')
    .last()
    .evaluate((sign) => getComputedStyle(sign, '::after').content)
  expect(flag).toBe('"Swantje Kieselbach"')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toBe('#by-1')
}, 90_000)
