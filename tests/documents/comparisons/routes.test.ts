import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { documentReplacements } from '#src/documents/replacements/schema.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { between } from '../../referrals/setting.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { comparing, row } from './rows-of-text.ts'

let w: World
let swantje: Browse
let document: { id: string; title: string; groupId: string }

const hostile = '<img src=x onerror=alert(1)>'

const content = comparing(
  row({
    place: 'Kap. 2, S. 14',
    statement: `Großanlagen werden gefördert. ${hostile}`,
    position: '=HYPERLINK("http://example.org")',
    attrs: { assessment: 'partly', state: 'agreed', ideas: 'L3', responsible: 'en', source: 'RPL 2.0', literal: true },
  }),
  row({
    place: 'Kap. 3, S. 25',
    statement: 'Wärme wird nicht erwähnt.',
    demand: 'Ein Kapitel Wärme.',
    attrs: { assessment: 'missing', ideas: 'L3 L1' },
  }),
)

const write = (given = content) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, content: given },
      ...{ kind: 'comparison' as const, title: 'RPL 2.0 und wir: Energie' },
    }),
  )

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
  document = await write()
  const vera = { groupId: w.groups.en.id, personId: w.people.vera.id, standing: 'guest', votes: false } as const
  await w.db.insert(memberships).values({ ...vera, endsOn: '2099-12-31' })
  await w.db.insert(documentGuests).values({ documentId: document.id, personId: w.people.vera.id })
})

const page = async (path: string, browse = swantje) => (await browse(path)).text()
const rows = (choice = {}) => paths.rows(w.groups.en, document, choice)

describe('the text itself', () => {
  test('shows its rows as a table with a name, heads for columns and rows, and ideas in full', async () => {
    const html = await page(paths.document(w.groups.en, document))
    expect(html).toMatch(/<caption[^>]*>Aussagen des Programms/)
    expect(html).toContain('<th scope="col"')
    expect(html).toMatch(/<th scope="row"[^>]*>.{0,60}Kap\. 2, S\. 14/)
    expect(html).toContain('L3 Energie in Bürgerhand')
    expect(html).toContain('RPL 2.0, wörtlich')
    expect(html).toContain('1 vereinbart, 0 in Arbeit, 1 offen')
    expect(html).not.toContain(hostile)
  })

  test('shows them in every other place where texts are read', async () => {
    const frozen = await between(w).freeze(await write())
    const html = await page(paths.snapshot(w.groups.en, { id: frozen.documentId }, frozen.number))
    expect(html).toMatch(/<th scope="row"[^>]*>.{0,60}Kap\. 2, S\. 14/)
    expect(await page(paths.rows(w.groups.en, { id: frozen.documentId }, { version: '1' }))).toContain('Fassung')
  })
})

describe('the rows by themselves', () => {
  test('are filtered and counted by a plain form', async () => {
    const html = await page(rows({ assessment: 'missing' }))
    expect(html).toContain('1 von 2 Zeilen')
    expect(html).not.toContain('Großanlagen')
    expect(html).toMatch(/<form method="get"[^>]*id="row-choice"/)
  })

  test('are sorted by buttons in the heads, which say how they stand', async () => {
    const html = await page(rows({ sort: '-place' }))
    expect(html).toMatch(/aria-sort="descending"[^>]*><button[^>]*value="place"/)
    expect(html.indexOf('Kap. 3')).toBeLessThan(html.indexOf('Kap. 2, S. 14'))
    expect(await page(rows({ sort: 'place' }))).toMatch(/aria-sort="ascending"[^>]*><button[^>]*value="-place"/)
  })

  test('say when nothing fits, and lead back', async () => {
    expect(await page(rows({ words: 'Raumfahrt' }))).toContain('Keine Zeile passt dazu.')
  })

  test('of a version that is not there are not there', async () => {
    expect((await swantje(rows({ version: '7' }))).status).toBe(404)
  })
})

describe('what is taken away', () => {
  test('a CSV file for spreadsheets, as chosen (S-54, S-57, S-62)', async () => {
    const answer = await swantje(paths.rowsFile(w.groups.en, document, 'csv', { assessment: 'partly' }))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const csv = new TextDecoder().decode(bytes)
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`)
    expect(csv).not.toContain('Wärme wird nicht erwähnt')
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''RPL%202.0%20und%20wir%20Energie.csv")
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'text/csv; charset=utf-8',
      'nosniff',
    ])
  })

  test('a page for another site that fetches nothing and tells nothing of what goes on inside', async () => {
    const quoting = await write(
      comparing(
        row({ place: 'S. 1', position: 'Ja.', attrs: { change: 'changed', decision: 'EN-2026-004', state: 'open' } }),
      ),
    )
    const answer = await swantje(paths.rowsFile(w.groups.en, quoting, 'html'))
    const html = await answer.text()
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(html).toMatch(/<html lang="de">.*<table/s)
    expect(html).not.toMatch(/<script|src=|href=|url\(|EN-2026-004|Aussage geändert/)
    expect(await page(paths.rowsFile(w.groups.en, document, 'html'))).not.toContain(hostile)
  })
})

describe('a quoted decision', () => {
  const quote = async (number: string) => {
    const text = await write(comparing(row({ place: 'S. 1', attrs: { decision: number } })))
    await w.db.insert(documentGuests).values({ documentId: text.id, personId: w.people.vera.id })
    return text
  }

  test('stands in its row with its words, and is marked when a later one takes its place', async () => {
    const paper = await write()
    const between1 = between(w)
    const first = await between1.freeze(paper)
    const decision = await between1.decide(first, 'Wärme gehört dazu')
    const [entry] = [`EN-${decision.year}-${String(decision.number).padStart(3, '0')}`]
    const text = await quote(entry)
    const before = await page(paths.document(w.groups.en, text))
    expect(before).toContain(`href="/decisions/${entry}"`)
    expect(before).not.toContain('bitte prüfen')
    const second = await between1.decide(first, 'Wärme gehört dazu, auch im Dorf')
    const later = `EN-${second.year}-${String(second.number).padStart(3, '0')}`
    expect(await page(paths.document(w.groups.en, text))).toContain(`ersetzt durch ${later}, bitte prüfen`)
  })

  test('is marked when another text has taken the place of the one that it was about', async () => {
    const [older, newer] = [await write(), await write()]
    const { freeze, decide } = between(w)
    const numberOf = (one: { year: number; number: number }) => `EN-${one.year}-${String(one.number).padStart(3, '0')}`
    const quoted = numberOf(await decide(await freeze(older), 'Die ältere Fassung'))
    const later = numberOf(await decide(await freeze(newer), 'Die neuere Fassung'))
    const text = await quote(quoted)
    expect(await page(paths.document(w.groups.en, text))).not.toContain('bitte prüfen')
    await w.db.insert(documentReplacements).values({
      ...{ olderId: older.id, newerId: newer.id, groupId: w.groups.en.id, namedById: w.people.swantje.id },
    })
    expect(await page(paths.document(w.groups.en, text))).toContain(`ersetzt durch ${later}, bitte prüfen`)
  })

  test('is only its number to a guest, who reads no register', async () => {
    const decision = await between(w).decide(null, 'Nur für Mitglieder zu lesen')
    const number = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const html = await page(paths.document(w.groups.en, await quote(number)), await w.as('vera'))
    expect(html).toContain(number)
    expect(html).not.toContain(`href="/decisions/${number}"`)
  })
})

describe('what can be chosen while writing', () => {
  const facts = () => `/groups/en/documents/${document.id}/comparison`

  test('ideas, groups and decisions are told to those who write', async () => {
    const told = (await (await swantje(facts())).json()) as { ideas: { code: string }[]; groups: { slug: string }[] }
    expect(told.ideas.map(({ code }) => code)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'])
    expect(told.groups.map(({ slug }) => slug).sort()).toEqual(['bt', 'di', 'en', 'gl', 'kk', 'lw', 'mo'])
  })

  test('a guest reads the rows and is told no more', async () => {
    const vera = await w.as('vera')
    expect((await vera(rows())).status).toBe(200)
    expect((await vera(facts())).status).toBe(403)
    expect((await vera(paths.editions(w.groups.en, document))).status).toBe(403)
  })

  test('to others none of it is there', async () => {
    const nele = await w.as('nele')
    for (const path of [rows(), facts(), paths.rowsFile(w.groups.en, document, 'csv')])
      expect((await nele(path)).status).toBe(404)
  })
})
