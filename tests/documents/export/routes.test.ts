import { desc, eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { documentThreads } from '#src/documents/comments/schema.ts'
import { convertFile } from '#src/documents/conversion/convert.ts'
import { documentImports } from '#src/documents/conversion/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { exportTries } from '#src/documents/export/schema.ts'
import type { Content } from '#src/documents/markup.ts'
import { findDocument } from '#src/documents/model.ts'
import { type Document, documents } from '#src/documents/schema.ts'
import { freezeDraft } from '#src/documents/versions/freezing.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { docx, para, picture, run } from '../zip.ts'
import { png } from './sheet.ts'

let w: World
let swantje: Browse
let document: Document
const lines: { event: string; facts: Record<string, unknown> | undefined }[] = []

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

const write = (content: Content[], title = 'Energie: „bleibt“ im Dorf?') =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position', title },
      content: { type: 'doc', content },
    }),
  )

beforeAll(async () => {
  const log = {
    info: (event: string, facts?: Record<string, unknown>) => void lines.push({ event, facts }),
    error: () => undefined,
  }
  w = await world({ log })
  swantje = await w.as('swantje')
  document = await write([
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Was wir fordern' }] },
    p('Ein Drittel für alle.'),
  ])
})

const fetched = (query: string, who = swantje, of: { id: string } = document) =>
  who(`${paths.exportFile(w.groups.en, of)}?${query}`)
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

describe('a file of a text', () => {
  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['odt', 'application/vnd.oasis.opendocument.text', 'PK'],
    ['html', 'text/html; charset=utf-8', '<!'],
    ['md', 'text/markdown; charset=utf-8', '# '],
  ])('comes as .%s under a speaking name, and as a download that runs nothing', async (format, type, begin) => {
    const answer = await fetched(`of=draft&format=${format}&letterhead=on`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(
      new RegExp(`^attachment; filename="Energie-bleibt-im-Dorf-Entwurf-\\d{4}-\\d\\d-\\d\\d\\.${format}"`),
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(new TextDecoder().decode((await bytesOf(answer)).subarray(0, 2))).toBe(begin)
  })

  test('is the frozen version when that is asked for, with its number and checksum', async () => {
    const paper = await findDocument(w.db, w.groups.en.id, document.id)
    if (!paper) throw new Error('no paper')
    const actor = await w.actor('swantje', 'en')
    const { snapshot } = await change(w.ports, (tx, record) => freezeDraft(tx, record, paper, actor))
    const answer = await fetched('of=v1&format=html')
    expect(answer.headers.get('content-disposition')).toContain('Fassung-1.html')
    const html = await answer.text()
    expect(html).toContain(snapshot.checksum)
    expect(html).toMatch(/Fassung\u00A01 vom \d/)
    expect((await fetched('of=v7&format=html')).status).toBe(404)
  })

  test('is written to the log, without a word of the text (S-67, S-68)', async () => {
    const before = lines.length
    await fetched('of=draft&format=md')
    const line = lines.slice(before).find(({ event }) => event === 'document.exported')
    expect(line?.facts).toMatchObject({
      documentId: document.id,
      personId: w.people.swantje.id,
      format: 'md',
      of: 'draft',
    })
    expect(JSON.stringify(line)).not.toContain('Drittel')
  })

  test('is for those who may read the text, and for nobody else', async () => {
    const [gerd, vera, bjarne] = await Promise.all([w.as('gerd'), w.as('vera'), w.as('bjarne')])
    const answers = await Promise.all([gerd, vera, bjarne].map((who) => fetched('of=draft&format=md', who)))
    const readable = await Promise.all([gerd, vera, bjarne].map((who) => who(paths.document(w.groups.en, document))))
    expect(answers.map(({ status }) => status)).toEqual(readable.map(({ status }) => status))
    expect((await w.anonymous(`${paths.exportFile(w.groups.en, document)}?format=md`)).status).not.toBe(200)
  })

  test('in Markdown takes its pictures along, each under a name of its own (S-62)', async () => {
    const file = docx(
      para(run('Bilder ') + picture('i1') + picture('i2')),
      {
        i1: { kind: 'image', target: 'media/1.png' },
        i2: { kind: 'image', target: 'media/1.png' },
      },
      { 'word/media/1.png': png() },
    )
    const sent = await swantje(paths.documents(w.groups.en), {
      form: { kind: 'position', title: 'Bilder', start: 'file', pasted: '', file: new File([file], 'b.docx') },
    })
    expect(sent.status).toBe(303)
    const [made] = await w.db.select().from(documents).orderBy(desc(documents.createdAt)).limit(1)
    const answer = await fetched('of=draft&format=md', swantje, made)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(Object.keys(unzipSync(await bytesOf(answer)))).toEqual([
      'Bilder.md',
      'bilder/1-Bild.png',
      'bilder/2-Bild.png',
    ])
  })

  test('is not made without end for one person (S-66)', async () => {
    const tarek = await w.as('tarek')
    await w.db.insert(exportTries).values(Array.from({ length: 30 }, () => ({ personId: w.people.tarek.id })))
    const answer = await fetched('of=draft&format=md', tarek)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '600'])
    expect(await answer.text()).toContain('In zehn Minuten geht es weiter.')
    expect((await fetched('of=draft&format=md')).status).toBe(200)
  })

  test('is read no more often than it is made (S-66)', async () => {
    const nele = await w.as('nele')
    await w.db.insert(exportTries).values(Array.from({ length: 30 }, () => ({ personId: w.people.nele.id })))
    const form = { kind: 'position', title: '', start: 'pasted', pasted: '# Titel\n\nText' }
    const [refused, read] = await Promise.all([nele, swantje].map((who) => who(paths.documents(w.groups.kk), { form })))
    expect([refused?.status, read?.status]).toEqual([422, 303])
    expect(await refused?.text()).toContain('Das waren viele Dateien kurz nacheinander.')
  })
})

describe('a text from a file', () => {
  test('brings its pictures and comments along, and says what became of everything', async () => {
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="Bjarne Holm" w:date="2026-05-02T09:30:00Z"><w:p><w:r><w:t>Woher @{${w.people.gerd.id}}?</w:t></w:r></w:p></w:comment></w:comments>`
    const body = para(
      `${run('Es sind ')}<w:commentRangeStart w:id="4"/>${run('zwei Drittel')}<w:commentRangeEnd w:id="4"/>${run(' mehr.')}`,
    )
    const file = docx(
      body + para(picture('i1')),
      { i1: { kind: 'image', target: 'media/1.png' } },
      {
        'word/media/1.png': png(),
        'word/comments.xml': new TextEncoder().encode(comments),
      },
    )
    const sent = await swantje(paths.documents(w.groups.en), {
      form: { kind: 'position', title: 'Zahlen', start: 'file', pasted: '', file: new File([file], 'Zahlen.docx') },
    })
    const [made] = await w.db.select().from(documents).where(eq(documents.title, 'Zahlen'))
    if (!made) throw new Error('no text')
    const page = await (await swantje(sent.headers.get('location') ?? '')).text()
    expect(page).toContain('Er kommt aus „Zahlen.docx“.')
    expect(page).toContain('ein Bild; ein Kommentar, als Gespräch an seiner Stelle.')
    expect(page).toContain('Bjarne Holm (2026-05-02): Woher')
    const [thread] = await w.db.select().from(documentThreads).where(eq(documentThreads.documentId, made.id))
    expect(thread).toMatchObject({ on: 'passage', quote: 'zwei Drittel', createdById: w.people.swantje.id })
    const [kept] = await w.db.select().from(documentImports).where(eq(documentImports.documentId, made.id))
    expect(kept).toMatchObject({
      fileName: 'Zahlen.docx',
      report: { pictures: 1, threads: 1, picturesWithoutWords: 1 },
    })
    expect(page).toMatch(/<img[^>]+attachments/)
    const back = await convertFile(await bytesOf(await fetched('of=draft&format=docx&remarks=on', swantje, made)))
    expect(back).toMatchObject({
      ok: true,
      threads: [{ quote: 'zwei Drittel', remarks: [{ author: 'Swantje Kieselbach' }] }],
    })
  })
})

test('the page offers what this server can make, and every frozen version', async () => {
  const page = await (await swantje(paths.exportDocument(w.groups.en, document))).text()
  expect(page).toContain('Der Entwurf, wie er jetzt ist')
  expect(page).toMatch(/Fassung\u00A01, festgehalten am/)
  for (const format of ['docx', 'odt', 'html', 'md']) expect(page).toContain(`value="${format}"`)
})
