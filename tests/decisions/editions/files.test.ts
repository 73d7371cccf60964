import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { headsOf } from '#src/decisions/chain/heads.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { citation } from '#src/decisions/register/citation.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { publications, publicationWithdrawals } from '#src/documents/publications/schema.ts'
import { snapshots } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { sheetContent } from '#views/decisions/sheet-file.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, everybody, frozenText, heat } from '../setting.ts'

let w: World
let voted: Decision
let reported: Decision

beforeAll(async () => {
  w = await world()
  const en = deciding(w)
  const { snapshot } = await frozenText(w)
  const words = { wording: 'Die AG lässt prüfen,\nob ein Wärmenetz möglich ist.\n\nSie berichtet.', rationale: '=1+1' }
  const round = await en.open(await en.propose('swantje', { ...heat, ...words, snapshotId: snapshot.id }))
  for (const by of everybody)
    await en.answer(by, round, by === 'gerd' ? 'concern' : 'consent', by === 'gerd' ? 'Zu teuer.' : '')
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  voted = await en.finalise('fritjof', round, count)
  const report = await en.confirm('swantje', await en.report('gerd'))
  if (!report) throw new Error('Not confirmed')
  reported = report
})

const cited = ({ year, number }: Decision) => citation('EN', year, number)
const namesIn = (text: string) => Object.values(w.people).filter(({ name }) => text.includes(name))

const dataFor = async (person: 'gerd' | 'nele', decision: Decision, edition?: 'public') => {
  const answer = await (await w.as(person))(paths.decisionFile(cited(decision), 'json', edition))
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8'])
  return (await answer.json()) as SheetData
}

describe('as JSON', () => {
  test('the group gets everything, names and answers included', async () => {
    const data = await dataFor('gerd', voted)
    expect(data).toMatchObject({
      edition: 'internal',
      number: cited(voted),
      outcome: 'adopted',
      wording: voted.wording,
    })
    expect(data.establishedBy).toEqual([w.people.swantje.name, w.people.fritjof.name])
    expect(data.round?.answers).toHaveLength(5)
    expect(data.round?.answers).toContainEqual(
      expect.objectContaining({ by: w.people.gerd.name, choice: 'concern', reason: 'Zu teuer.' }),
    )
  })

  test('the alliance gets no name and no answer, and whoever hands it on nothing that was said on the way', async () => {
    for (const decision of [voted, reported]) {
      const [outside, handed] = [await dataFor('nele', decision), await dataFor('gerd', decision, 'public')]
      expect([outside.edition, handed.edition]).toEqual(['alliance', 'public'])
      expect(namesIn(JSON.stringify([outside, handed]))).toEqual([])
      expect(JSON.stringify(handed)).not.toContain('Zu teuer')
      expect([outside, handed].flatMap(({ round }) => round?.answers ?? [])).toEqual([])
    }
  })

  test('its place in the chain is that of the register', async () => {
    const head = (await headsOf(w.db, [voted.id])).get(voted.id)
    expect((await dataFor('gerd', voted)).chain).toEqual({ entry: head?.seq, checksum: head?.hash })
  })
})

describe('as a table', () => {
  test('each fact is one line, and nothing in it is taken for a formula', async () => {
    const answer = await (await w.as('gerd'))(paths.decisionFile(cited(voted), 'csv'))
    expect(answer.headers.get('Content-Disposition')).toContain(
      `filename="${cited(voted)}-Waermenetz-Tannrode-pruefen-lassen.csv"`,
    )
    const text = await answer.text()
    expect(text).toContain(`"Nummer";"${cited(voted)}"\r\n`)
    expect(text).toContain('"Beschlusstext";"Die AG lässt prüfen,\nob')
    expect(text).toContain(`"'=1+1"`)
    expect(text).toContain('"Bedenken";"Zu teuer."')
    expect(text).toMatch(/"Offen";"[^"]+ – da hatten alle geantwortet"/)
    expect(text).toMatch(/"Eintrag und Prüfsumme";"\d+:[0-9a-f]{64}"/)
  })

  test('what was entered afterwards says by which rules the group decided then, on its page too', async () => {
    const file = await (await (await w.as('gerd'))(paths.decisionFile(cited(reported), 'csv'))).text()
    expect(file).toMatch(/"Regelwerk";"Fassung\u00A01/)
    expect(await (await (await w.as('nele'))(paths.decision(cited(reported)))).text()).toMatch(
      /Regelwerk.+Fassung\u00A01/s,
    )
  })

  test('says where everybody reads its text, as long as it is public', async () => {
    const { snapshotId } = voted
    const [snapshot] = await w.db
      .select()
      .from(snapshots)
      .where(eq(snapshots.id, snapshotId ?? ''))
    const checked = { personalDataChecked: true, minorityChecked: true, accessibilityChecked: true }
    const said = { slug: 'waermenetz', decision: cited(voted), decidedOn: voted.decidedOn, publisher: 'Allianz' }
    const of = { documentId: snapshot?.documentId ?? '', snapshotId: snapshotId ?? '' }
    expect((await dataFor('nele', voted)).visibility).toBe('alliance')
    const [published] = await w.db
      .insert(publications)
      .values({ ...checked, ...said, ...of, publishedById: w.people.ayla.id })
      .returning()
    expect(await dataFor('nele', voted)).toMatchObject({ visibility: 'public', published: { slug: said.slug } })
    expect(await (await (await w.as('nele'))(paths.decision(cited(voted)))).text()).toContain(
      `href="${paths.published(said.slug)}"`,
    )
    const reason = { publicationId: published?.id ?? '', reason: 'Überholt.', withdrawnById: w.people.ayla.id }
    await w.db.insert(publicationWithdrawals).values(reason)
    expect((await dataFor('nele', voted)).visibility).toBe('alliance')
  })

  test('outside of the group there is no name in it', async () => {
    const text = await (await (await w.as('nele'))(paths.decisionFile(cited(voted), 'csv'))).text()
    expect(text).toContain('Zu teuer.')
    expect(namesIn(text)).toEqual([])
  })
})

describe('as a PDF', () => {
  test.each([() => voted, () => reported])('pages for everybody come out', async (decision) => {
    const answer = await (await w.as('gerd'))(paths.decisionFile(cited(decision()), 'pdf'))
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1')).toContain('pdfuaid')
  })

  test('has two lines to sign on, for the group alone', async () => {
    const lines = async (person: 'gerd' | 'nele') => {
      const content = sheetContent(await dataFor(person, voted), '', { lang: 'de', now: new Date() })
      return JSON.stringify(content).match(/Unterschrift: _+/g) ?? []
    }
    expect([await lines('gerd'), await lines('nele')]).toEqual([expect.objectContaining({ length: 2 }), []])
  })

  test('where pages cannot be set, a sentence says what to do instead', async () => {
    const without = await world({ provided: { make: { formats: [], make: () => Promise.reject(new Error('none')) } } })
    const en = deciding(without)
    const report = await en.confirm('swantje', await en.report('gerd'))
    const answer = await (await without.as('gerd'))(paths.decisionFile(cited(report as Decision), 'pdf'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('drucke ihn mit dem Browser')
  })
})

test('there is no file of what was not decided, and none for guests', async () => {
  const gerd = await w.as('gerd')
  for (const kind of ['json', 'csv', 'pdf'] as const)
    expect((await gerd(paths.decisionFile('EN-2026-999', kind))).status).toBe(404)
  expect((await gerd(`/decisions/${cited(voted)}.docx`)).status).toBe(404)
  const guest = await w.as('vera')
  for (const path of [paths.decisionFile(cited(voted), 'json', 'public'), paths.decisionCheck()])
    expect((await guest(path)).status).toBe(403)
})

describe('the page that checks a sheet', () => {
  const page = async (sheet: Parameters<typeof paths.decisionCheck>[0], lang = 'de') => {
    const answer = await (await w.as('nele'))(paths.decisionCheck(sheet), { headers: { 'Accept-Language': lang } })
    expect(answer.status).toBe(200)
    return (await answer.text()).replaceAll('\u00A0', ' ')
  }

  test('asks for number and checksum, and says what is found', async () => {
    const sum = (await headsOf(w.db, [voted.id])).get(voted.id)?.short
    expect(await page({})).toContain('Beschluss prüfen')
    const whole = await page({ number: cited(voted), sum })
    expect(whole).toContain(`Diese Prüfsumme gehört zu ${cited(voted)}.`)
    expect(whole).toContain('Wärmenetz möglich ist.')
    expect(whole).toContain('unverändert')
    expect(await page({ number: cited(voted).toLowerCase() })).toContain(`mit der Prüfsumme ${sum}`)
    expect(await page({ number: cited(reported), sum })).toContain('gehört eine andere Prüfsumme')
    expect(await page({ sum: '7:0000000000000000' })).toContain('Diese Prüfsumme gibt es im Beschlussbuch nicht.')
    expect(await page({ number: 'EN-2026-999' })).toContain('Diese Nummer gibt es im Beschlussbuch nicht.')
  })

  test('keeps what cannot be read as it was typed, and says how it looks', async () => {
    const typed = await page({ number: 'der mit der <Heizung>', sum: '42' })
    expect(typed).toContain('value="der mit der &lt;Heizung&gt;"')
    expect(typed).toContain('Das ist keine Nummer')
    expect(typed).toContain('Das ist keine Prüfsumme')
  })
})
