import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { archive } from '#src/documents/archiving/model.ts'
import { beginReview } from '#src/documents/reviews/beginning.ts'
import { type World, world } from '../../support/world.ts'
import { matterOf, papers } from './setting.ts'

let w: World
let ids: Record<'document' | 'other' | 'snapshot' | 'group' | 'swantje' | 'gerd', string>

beforeAll(async () => {
  w = await world()
  const we = papers(w)
  const { document, snapshot } = await we.adopted('Eins')
  const { document: other } = await we.text('Zwei')
  const { swantje, gerd } = w.people
  ids = {
    document: document.id,
    other: other.id,
    snapshot: snapshot.id,
    group: w.groups.en.id,
    swantje: swantje.id,
    gerd: gerd.id,
  }
  const actor = await w.actor('swantje', 'en')
  const wish = { until: '2099-01-01', note: '', readerIds: [gerd.id], called: () => '' }
  await change(w.ports, (tx, record) => beginReview(tx, record, other, actor, wish, matterOf))
  const { document: third } = await we.text('Drei')
  await change(w.ports, (tx, record) => archive(tx, record, third, actor, 'Alt', matterOf))
  await w.db.execute(sql`insert into publications (document_id, snapshot_id, slug, decision, decided_on, publisher,
    personal_data_checked, minority_checked, accessibility_checked, published_by_id)
    values (${ids.document}, ${ids.snapshot}, 'eins', 'EN-2026-001', '2026-01-01', 'A', true, true, true, ${ids.swantje})`)
})

const version = (suffix: string, original: string | null, number = 1, document = ids.document) =>
  sql`insert into snapshots (document_id, group_id, number, suffix, original_id, title, content, plain_text, checksum, created_by_id)
    values (${document}, ${ids.group}, ${number}, ${suffix}, ${original}, 'x', '{}', '', 'x', ${ids.swantje})`

const publication = (slug: string, checked: boolean) =>
  sql`insert into publications (document_id, snapshot_id, slug, decision, decided_on, publisher,
    personal_data_checked, minority_checked, accessibility_checked, published_by_id)
    values (${ids.document}, ${ids.snapshot}, ${slug}, 'x', '2026-01-01', 'A', ${checked}, true, true, ${ids.swantje})`

const mandate = (confirmedBy: string) =>
  sql`insert into editorial_mandates (document_id, group_id, person_id, scope, given_by_id, confirmed_by_id, confirmed_at)
    values (${ids.document}, ${ids.group}, ${ids.gerd}, 'x', ${ids.swantje}, ${confirmedBy}, now())`

const replacement = (older: string, newer: string | null, decision: string) =>
  sql`insert into document_replacements (older_id, newer_id, group_id, decision, named_by_id)
    values (${older}, ${newer}, ${ids.group}, ${decision}, ${ids.swantje})`

describe('the database refuses, whoever asks', () => {
  test.each<[string, () => SQL]>([
    ['a second version with the same number and letter', () => version('', null)],
    ['a corrected version without an original', () => version('a', null)],
    ['an original with a letter missing', () => version('', ids.snapshot, 9)],
    ['a corrected version with another number', () => version('a', ids.snapshot, 2)],
    ['a corrected version of another text', () => version('a', ids.snapshot, 1, ids.other)],
    ['a letter that is none', () => version('1', ids.snapshot)],
    [
      'a second review at the same time',
      () => sql`insert into document_reviews
      (document_id, group_id, number, snapshot_id, until, started_by_id)
      values (${ids.other}, ${ids.group}, 2, ${ids.snapshot}, '2099-01-01', ${ids.gerd})`,
    ],
    ['another end for a review', () => sql`update document_reviews set until = '2098-01-01'`],
    ['a review without its row', () => sql`delete from document_reviews`],
    ['a reader who was not asked', () => sql`update review_readers set person_id = ${ids.swantje}`],
    [
      'laying aside without a reason',
      () => sql`insert into document_archivings (document_id, group_id, reason, archived_by_id)
      values (${ids.document}, ${ids.group}, ' ', ${ids.swantje})`,
    ],
    ['another reason afterwards', () => sql`update document_archivings set reason = 'anders'`],
    ['a text that replaces itself', () => replacement(ids.document, ids.document, '')],
    ['a text replaced by nothing', () => replacement(ids.document, null, '')],
    ['a text replaced by two things', () => replacement(ids.document, ids.other, 'EN-2026-001')],
    ['a mandate confirmed by who gave it', () => mandate(ids.swantje)],
    ['a mandate confirmed by who gets it', () => mandate(ids.gerd)],
    ['something published unchecked', () => publication('zwei', false)],
    ['an address that was taken', () => publication('eins', true)],
    ['an address that is none', () => publication('../x', true)],
    ['a publication that changes', () => sql`update publications set publisher = 'B'`],
    ['a publication that disappears', () => sql`delete from publications`],
    [
      'a withdrawal without a reason',
      () => sql`insert into publication_withdrawals (publication_id, reason, withdrawn_by_id)
      select id, '', ${ids.swantje} from publications`,
    ],
    ['a paper that becomes a template', () => sql`update documents set is_template = true where id = ${ids.other}`],
  ])('%s', async (_what, statement) => {
    await expect(w.db.execute(statement())).rejects.toThrow()
  })

  test('a correction of a correction', async () => {
    await w.db.execute(version('a', ids.snapshot))
    const [corrected] = await w.db.execute<{ id: string }>(
      sql`select id from snapshots where original_id = ${ids.snapshot}`,
    )
    await expect(w.db.execute(version('b', corrected?.id ?? ''))).rejects.toThrow()
  })

  test('ending something twice', async () => {
    const end = sql`update document_reviews set ended_at = now(), ended_by_id = ${ids.gerd} where document_id = ${ids.other}`
    await w.db.execute(end)
    await expect(w.db.execute(end)).rejects.toThrow()
  })
})
