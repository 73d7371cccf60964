import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import type { Make, Making } from '#src/documents/export/outgoing.ts'
import type { Document } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { papers, said, text } from '../stages/setting.ts'

type Line = { event: string; facts: Record<string, unknown> | undefined; error?: unknown }

let w: World
let we: ReturnType<typeof papers>
let swantje: Browse
let document: Document
let next: Making | null = null
const lines: Line[] = []

const make: Make = {
  formats: ['docx', 'pdf', 'html'],
  async make(format, { title, about, content }) {
    const bytes = new TextEncoder().encode(JSON.stringify({ format, title, about, content }))
    return next ?? { ok: true, bytes, extension: format }
  },
}

beforeAll(async () => {
  const log = {
    info: (event: string, facts?: Line['facts']) => void lines.push({ event, facts }),
    error: (event: string, error: unknown, facts?: Line['facts']) => void lines.push({ event, error, facts }),
  }
  w = await world({ log, provided: { make } })
  we = papers(w)
  swantje = await w.as('swantje')
  ;({ document } = await we.adopted('Energie bleibt im Dorf', 'Ein Drittel bleibt.'))
  await we.write(document, text('Die Hälfte bleibt.'))
})

const choosing = (query = '', who = swantje) => who(`${paths.exportDocument(w.groups.en, document)}${query}`)
const fetched = (query: string, who = swantje) => who(`${paths.exportFile(w.groups.en, document)}?${query}`)
const chosen = async (page: Response) =>
  Array.from((await page.text()).matchAll(/<input type="radio"[^>]*name="of"[^>]*>/g), ([input]) => [
    /value="([^"]*)"/.exec(input)?.[1],
    / checked/.test(input),
  ])

describe('what leaves', () => {
  test('is what is in force, where nothing else is asked for', async () => {
    expect(await chosen(await choosing())).toEqual([
      ['adopted', true],
      ['draft', false],
    ])
    const file = await (await fetched('format=html')).text()
    expect(file).toContain('Ein Drittel bleibt.')
    expect(file).toMatch(/Beschluss EN-\d{4}-\d+ vom/)
    expect(await (await fetched('of=adopted&format=html')).text()).toBe(file)
    expect(await (await fetched('of=v1&format=html')).text()).toBe(file)
  })

  test('is the draft only when that is asked for', async () => {
    expect(await chosen(await choosing('?of=draft'))).toContainEqual(['draft', true])
    const file = await (await fetched('of=draft&format=html')).text()
    expect(file).toContain('Die Hälfte bleibt.')
    expect(file).not.toContain('Beschluss')
  })

  test('is the draft where nothing was adopted, and nothing adopted can be had', async () => {
    const { document: other } = await we.text('Wärme', 'Warm.')
    const page = await swantje(paths.exportDocument(w.groups.en, other))
    expect((await chosen(page))[0]).toEqual(['draft', true])
    expect((await swantje(`${paths.exportFile(w.groups.en, other)}?of=adopted&format=html`)).status).toBe(404)
  })

  test('can be chosen from the text, its draft, each of its versions and all of them', async () => {
    const of = (ref?: string) => `href="${paths.exportDocument(w.groups.en, document, ref)}"`.replaceAll('&', '&amp;')
    const page = async (path: string) => (await swantje(path)).text()
    expect(await page(paths.document(w.groups.en, document))).toContain(of('adopted'))
    expect(await page(paths.documentDraft(w.groups.en, document))).toContain(of('draft'))
    expect(await page(paths.snapshot(w.groups.en, document, 1))).toContain(of('v1'))
    expect(await page(paths.versions(w.groups.en, document))).toContain(of())
  })
})

test('a guest who may read a text may take it along, and no other text', async () => {
  const piet = await w.as('piet')
  const vera = await w.as('vera')
  const writing = (title: string) =>
    change(w.ports, (tx, record) => {
      const by = { groupId: w.groups.di.id, actorId: w.people.piet.id, kind: 'position' as const }
      return createDocument(tx, record, { ...by, title, content: text('Offen.') })
    })
  const [open, closed] = [await writing('Für Gäste'), await writing('Für uns')]
  await piet(paths.documentGuests(w.groups.di, open), { form: { guest: w.people.vera.id } })
  const page = await (await vera(paths.document(w.groups.di, open))).text()
  expect(page).toContain(`href="${paths.exportDocument(w.groups.di, open, 'draft')}"`)
  expect((await vera(paths.exportDocument(w.groups.di, open))).status).toBe(200)
  expect((await vera(`${paths.exportFile(w.groups.di, open)}?format=html`)).status).toBe(200)
  expect((await vera(paths.exportDocument(w.groups.di, closed))).status).toBe(404)
  expect((await vera(`${paths.exportFile(w.groups.di, closed)}?format=html`)).status).toBe(404)
})

describe('a file that is not as it should be', () => {
  const tried = async (made: Making, query = 'of=draft&format=pdf') => {
    next = made
    lines.length = 0
    const answer = await fetched(query)
    next = null
    return answer
  }

  test('says that a fault is ours, and the log says where, without a word of the text (S-67)', async () => {
    const answer = await tried({ ok: false, code: 'failed', error: new TypeError('') })
    expect(answer.status).toBe(500)
    expect(await said(answer)).toContain('es liegt nicht an dir')
    const [line, ...others] = lines.filter(({ event }) => event.startsWith('document.'))
    expect(others).toEqual([])
    expect(line).toMatchObject({ event: 'document.export_failed', facts: { documentId: document.id, format: 'pdf' } })
  })

  test.each([
    ['too_large', 422, 'größer, als dieses Format hier verträgt'],
    ['took_too_long', 503, 'zu lange gedauert'],
  ] as const)('says when a limit was reached, and so does the log: %s (S-68)', async (code, status, words) => {
    const answer = await tried({ ok: false, code })
    expect(answer.status).toBe(status)
    expect(await said(answer)).toContain(words)
    expect(lines).toContainEqual(expect.objectContaining({ event: 'document.not_exported' }))
  })

  test('is handed out only to those who know it: signs without a picture, rules of accessibility', async () => {
    const flawed: Making = {
      ...{ ok: true, bytes: new Uint8Array([1]), extension: 'pdf' },
      flaws: { lost: ['🌻', '漢'], universal: false, pictures: 1 },
    }
    const page = await tried(flawed)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    const words = await page.text()
    expect(words).toContain('im PDF steht dort ein leeres Kästchen: 🌻 漢.')
    expect(words).toContain('PDF/UA')
    expect(words).toContain('Ein Bild ist beschädigt')
    expect(words).toContain('name="anyway"')
    expect(lines.filter(({ event }) => event === 'document.exported')).toEqual([])

    const file = await tried(flawed, 'of=draft&format=pdf&anyway=on')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(lines.find(({ event }) => event === 'document.exported')?.facts).toMatchObject({ universal: false })
  })
})
