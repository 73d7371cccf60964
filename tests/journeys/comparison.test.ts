import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { paths } from '#src/paths.ts'
import { comparing, row } from '../documents/comparisons/rows-of-text.ts'
import { follow, press, shows, stage, staysNarrow } from './stage.ts'

// A page without a line says so in the browser's own log.
const set = stage({ foreseen: /ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket|sse:error/ })
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

let text: { id: string }

beforeAll(async () => {
  const { w } = set
  text = await change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, content: comparing(row({})) },
      ...{ kind: 'comparison' as const, title: 'RPL und wir: Energie' },
    }),
  )
})

const en = () => set.w.groups.en
const rowAt = (page: Page, place: number) => page.locator('.comparison-row').nth(place)
const patient = { timeout: 20_000 }

async function openEditor(person: 'swantje' | 'tarek', options?: Parameters<typeof set.enter>[2]) {
  const page = await set.enter(person, paths.editDocument(en(), text), options)
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  await rowAt(page, 0).locator('select').first().waitFor()
  return page
}

const first = `Kap. 2, S. 14\tGroßanlagen werden vorrangig gefördert.
Kap. 2, S. 16\tWasserstoff ist die Leittechnologie des Reviers bis zum Jahr 2028.`

const second = `Kap. 2, S. 15\tGroßanlagen werden vorrangig gefördert.
Kap. 2, S. 17\tWasserstoff ist die Leittechnologie des Reviers bis zum Jahr 2035.
Kap. 3, S. 25\tFür Wärme in den Dörfern wird ein Förderprogramm eingerichtet.`

async function loadEdition(page: Page, version: string, pasted: string): Promise<void> {
  await page.goto(paths.editions(en(), text))
  await page.getByLabel('Programm', { exact: true }).fill('Revierprogramm Larn')
  await page.getByLabel('Ausgabe', { exact: true }).fill(version)
  await page.getByLabel('Aussagen einfügen').fill(pasted)
  await press(page, 'Laden und ansehen')
}

/** Rows as they are seen, from the top. */
const order = async (page: Page): Promise<string[]> => {
  const rows = await page.locator('.comparison-row').evaluateAll((all) =>
    all.map((row) => ({
      top: row.getBoundingClientRect().top,
      words: `${row.querySelector('.row-number')?.textContent} ${row.querySelector('[data-cell=place] .cell-words')?.textContent}`,
    })),
  )
  return rows.sort((a, b) => a.top - b.top).map(({ words }) => words)
}

test('a comparison is filled in by keys, from a phone too, and a second edition asks for work where it differs', async () => {
  const tarek = await openEditor('tarek', phone)
  await staysNarrow(tarek)
  const swantje = await openEditor('swantje')

  // From cell to cell, then through the choices of the row, by the keyboard alone.
  await rowAt(swantje, 0).locator('[data-cell=place] .cell-words').click()
  await swantje.keyboard.type('Kap. 2, S. 14')
  for (const words of ['Große Anlagen zuerst.', 'In der Hand der Menschen.', 'Ein Drittel für Bürgerenergie.']) {
    await swantje.keyboard.press('Tab')
    await swantje.keyboard.type(words)
  }
  await swantje.keyboard.press('Tab')
  const assessment = swantje.getByLabel('Bewertung')
  await expect.poll(() => assessment.evaluate((select) => select === document.activeElement), patient).toBe(true)
  await swantje.keyboard.press('ArrowDown')
  await swantje.keyboard.press('ArrowDown')
  await swantje.keyboard.press('Shift+Tab')
  await swantje.keyboard.type('!')

  // What she chose and wrote is on his phone, and what he chooses there is on her page.
  await expect.poll(() => tarek.getByLabel('Bewertung').inputValue(), patient).toBe('partly')
  await expect.poll(() => rowAt(tarek, 0).textContent(), patient).toContain('Ein Drittel für Bürgerenergie.')
  await tarek.getByLabel('Stand').selectOption('agreed')
  await tarek.getByLabel('Zuständig').selectOption('en')
  await rowAt(tarek, 0).locator('summary').click()
  await tarek.getByLabel('L3 Energie in Bürgerhand').check()
  await expect.poll(() => swantje.getByLabel('Stand').inputValue(), patient).toBe('agreed')
  await expect.poll(() => rowAt(swantje, 0).locator('summary').textContent(), patient).toContain('L3')

  // A second row, moved above the first one and back.
  await rowAt(swantje, 0).locator('[data-cell=demand] .cell-words').click()
  await swantje.keyboard.press('Alt+Enter')
  await swantje.keyboard.type('Kap. 2, S. 16')
  await swantje.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => order(tarek), patient).toEqual(['1 Kap. 2, S. 16', '2 Kap. 2, S. 14'])

  // Down again while Tarek writes in it without a line: nothing of what he writes is lost.
  await tarek.context().setOffline(true)
  await tarek.locator('[data-cell=position] .cell-words').last().click()
  await tarek.keyboard.type('Ohne Netz geschrieben.')
  await swantje.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => order(swantje), patient).toEqual(['1 Kap. 2, S. 14', '2 Kap. 2, S. 16'])
  await tarek.context().setOffline(false)
  await expect.poll(() => order(tarek), patient).toEqual(['1 Kap. 2, S. 14', '2 Kap. 2, S. 16'])
  await expect.poll(() => rowAt(swantje, 1).textContent(), patient).toContain('Ohne Netz geschrieben.')

  // The first edition finds the rows by their places; the second one is looked at before it counts.
  const coordinating = await set.enter('swantje', paths.editions(en(), text))
  await loadEdition(coordinating, '2.0', first)
  await press(coordinating, 'In die Gegenüberstellung übernehmen')
  await shows(coordinating, 'vereinbart')
  await loadEdition(coordinating, '2.1', second)
  await shows(coordinating, '1 neu')
  await press(coordinating, 'In die Gegenüberstellung übernehmen')
  await shows(coordinating, '3 Zeilen')

  // Open editors show it at once; what is dealt with is taken away by a press.
  const marked = tarek.locator('.row-note:not([hidden])')
  await expect.poll(() => marked.count(), patient).toBeGreaterThan(0)
  await staysNarrow(tarek)

  // Filtered and sorted by a plain form and by the keyboard.
  // While the answer to the last press is still being put in its place, a choice may go with the page before it.
  const main = coordinating.locator('main')
  await expect
    .poll(async () => {
      await coordinating.getByLabel('Stand', { exact: true }).selectOption('agreed')
      await press(coordinating, 'Zeilen zeigen')
      await coordinating.waitForLoadState()
      return main.innerText()
    }, patient)
    .toContain('1 von 3 Zeilen')
  await coordinating.goto(paths.rows(en(), text))
  const sorts = (direction: string) => coordinating.locator(`th[aria-sort=${direction}][data-column=place]`)
  await coordinating.getByRole('button', { name: 'Nach „Fundstelle“ sortieren' }).focus()
  await coordinating.keyboard.press('Enter')
  await sorts('ascending').waitFor(patient)
  // A press while the answer is still being put in its place is not heard; nobody is that quick.
  await expect
    .poll(async () => {
      if ((await sorts('descending').count()) === 0) await coordinating.keyboard.press('Enter')
      return sorts('descending').count()
    }, patient)
    .toBe(1)

  const reading = await set.enter('tarek', paths.document(en(), text), phone)
  await shows(reading, 'Ein Drittel für Bürgerenergie.')
  await staysNarrow(reading)
  await follow(reading, 'Zeilen filtern und ausgeben')
  await shows(reading, '3 Zeilen')
  await staysNarrow(reading)
}, 120_000)
