import { inflateSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { paths } from '#src/paths.ts'
import { openBrowser, type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { Dice } from '../simulation/dice.ts'
import { comparing, row } from './rows-of-text.ts'

let w: World
let served: Served
let browser: Browser

beforeAll(async () => {
  w = await world()
  served = await serveWorld(w)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

const dice = new Dice(11)
const word = () => Array.from({ length: 4 + dice.below(6) }, () => 'abdefgilmnorstu'.charAt(dice.below(15))).join('')
const words = () => Array.from({ length: 12 }, word).join(' ')

/** What stands on each page, letter by letter, in the signs of the file. */
function lettersByPage(pdf: Buffer): string[] {
  const pages: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const packed = pdf.toString('latin1', Math.max(0, at - 200), at).match(/FlateDecode[^>]*>>\s*$/)
    const drawn = packed ? inflateSync(pdf.subarray(at + 7)).toString('latin1') : ''
    if (!/\bBT\b/.test(drawn)) continue
    pages.push(Array.from(drawn.matchAll(/<([0-9A-F]+)> Tj/g), ([, signs]) => `${signs} `).join(''))
  }
  return pages
}

const common = (one: string, other: string, length: number) => {
  const signs = one.split(' ')
  const runs = signs.slice(0, -length).map((_, from) => signs.slice(from, from + length).join(' '))
  return runs.some((run) => other.includes(run))
}

test('a comparison is printed across, and every page begins with the names of the columns', {
  timeout: 120_000,
}, async () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    row({ place: `S. ${at + 1}`, statement: words(), position: words(), demand: words() }),
  )
  const document = await change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, content: comparing(...rows) },
      ...{ kind: 'comparison' as const, title: 'RPL und wir' },
    }),
  )
  const page = await served.page(browser, 'swantje')
  for (const path of [paths.document(w.groups.en, document), paths.rows(w.groups.en, document)]) {
    await page.goto(path)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = Array.from(pdf.toString('latin1').matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), ([, ...sides]) =>
      sides.map((side) => Math.round(Number(side))),
    )
    expect(sheets.length).toBeGreaterThan(3)
    expect(sheets).toEqual(sheets.map(() => [842, 595]))
    const [second = '', third = ''] = lettersByPage(pdf).slice(1, 3)
    // "Fundstelle Aussage im Programm Unsere Position Bewertung …" and nothing else is so long and the same.
    expect(common(second, third, 45)).toBe(true)
  }
})
