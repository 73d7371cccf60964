import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { convertFile } from '#src/documents/conversion/convert.ts'
import { paths } from '#src/paths.ts'
import { png } from '../documents/export/sheet.ts'
import { docx, heading, item, para, picture, run, table } from '../documents/zip.ts'
import { follow, pathOf, press, shows, stage } from './stage.ts'

const set = stage()
const patience = { timeout: 20_000 }

const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const xml = (body: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const at = 'w:date="2026-05-02T09:30:00Z"'

/** As somebody has written it in Word: with a comment, a note, a picture, lists in lists and an open change. */
const written = () =>
  docx(
    heading(1, 'Energie bleibt im Dorf') +
      para(
        `${run('Es sind ')}<w:commentRangeStart w:id="4"/>${run('zwei Drittel')}<w:commentRangeEnd w:id="4"/>${run(' mehr')}` +
          `<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}<w:ins w:id="9" w:author="Bjarne" ${at}>${run(' Auch hier.')}</w:ins>`,
      ) +
      item(0, 'Wärme') +
      item(1, 'für Dörfer') +
      item(0, 'Strom') +
      table(['Ort', 'Jahr'], ['Tannrode', '2026']) +
      para(picture('i1')),
    { i1: { kind: 'image', target: 'media/1.png' } },
    {
      'word/media/1.png': png(),
      'word/comments.xml': xml(
        `<w:comments ${names}><w:comment w:id="4" w:author="Bjarne Holm" ${at}><w:p><w:r><w:t>Woher?</w:t></w:r></w:p></w:comment></w:comments>`,
      ),
      'word/footnotes.xml': xml(
        `<w:footnotes ${names}><w:footnote w:id="2"><w:p>${run('Landtag, Drucksache 7.')}</w:p></w:footnote></w:footnotes>`,
      ),
    },
  )

const sheetOf = async (page: Page) => {
  const sheet = page.locator('.ProseMirror[contenteditable=true]')
  await sheet.waitFor(patience)
  return sheet
}

/** What a file for Word consists of. */
const partsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes)
  return { names: Object.keys(parts), text: (name: string) => strFromU8(parts[name] ?? new Uint8Array()) }
}

test('A file from Word comes in, is worked on by two, and leaves as one that Word and LibreOffice open', {
  timeout: 180_000,
}, async () => {
  const { en } = set.w.groups
  const swantje = await set.enter('swantje', paths.newDocument(en))
  await swantje.locator('input[name=start][value=file]').check()
  const file = { name: 'Energie.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(written()) }
  await swantje.locator('input[type=file]').setInputFiles(file)
  await swantje.locator('form:has(input[type=file])').getByRole('button').last().click()

  // What came along stands there, and what became of the rest is said.
  await shows(swantje, 'Er kommt aus „Energie.docx“.')
  await shows(swantje, 'Bjarne Holm')
  const document = { id: (await pathOf(swantje)).split('/').at(-1) ?? '' }
  const paper = swantje.locator('.paper')
  await paper.locator('li li', { hasText: 'für Dörfer' }).waitFor(patience)
  await expect.poll(() => paper.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40)

  // Swantje writes on; Tarek only suggests.
  await swantje.goto(paths.editDocument(en, document))
  const sheet = await sheetOf(swantje)
  await swantje.locator('kreislauf-editor .save[data-save="saved"]').waitFor(patience)
  await sheet.locator('p', { hasText: 'Strom' }).click()
  await swantje.keyboard.press('End')
  await swantje.keyboard.type(' und Netze')
  await swantje.locator('kreislauf-editor .save[data-save="saved"]').waitFor(patience)
  const tarek = await set.enter('tarek', paths.editDocumentAs(en, document, 'suggest'))
  await (await sheetOf(tarek)).locator('li p', { hasText: 'und Netze' }).click()
  await tarek.keyboard.press('End')
  await tarek.keyboard.type(' und Speicher')
  await expect.poll(() => tarek.locator('.suggest-save').innerText(), patience).toContain('Vorschlag gespeichert')

  // It leaves for Word with all of that: no script is needed for it.
  await swantje.goto(paths.document(en, document))
  await follow(swantje, 'Ausgeben')
  await swantje.getByLabel('Word (.docx)').check()
  await swantje.getByLabel('Offene Kommentare').check()
  await swantje.getByLabel('Offene Vorschläge').check()
  const [download] = await Promise.all([swantje.waitForEvent('download', patience), press(swantje, 'Datei holen')])
  expect(download.suggestedFilename()).toMatch(/^Energie-bleibt-im-Dorf-Entwurf-[\d-]+\.docx$/)
  const bytes = new Uint8Array(readFileSync(await download.path()))
  if (process.env.SHOTS) writeFileSync(`${process.env.SHOTS}/Energie.docx`, bytes)

  const { names: parts, text } = partsOf(bytes)
  const body = text('word/document.xml')
  expect(parts).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/styles.xml', 'word/numbering.xml']),
  )
  expect(body).toMatch(/<w:ins [^>]*w:author="Tarek Lindhövel"[^>]*>(?:(?!<\/w:ins>).)* und Speicher/)
  expect(body).not.toContain('<w:del ')
  expect(body).toMatch(/<w:ilvl w:val="1"\/>(?:(?!<\/w:p>).)*für Dörfer/)
  expect(body.match(/<w:tr[ >]/g)).toHaveLength(2)
  const marked = /<w:commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd w:id="\1"\/>/.exec(body)
  expect(marked?.[2]?.replace(/<[^>]+>/g, '')).toBe('zwei Drittel')
  expect(text('word/comments.xml')).toMatch(/Bjarne Holm[\s\S]*Woher\?/)
  expect(text('word/footnotes.xml')).toContain('Landtag, Drucksache 7.')
  expect(parts.filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  for (const name of ['footnotes', 'comments'])
    expect(text('word/_rels/document.xml.rels')).toMatch(new RegExp(`relationships/${name}"`))

  // And it comes back as what it was, with what Tarek suggested taken as Word would take it.
  const back = await convertFile(bytes as Uint8Array<ArrayBuffer>)
  expect(back).toMatchObject({ ok: true, report: { tables: 1, footnotes: 1, pictures: 1, insertionsTaken: 1 } })
  expect(JSON.stringify(back)).toContain('und Netze')
})
