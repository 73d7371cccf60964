import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compact } from '#src/documents/editing/compaction.ts'
import { Refusal } from '#src/documents/editing/guard/refusal.ts'
import { appendChanges } from '#src/documents/editing/log.ts'
import { documents } from '#src/documents/schema.ts'
import { groupSnapshots } from '#src/documents/versions/snapshots.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount } from '../editing/co-editing.ts'
import { guarded } from '../editing/guarded.ts'
import { foreign, hostileUpdate, misplaced } from './hostile.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

test.each(Object.entries({ ...foreign, ...misplaced }))(
  '%s harms nobody: the text is read, frozen and merged',
  async (_what, put) => {
    const { id } = await addText(w)
    const address = `/groups/en/documents/${id}`
    const swantje = await w.as('swantje')
    await appendChanges(w.db, [{ documentId: id, personId: w.people.gerd.id, bytes: hostileUpdate(put), binds: [] }])
    const page = await swantje(address)
    expect([page.status, (await page.text()).includes('Vorher')]).toEqual([200, true])
    const answer = await swantje(`${address}/snapshots`, { form: {} })
    const version = (await groupSnapshots(w.db, w.groups.en.id)).find(({ documentId }) => documentId === id)
    expect([answer.status, version?.number]).toEqual([303, 1])
    await compact(w.ports, id)
    const [document] = await w.db.select().from(documents).where(eq(documents.id, id))
    expect([await loggedCount(w, id), document?.plainText.startsWith('Vorher')]).toEqual([0, true])
  },
)

test.each(Object.entries({ ...foreign, ...misplaced }))('%s is refused before it is stored', (_what, put) => {
  expect(() => guarded().judge(hostileUpdate(put), 'gerd')).toThrow(Refusal)
})
