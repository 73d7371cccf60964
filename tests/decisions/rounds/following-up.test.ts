import { beforeAll, expect, test } from 'vitest'
import { conflicting } from '#src/decisions/rounds/following-up.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import { paths } from '#src/paths.ts'
import { taskPeople } from '#src/tasks/schema.ts'
import { type World, world } from '../../support/world.ts'
import { begin } from '../answering/setting.ts'
import { deciding } from '../setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})

/** Nele carries it, the others do not, each in their own way. */
async function blocked(rules: Partial<Rules> = {}): Promise<Round> {
  const round = await begin(w, 'lw', 'consensus', { rules })
  const lw = deciding(w, 'lw')
  await lw.answer('nele', round, 'support')
  await lw.answer('jost', round, 'block', 'Das kostet uns die Höfe.')
  await lw.answer('roswitha', round, 'serious_concerns', 'Zu schnell.')
  await lw.answer('marlies', round, 'stand_aside')
  expect(await lw.count('nele', round)).toMatchObject({ outcome: 'blocked' })
  return round
}

const sitting = async (round: Round) => {
  const ids = await conflicting(w.db, round)
  return Object.entries(w.people)
    .flatMap(([key, { id }]) => (ids.includes(id) ? [key] : []))
    .sort()
}

const smallGroup = async (round: Round) => {
  const nele = await w.as('nele')
  const page = await (await nele(paths.round(w.groups.lw, round))).text()
  expect((await nele(paths.followUp(w.groups.lw, round), { form: { kind: 'small_group' } })).status).toBe(303)
  return page
}

test('in a small group those sit who do not carry it, with whoever proposed it', async () => {
  const round = await blocked()
  expect(await sitting(round)).toEqual(['henrike', 'jost', 'marlies', 'roswitha'])
  expect(await smallGroup(round)).toContain('wer Einwände oder schwere Bedenken hat, setzt sich zusammen')
  const responsible = await w.db.select().from(taskPeople)
  for (const by of ['jost', 'roswitha', 'marlies'] as const)
    expect(responsible.map(({ personId }) => personId)).toContain(w.people[by].id)
})

test('where the result has no names the list of the small group gives none away', async () => {
  const before = await w.db.$count(taskPeople)
  const round = await blocked({ answersShown: 'counts' })
  expect(await sitting(round)).toEqual(['henrike'])
  expect(await smallGroup(round)).toContain('Wer anderer Meinung ist, meldet sich dafür selbst.')
  expect(await w.db.$count(taskPeople)).toBe(before + 1)
})
