import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { minorityStatements } from '#src/decisions/objections/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding } from '../setting.ts'

let w: World
let en: Deciding
let gerd: Browse
let bjarne: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  ;[gerd, bjarne, nele] = (await Promise.all([w.as('gerd'), w.as('bjarne'), w.as('nele')])) as [Browse, Browse, Browse]
})

async function voted() {
  const round = await en.open(await en.propose('swantje'), 'majority')
  const answers: Partial<Record<PersonKey, 'yes' | 'no'>> = { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no' }
  await en.answers(round, { ...answers, fritjof: 'yes' })
  return { round, page: `/groups/en/rounds/${round.id}/minority-statement` }
}

const statement = 'Wir tragen das Ziel, vermissen aber die Tarifbindung.'

test('whoever answered otherwise than it ended says so once, in a text that stays', async () => {
  const { round, page } = await voted()
  expect((await bjarne(page, { form: { statement } })).status).toBe(403)
  await en.count('swantje', round)
  expect((await gerd(page, { form: { statement } })).status).toBe(403)
  expect(await (await gerd(page)).text()).toContain('die anders geantwortet haben als es ausging')
  expect((await bjarne(page, { form: { statement: ' ' } })).status).toBe(422)
  expect((await bjarne(page, { form: { statement, travels: 'on' } })).status).toBe(303)
  const read = await (await gerd(page)).text()
  expect(read).toContain(statement)
  expect(read).toContain('geht mit jeder Veröffentlichung mit')
  expect((await bjarne(page, { form: { statement: 'Noch eins' } })).status).toBe(403)
  expect((await nele(page)).status).toBe(404)
  await expect(w.db.update(minorityStatements).set({ statement: 'x' })).rejects.toThrow()
})

test('after a fortnight it is too late', async () => {
  const { round, page } = await voted()
  await en.count('swantje', round)
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update counts set created_at = created_at - interval '15 days' where round_id = ${round.id}`)
  })
  expect((await bjarne(page, { form: { statement } })).status).toBe(403)
  expect(await w.db.$count(minorityStatements, eq(minorityStatements.roundId, round.id))).toBe(0)
})
