import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { type ImportedThread, importThreads } from '#src/documents/comments/importing.ts'
import { documentRemarks, documentThreads } from '#src/documents/comments/schema.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { type World, world } from '../../support/world.ts'
import { type Text, talking, textWith } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

/** What Swantje brings with a file, laid beside this text. */
async function bring({ id: documentId, groupId }: Text, threads: ImportedThread[]) {
  const state = await currentState(w.db, documentId)
  const importerId = w.people.swantje.id
  await w.db.transaction((tx) => importThreads(tx, { documentId, groupId, importerId, state, threads }))
}

const remark = (words: string, author = 'Ina Reuter', at: Date | null = null) => ({ author, at, words })

const remarksOf = async (text: Text) =>
  (
    await w.db
      .select({ words: documentRemarks.words })
      .from(documentRemarks)
      .innerJoin(documentThreads, eq(documentThreads.id, documentRemarks.threadId))
      .where(eq(documentThreads.documentId, text.id))
      .orderBy(documentRemarks.createdAt)
  ).map(({ words }) => words)

test('a comment of a file hangs on the words on which it hung there, and says whose it is and of when', async () => {
  const text = await textWith(w)
  // "Windrad", counted as the editor counts.
  const from = 1 + 'Wer neben dem '.length
  const at = new Date('2026-05-04T10:00:00Z')
  await bring(text, [
    {
      from,
      to: from + 'Windrad'.length,
      resolved: false,
      remarks: [remark('Welches?', undefined, at), remark('Jedes.', 'Bo Lind')],
    },
  ])
  const { threads, reading } = talking(w, text)
  expect((await threads())[0]).toMatchObject({ on: 'passage', quote: 'Windrad', createdById: w.people.swantje.id })
  const read = await reading('gerd')
  expect(read).toContain('<mark class="commented">Windrad</mark>')
  expect(read).toContain('Ina Reuter (2026-05-04): Welches?')
  expect(await remarksOf(text)).toEqual(['Ina Reuter (2026-05-04): Welches?', 'Bo Lind: Jedes.'])
})

test('what hangs on nothing, or on no words, is about the whole text; what was settled there is settled here', async () => {
  const text = await textWith(w)
  await bring(text, [
    { resolved: true, remarks: [remark('Alles gut.')] },
    { from: 0, to: 1, resolved: false, remarks: [remark('Wo bin ich?')] },
    { from: 4_000, to: 5_000, resolved: false, remarks: [remark('Hinter dem Ende.')] },
    { from: 9, to: 3, resolved: false, remarks: [remark('Rückwärts.')] },
  ])
  const { threads, page } = talking(w, text)
  expect((await threads()).map(({ on }) => on)).toEqual(['text', 'text', 'text', 'text'])
  expect(await page('gerd')).not.toContain('Alles gut.')
  expect(await page('gerd', { state: 'resolved' })).toContain('Alles gut.')
})

test('a file cannot bring more than anybody reads, nor a remark without words or end', async () => {
  const text = await textWith(w)
  const many = Array.from({ length: 600 }, (_, index) => remark(`Nummer ${index}`))
  await bring(text, [
    { resolved: false, remarks: [] },
    { resolved: false, remarks: [remark(' ')] },
    { resolved: false, remarks: [remark('', 'Bo Lind'), remark('x'.repeat(20_000), '')] },
    { resolved: false, remarks: many },
  ])
  const words = await remarksOf(text)
  expect(words).toHaveLength(501)
  expect(words[0]?.slice(0, 4)).toBe('?: x')
  expect(Math.max(...words.map(({ length }) => length))).toBe(5_000)
})
