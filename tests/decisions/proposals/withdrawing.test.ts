import { expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { world } from '../../support/world.ts'
import { deciding } from '../setting.ts'

test('while everybody is asked nobody takes a proposal back, and its author reads who can break off the round', async () => {
  const w = await world()
  const en = deciding(w)
  const proposal = await en.propose('gerd')
  const round = await en.open(proposal)
  const [gerd, bjarne, swantje] = [await w.as('gerd'), await w.as('bjarne'), await w.as('swantje')]
  const page = paths.proposal(w.groups.en, proposal)
  const said = await (await gerd(page)).text()
  expect(said).toContain('Zurückziehen kannst du den Vorschlag, sobald keine Runde mehr läuft.')
  expect(said).toContain('Vorher beenden Leitung und Moderation die Runde, mit einem Grund. Das macht')
  expect(said).toContain('Swantje Kieselbach')
  expect(await (await bjarne(page)).text()).not.toContain('Zurückziehen kannst du')
  const form = { reason: 'Es gibt etwas Besseres.' }
  const withdrawal = paths.proposalWithdrawal(w.groups.en, proposal)
  expect((await gerd(withdrawal, { form })).status).toBe(403)

  await swantje(paths.roundCancellation(w.groups.en, round), {
    form: { reason: 'Gerd möchte den Vorschlag zurückziehen.' },
  })
  expect((await bjarne(withdrawal, { form })).status).toBe(403)
  expect((await gerd(withdrawal, { form })).status).toBe(303)
  expect(await (await bjarne(page)).text()).toContain('Es gibt etwas Besseres.')
})
