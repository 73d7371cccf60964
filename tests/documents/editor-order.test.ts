import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { namesOddNeighbours, OrderWatch } from '#views/documents/editor-order.ts'
import { Chance } from '../security/sockets/chance.ts'
import type { Id } from '../security/sockets/updates.ts'
import { blockBetween, oddBlocks } from './block-between.ts'

const idsIn = (doc: Y.Doc): Id[] => {
  const ids: Id[] = []
  const body = doc.getXmlFragment(field)
  for (let item = body._start; item; item = item.right)
    for (let at = 0; at < item.length; at++) ids.push([item.id.client, item.id.clock + at])
  return ids
}

const readAnew = (doc: Y.Doc) => {
  const anew = new Y.Doc()
  Y.applyUpdate(anew, Y.encodeStateAsUpdate(doc))
  return anew
}

const orderIn = (doc: Y.Doc) => idsIn(doc).join(' ')

const lastOf = (doc: Y.Doc, [client, clock]: Id) => Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item

/** Blocks of a few clients between any two others, or only where that is not said to be odd. */
function forge(seed: number, onlyTrue: boolean): Y.Doc {
  const chance = new Chance(seed)
  const doc = new Y.Doc({ gc: false })
  for (let n = 0; n < 24; n++) {
    const ids = [null, ...idsIn(doc)]
    const client = 1 + chance.below(8)
    const id: Id = [client, Y.getState(doc.store, client)]
    const update = blockBetween(id, { left: chance.one(ids), right: chance.one(ids) })
    const tried = readAnew(doc)
    Y.applyUpdate(tried, update)
    if (!onlyTrue || !namesOddNeighbours(tried.store, lastOf(tried, id))) Y.applyUpdate(doc, update)
  }
  return doc
}

const isReadOtherwise = (doc: Y.Doc) => orderIn(readAnew(doc)) !== orderIn(doc)
const seeds = Array.from({ length: 150 }, (_, n) => n + 1)

test('with neighbours that may once have stood side by side the order of arrival does not matter', () => {
  expect(seeds.filter((seed) => isReadOtherwise(forge(seed, true)))).toEqual([])
})

test('with any others it does', () => {
  expect(seeds.filter((seed) => isReadOtherwise(forge(seed, false))).length).toBeGreaterThan(3)
})

test('what three people write, delete and format is never odd', () => {
  const chance = new Chance(20_261_122)
  const docs = [1, 2, 3].map((client) => Object.assign(new Y.Doc(), { clientID: client }))
  const watches = docs.map((doc) => new OrderWatch(doc))
  for (let n = 0; n < 1_500; n++) {
    const doc = chance.one(docs)
    const text = doc.getText('words')
    const at = chance.below(text.length + 1)
    if (chance.happens(0.5)) text.insert(at, chance.one(['Wind', 'ä', 'Hof ']))
    else if (chance.happens(0.4)) text.delete(at, Math.min(chance.below(4), text.length - at))
    else if (chance.happens(0.3)) text.format(at, Math.min(chance.below(9), text.length - at), { bold: true })
    else Y.applyUpdate(chance.one(docs), Y.encodeStateAsUpdate(doc))
  }
  expect(watches.map(({ isDoubtful }) => isDoubtful)).toEqual([false, false, false])
})

test('a window asks whether others see its blocks in another order, when nobody has written for a while', () => {
  const doc = new Y.Doc()
  const watch = new OrderWatch(doc)
  const [first, ...others] = oddBlocks
  Y.applyUpdate(doc, first)
  expect([watch.isDoubtful, watch.mayAsk(0, 0)]).toEqual([false, false])
  for (const update of others) Y.applyUpdate(doc, update)
  expect([watch.isDoubtful, watch.mayAsk(0, 0)]).toEqual([true, true])
  expect([watch.mayAsk(60_000, 0), watch.mayAsk(0, Date.now())]).toEqual([false, false])
  const theirs = readAnew(doc)
  expect(isReadOtherwise(doc)).toBe(true)
  expect(watch.isOtherwiseIn(theirs)).toBe(true)
  theirs.getXmlFragment(field).delete(0, 1)
  theirs.getXmlFragment(field).insert(0, [new Y.XmlElement('paragraph')])
  expect(watch.isOtherwiseIn(theirs)).toBe(false)
})
