import { expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { papers } from '../documents/stages/setting.ts'
import { follow, press, shows, stage, staysNarrow, unfold } from './stage.ts'

const set = stage()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('a reader sees the adopted text while the draft changes, and both say where they stand', {
  timeout: 120_000,
}, async () => {
  const { w } = set
  const { en } = w.groups
  const { document } = await papers(w).adopted('Wärme für alle', 'Wärme ist ein Grundrecht.')
  const tarek = await set.enter('tarek', paths.document(en, document), phone)
  await shows(tarek, 'Der Entwurf ist derselbe.')
  const gerd = await set.enter('gerd', paths.editDocument(en, document))
  await gerd.locator('.ProseMirror[contenteditable="true"]').click({ timeout: 20_000 })
  await gerd.locator('kreislauf-editor .save[data-save="saved"]').waitFor({ timeout: 20_000 })

  // Gerd writes on; Tarek's open page goes on showing what was adopted, and says that the draft has changed.
  await gerd.keyboard.press('Control+End')
  await gerd.keyboard.type(' Kühle auch.')
  const tabs = tarek.getByRole('navigation', { name: 'Welcher Text?' })
  await tabs.getByText('Entwurf: Eine Stelle geändert').waitFor({ timeout: 30_000 })
  expect(await tarek.locator('.paper').innerText()).not.toContain('Kühle')
  await staysNarrow(tarek)
  await gerd.keyboard.press('Enter')
  await gerd.keyboard.type('Ein zweiter Absatz.')
  await tabs.getByText('Entwurf: 2\u00A0Stellen geändert').waitFor({ timeout: 30_000 })

  // One tap away, by keyboard too, and the difference from there.
  await tabs.getByRole('link', { name: /^Entwurf/ }).press('Enter')
  await shows(tarek, 'Du liest den Entwurf.')
  await shows(tarek, 'Kühle auch.')
  expect(await tabs.locator('[aria-current=page]').innerText()).toContain('Entwurf')
  await follow(tarek, 'Unterschied ansehen')
  await tarek.locator('ins', { hasText: 'Kühle' }).first().waitFor()

  // Gerd asks for a review; it waits for Tarek on his first page, until he has read it.
  await gerd.goto(paths.stage(en, document))
  await unfold(gerd, 'Um Durchsicht bitten')
  await press(gerd, 'Um Durchsicht bitten')
  await shows(gerd, 'Tarek Lindhövel')
  await tarek.goto('/')
  await follow(tarek, 'Lesen')
  await press(tarek, 'Ich habe ihn gelesen')
  await shows(tarek, /1 von \d haben ihn gelesen/)
  await gerd.getByText('Tarek Lindhövel · gelesen').waitFor({ timeout: 20_000 })
})
