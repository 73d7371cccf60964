import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { endObjection } from '#src/decisions/objections/ending.ts'
import { objectionsTo } from '#src/decisions/objections/entries.ts'
import { stuckOn } from '#src/referrals/sending/stuck.ts'
import { deciding, heat } from '../decisions/setting.ts'
import { world } from '../support/world.ts'

test('open objections go along to the circle, and nobody reads there whose they are', async () => {
  const w = await world()
  const en = deciding(w)
  const round = await en.open(await en.propose('swantje'))
  await en.answers(round, { swantje: 'consent', fritjof: 'consent', tarek: 'consent' })
  await en.answer('bjarne', round, 'objection', 'Gefährdet Pachtverträge.')
  await en.answer('gerd', round, 'objection', 'Zu teuer.')
  await en.count('swantje', round)
  const settled = (await objectionsTo(w.db, round.proposalId)).find(({ reason }) => reason === 'Zu teuer.')
  if (!settled) throw new Error('No objection')
  const ending = { kind: 'withdrawn', note: '', ownerId: w.people.gerd.id } as const
  await change(w.ports, (tx, record) => endObjection(tx, record, round, settled, ending))

  const stuck = await stuckOn(w.db, w.groups.en.id, round.id)
  expect(stuck).toEqual({ title: heat.title, reason: `${heat.wording}\n\nGefährdet Pachtverträge.` })
  const page = await (await (await w.as('swantje'))(`/groups/en/referrals/new?round=${round.id}`)).text()
  const typed = page.slice(page.indexOf('name="reason"')).split('</textarea>')[0]
  expect(typed).toContain('Gefährdet Pachtverträge.')
  expect(typed).not.toContain('Bjarne')
})
