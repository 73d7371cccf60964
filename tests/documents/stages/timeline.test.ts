import { beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { papers, said, text } from './setting.ts'

let w: World
let we: ReturnType<typeof papers>
let gerd: Browse

beforeAll(async () => {
  w = await world()
  we = papers(w)
  gerd = await w.as('gerd')
})

const citationOf = ({ year, number }: { year: number; number: number }) =>
  `EN-${year}-${String(number).padStart(3, '0')}`

test('the line of states tells of every decision that adopted one of them', async () => {
  const { document, decision } = await we.adopted('Zweimal beschlossen', 'Erste Fassung.')
  await we.write(document, text('Zweite Fassung.'))
  const next = await we.decide(await we.freeze(document), 'Zweimal beschlossen')
  const line = await said(gerd(paths.versions(w.groups.en, document)))
  const [newer, older] = [`Fassung\u00A02`, `Fassung\u00A01`].map((version) => line.indexOf(version))
  expect(line.indexOf(citationOf(next))).toBeGreaterThan(newer ?? 0)
  expect(line.indexOf(citationOf(next))).toBeLessThan(older ?? 0)
  expect(line.indexOf(citationOf(decision))).toBeGreaterThan(older ?? 0)
})

test('whoever looks at older states goes on seeing them when something happens', async () => {
  const { document } = await we.adopted('Ältere Stände')
  const before = new Date('2026-12-01T00:00:00Z')
  const page = await (await gerd(paths.olderVersions(w.groups.en, document, before))).text()
  expect(page).toContain(`hx-get="${paths.olderVersions(w.groups.en, document, before).replaceAll('&', '&amp;')}"`)
})
