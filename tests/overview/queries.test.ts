import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { confirmRecord } from '#src/decisions/register/finalising.ts'
import { emptyContent } from '#src/documents/content/codec.ts'
import { createDocument } from '#src/documents/creating.ts'
import { freeze } from '#src/documents/versions/freezing.ts'
import { findActor } from '#src/groups/membership.ts'
import { paths } from '#src/paths.ts'
import { sampleWorld } from './sample-world.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
let asked: string[] = []

beforeAll(async () => {
  w = await sampleWorld()
  const client = (w.db as unknown as { $client: { unsafe(...given: unknown[]): unknown } }).$client
  const unsafe = client.unsafe.bind(client)
  client.unsafe = (...given) => {
    asked.push(String(given[0]))
    return unsafe(...given)
  }
})

async function queriesOf(who: Parameters<typeof w.as>[0], path: string): Promise<number> {
  const browser = await w.as(who)
  asked = []
  expect((await browser(path)).status).toBe(200)
  return asked.length
}

const pages = [
  ['swantje', paths.start()],
  ['henrike', paths.start()],
  ['swantje', paths.group({ slug: 'en' })],
  ['luca', paths.group({ slug: 'bt' })],
  ['henrike', paths.group({ slug: 'kk' })],
] as const

test.each(pages)('%s opens %s: at most thirty questions to the database', async (who, path) => {
  expect(await queriesOf(who, path)).toBeLessThanOrEqual(30)
})

async function member(who: 'swantje' | 'tarek') {
  const actor = await findActor(w.db, await w.person(who), 'en')
  if (!actor) throw new Error(`${who} does not belong to en`)
  return actor
}

/** A text, a version of it, and a decision about that version. */
async function decideSomething(number: number): Promise<void> {
  const [swantje, tarek] = [await member('swantje'), await member('tarek')]
  const of = { groupId: swantje.group.id, actorId: swantje.person.id }
  const title = `Text ${number}`
  await change(w.ports, async (tx, record) => {
    const document = await createDocument(tx, record, { ...of, kind: 'position', title, content: emptyContent() })
    const snapshot = await freeze(tx, record, document, swantje)
    const draft = {
      groupId: of.groupId,
      reportedById: of.actorId,
      wording: title,
      summary: title,
      decidedOn: '2026-10-01',
    }
    const report = await reportDecision(tx, record, { ...draft, place: '', manner: '', snapshotId: snapshot.id })
    await confirmRecord(tx, record, report, tarek)
  })
}

test('more texts and decisions do not make more questions', async () => {
  const all = async () => {
    const counts: number[] = []
    for (const [who, path] of pages) counts.push(await queriesOf(who, path))
    return counts
  }
  const before = await all()
  for (let number = 1; number <= 8; number += 1) await decideSomething(number)
  expect(await all()).toEqual(before)
})
