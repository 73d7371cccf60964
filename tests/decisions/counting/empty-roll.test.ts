import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { type RoundDraft, tryToOpen } from '#src/decisions/rounds/opening.ts'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { enacted } from '../../support/enacted.ts'
import { world } from '../../support/world.ts'
import { deciding, inDays } from '../setting.ts'

test('nothing is asked where nobody is entitled, by statute or otherwise (DOMAIN.md 4.10)', async () => {
  const w = await world()
  await enacted(w, 'en', { electorate: 'seats', seatPolicy: 'org_only' })
  const before = await w.db.$count(rounds)
  const ways: Pick<RoundDraft, 'channel' | 'preset'>[] = [
    { channel: 'circular', preset: 'statutory' },
    { channel: 'circular', preset: 'rules' },
    { channel: 'meeting' },
    {},
  ]
  const { propose } = deciding(w)
  for (const way of ways) {
    const proposal = await propose('swantje')
    const draft = { ...way, method: 'majority', closesAt: inDays(14), openedById: w.people.swantje.id } as const
    const opened = await change(w.ports, (tx, record) => tryToOpen(tx, record, proposal, draft))
    expect(opened).toEqual({ round: null, why: 'nobody' })
  }
  expect(await w.db.$count(rounds)).toBe(before)
})
