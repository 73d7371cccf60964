import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { paths } from '#src/paths.ts'
import { between } from '../../referrals/setting.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { comparing, row } from './rows-of-text.ts'

let w: World
let swantje: Browse

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
})

const asked = { ideas: 'L3', responsible: 'en' }

const write = (position: string) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'comparison' as const, title: 'RPL und wir' },
      content: comparing(row({ place: 'S. 14', position, attrs: asked })),
    }),
  )

async function expectNames(path: string): Promise<void> {
  const answer = await swantje(path)
  const html = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  expect(html).toContain('L3 Energie in Bürgerhand')
  expect(html).toMatch(/data-column="responsible"[^>]*><div>AG.Energie</)
}

test('wherever a comparison is read, guiding ideas and groups stand there by name', async () => {
  const { freeze, decide, send, returns } = between(w)
  const { en } = w.groups
  const document = await write('In der Hand der Menschen.')
  const snapshot = await freeze(document)
  const earlier = await send(await decide(snapshot, 'Die Zeilen'))
  await returns(earlier)
  const referral = await send(await decide(await freeze(await write('Bei den Menschen.')), 'Die Zeilen neu'), {
    followsId: earlier.id,
  })
  const decided = await decide(snapshot, 'Noch einmal')
  const number = `EN-${decided.year}-${String(decided.number).padStart(3, '0')}`
  for (const path of [
    paths.document(en, document),
    paths.rows(en, document, {}),
    paths.snapshot(en, document, 1),
    paths.quoting(en, document),
    paths.decisionSnapshot(number),
    paths.referralText(en, earlier),
    paths.referralDifference(en, referral),
  ])
    await expectNames(path)
})
