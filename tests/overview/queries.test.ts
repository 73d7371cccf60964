import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { addDeadline } from '#src/calendar/keeping.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { confirmRecord } from '#src/decisions/register/finalising.ts'
import { emptyContent } from '#src/documents/content/codec.ts'
import { createDocument } from '#src/documents/creating.ts'
import { freeze } from '#src/documents/versions/freezing.ts'
import { findActor } from '#src/groups/membership.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { sampleWorld } from './sample-world.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
let asked: string[] = []
const today = dayOf(new Date())

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

const circle = { slug: 'kk' }

/** Who opens what, and how many questions that may take however much there is. */
const pages = [
  ['swantje', paths.start(), 30],
  ['henrike', paths.start(), 30],
  ['swantje', paths.group({ slug: 'en' }), 36],
  ['luca', paths.group({ slug: 'bt' }), 36],
  ['henrike', paths.group(circle), 56],
  ['gerd', paths.circle(), 18],
  ['henrike', paths.unfinished(circle), 10],
  ['henrike', paths.reviewDates(circle), 8],
  ['henrike', paths.returned(circle), 12],
  ['henrike', paths.exceptions(circle), 12],
  ['henrike', paths.endingMandates(circle), 8],
  ['henrike', paths.missingReports(circle), 8],
  ['henrike', paths.links(circle), 9],
  ['henrike', paths.ways(circle), 14],
  ['swantje', paths.ways({ slug: 'en' }), 14],
  ['henrike', paths.deadlines(circle), 9],
  ['gerd', paths.allDeadlines(), 6],
  ['henrike', paths.referrals(circle), 18],
  ['swantje', paths.referrals({ slug: 'en' }), 24],
] as const

test.each(pages)('%s opens %s: at most %i questions to the database', async (who, path, most) => {
  expect(await queriesOf(who, path)).toBeLessThanOrEqual(most)
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

async function dateFromOutside(number: number): Promise<void> {
  const { group, person } = await member('swantje')
  const day = { title: `Anhörung ${number}`, kind: 'consultation', counterpart: '', dueOn: addDays(today, 20) } as const
  const draft = { ...day, groupId: group.id, documentId: null }
  await change(w.ports, (tx, record) => addDeadline(tx, record, draft, { actorId: person.id, actingIn: group.id }))
}

test('more texts, decisions and days from outside do not make more questions', async () => {
  const all = async () => {
    const counts: number[] = []
    for (const [who, path] of pages) counts.push(await queriesOf(who, path))
    return counts
  }
  const before = await all()
  for (let number = 1; number <= 8; number += 1) {
    await decideSomething(number)
    await dateFromOutside(number)
  }
  expect(await all()).toEqual(before)
})
