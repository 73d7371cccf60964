import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, schema } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { OrderWatch } from '#views/documents/editor-order.ts'
import { drawn } from '../../documents/drawn.tsx'
import { Chance } from './chance.ts'
import { textIn } from './siege.ts'
import { hurl, type Stage, stage } from './stage.ts'

const seeds = process.env.FUZZ_SEEDS?.split(',').map(Number) ?? [1, 20_261_005, 4_711, 45_610_093]
const rounds = Number(process.env.FUZZ_ROUNDS ?? 100)
const volley = 25

const lettersIn = (doc: Y.Doc) => [...textIn(doc)].sort()

/** All of it is true of a text whatever was thrown at it. */
function expectSound({ stored, swantje, tarek, rows, owners, failures }: Stage): void {
  expect(failures).toEqual([])
  const doc = new Y.Doc()
  const order = new OrderWatch(doc)
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  const merged = new Y.Doc()
  Y.applyUpdate(merged, stored())
  const open = [doc, tarek.doc, swantje.doc]
  for (const one of open) expect(lettersIn(one)).toEqual(lettersIn(merged))
  // With forged neighbours the order is that of arrival until the editor opens the text anew.
  if (!order.isDoubtful) for (const one of open) expect(textIn(one)).toBe(textIn(merged))
  expect(Y.getState(merged.store, swantje.doc.clientID)).toBe(Y.getState(swantje.doc.store, swantje.doc.clientID))
  for (const { personId, bytes } of rows)
    for (const { id } of Y.decodeUpdate(bytes).structs) expect(owners.get(id.client)).toBe(personId)
  expect([...merged.share.keys()]).toEqual(['body'])
  const content = contentOf(stored())
  schema.nodeFromJSON(content).check()
  expect(drawn(content)).toContain('class="paper"')
  const text = plainTextOf(content)
  expect([text.includes('\0'), text.isWellFormed()]).toEqual([false, true])
}

test.each(seeds)('whatever is thrown at a text, it stays whole (seed %i)', { timeout: 60_000 }, async (seed) => {
  const chance = new Chance(seed)
  const here = stage(chance)
  await here.committer.idle()
  for (let round = 0; round < rounds; round++) {
    here.write()
    for (let n = 0; n < volley; n++) hurl(here, chance)
    await here.committer.idle()
    expectSound(here)
  }
  expect([here.swantje, here.tarek].map(({ code }) => code)).toEqual([undefined, undefined])
  // Some of it must have passed for edits, or it has only been tried whether bytes can be read.
  expect(here.rows.filter(({ personId }) => personId === 'gerd').length).toBeGreaterThan(rounds)
  expect(here.hurled).toBeGreaterThan(rounds * volley * 0.9)
})
