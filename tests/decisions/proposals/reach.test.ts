import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { minorityStatements } from '#src/decisions/objections/schema.ts'
import { adoptionsOf } from '#src/decisions/register/adoptions.ts'
import { seatHolders } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { publishable } from '#src/documents/publications/model.ts'
import { type World, world } from '../../support/world.ts'
import { answered, deciding, frozenText, heat } from '../setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const ready = async (documentId: string) =>
  (await publishable(w.db, adoptionsOf)).find(({ document }) => document.id === documentId) ?? null

async function decided(scope: 'own_group' | 'money' | 'public_effect' | 'other_groups') {
  const en = deciding(w)
  const { document, snapshot } = await frozenText(w, 'en', `Text ${scope}`)
  const round = await answered(en, 'consent', { ...heat, snapshotId: snapshot.id, scope })
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  await w.db.insert(minorityStatements).values([
    { roundId: round.id, authorId: w.people.bjarne.id, statement: 'Uns fehlt die Tarifbindung.' },
    { roundId: round.id, authorId: w.people.gerd.id, statement: 'Nur für uns gesagt.', travels: false },
  ])
  await en.finalise('fritjof', round, count)
  return { document, snapshot }
}

test.each(['money', 'public_effect', 'other_groups'] as const)(
  'what concerns more than the group (%s) is not made public before the circle has answered',
  async (scope) => {
    const { document } = await decided(scope)
    expect(await ready(document.id)).toBeNull()
  },
)

test('once the circle has adopted it, it may be', async () => {
  const { document, snapshot } = await decided('money')
  const kk = deciding(w, 'kk')
  const round = await kk.open(await kk.propose('henrike', { ...heat, snapshotId: snapshot.id, scope: 'money' }))
  const holders = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
  const keys = Object.keys(w.people) as PersonKey[]
  for (const { personId } of holders) {
    const by = keys.find((key) => w.people[key].id === personId)
    if (by) await kk.answer(by, round, 'consent')
  }
  const count = await kk.count('ayla', round)
  if (!count) throw new Error('Not counted')
  await kk.finalise('henrike', round, count)
  expect((await ready(document.id))?.snapshot.id).toBe(snapshot.id)
})

test('a minority statement goes along where its author wanted that', async () => {
  const { document } = await decided('own_group')
  expect((await ready(document.id))?.dissent).toEqual(['Uns fehlt die Tarifbindung.'])
})
