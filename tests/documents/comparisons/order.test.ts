import { describe, expect, test } from 'vitest'
import {
  asShown,
  evenKeys,
  isOrderKey,
  keyBetween,
  keysFor,
  rowsInOrder,
  shownOrder,
} from '#src/documents/comparisons/order.ts'
import { rowsOf } from '#src/documents/comparisons/rows.ts'
import { difference } from '#src/documents/versions/difference.ts'
import { Dice } from '../simulation/dice.ts'
import { comparing, row } from './rows-of-text.ts'

const apply = (keys: string[], given: Map<number, string>) => keys.map((key, index) => given.get(index) ?? key)

describe('a key', () => {
  test.each([
    ['', null],
    ['', '1'],
    ['', '01'],
    ['1', '2'],
    ['1', '11'],
    ['z', null],
    ['zzz', null],
    ['1', '1001'],
    ['az', 'b'],
  ])('fits between %j and %j', (before, behind) => {
    const key = keyBetween(before, behind)
    expect(key > before).toBe(true)
    expect(behind === null || key < behind).toBe(true)
    expect(isOrderKey(key)).toBe(true)
  })

  test.each(['0', '10', 'A', 'ä', '1'.repeat(61)])('is not %s: another program could not find one before it', (key) => {
    expect(isOrderKey(key)).toBe(false)
  })

  test.each([1, 2, 3, 17, 400])('is given to each of %i rows, in their order', (count) => {
    const keys = evenKeys(count)
    expect(keys.every(isOrderKey)).toBe(true)
    expect(keys).toEqual([...new Set(keys)].sort())
  })
})

test('whoever moves rows about for hours sees them where they were put', () => {
  const dice = new Dice(7)
  let keys = ['', '', '', '', '']
  let order = shownOrder(keys)
  for (let step = 0; step < 3000; step++) {
    const placed = order[dice.below(order.length)] as number
    order = order.filter((index) => index !== placed)
    // Into the same narrow place again and again, where keys grow longest.
    order.splice(dice.below(10) < 8 ? 2 : dice.below(order.length + 1), 0, placed)
    keys = apply(keys, keysFor(keys, order, placed))
    expect(shownOrder(keys)).toEqual(order)
    expect(keys.every(isOrderKey)).toBe(true)
  }
})

test('one who moves a row touches no other one', () => {
  const keys = evenKeys(6)
  expect([...keysFor(keys, [0, 4, 1, 2, 3, 5], 4).keys()]).toEqual([4])
})

test('rows without a key stay behind the row before which nobody has put them', () => {
  expect(shownOrder(['', '', ''])).toEqual([0, 1, 2])
  expect(shownOrder(['5', '', '3'])).toEqual([2, 0, 1])
  expect(shownOrder(['', '3', '', '1'])).toEqual([0, 3, 1, 2])
})

const rearranged = comparing(
  row({ place: 'zuletzt', position: 'Energie gehört in die Hand der Menschen im Revier.', attrs: { order: 'z' } }),
  row({ place: 'zuerst', position: 'Wasserstoff nur dort, wo es nicht anders geht.', attrs: { order: '1' } }),
  row({ place: 'dahinter', attrs: { order: '' } }),
)

test('a text reads as its rows are shown', () => {
  expect(rowsOf(rearranged).map(({ number, place }) => `${number} ${place}`)).toEqual([
    '1 zuerst',
    '2 dahinter',
    '3 zuletzt',
  ])
  expect(rowsInOrder(rearranged.content?.[1]?.content ?? []).map(({ attrs }) => attrs?.order)).toEqual(['1', '', 'z'])
})

test('between two texts whose rows are shown alike there is no difference; a row that was moved is one place', () => {
  const shown = asShown(rearranged)
  expect(difference(shown, rearranged).changed).toBe(0)
  const [first, ...others] = rowsInOrder(rearranged.content?.[1]?.content ?? [])
  const moved = comparing(...others.map((one) => ({ ...one, attrs: { ...one.attrs, order: '' } })))
  if (first) moved.content?.[1]?.content?.push({ ...first, attrs: { ...first.attrs, order: '' } })
  expect(difference(rearranged, moved)).toMatchObject({ changed: 1, moved: 1 })
})
