import { expect, test } from 'vitest'
import { contentOf, stateOf } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Compared } from '#src/documents/versions/compared.ts'
import { difference } from '#src/documents/versions/difference.ts'
import { afterOf, beforeOf } from '#src/documents/versions/taking-back.ts'
import { changed } from '../content/random-changes.ts'
import { randomContent } from '../content/random-content.ts'
import { Dice } from '../simulation/dice.ts'

const canonical = (content: Content) => contentOf(stateOf(content))

function holds(before: Content, after: Content, of: string): void {
  const copies = structuredClone([before, after])
  const found = difference(before, after)
  expect(canonical(beforeOf(found.content)), `before, ${of}`).toEqual(canonical(before))
  expect(canonical(afterOf(found.content)), `after, ${of}`).toEqual(canonical(after))
  expect([before, after], `nothing is written into what is compared, ${of}`).toEqual(copies)
  const isSame = JSON.stringify(canonical(before)) === JSON.stringify(canonical(after))
  expect(found.changed === 0, `nothing is other only when nothing is, ${of}`).toBe(isSame)
}

test('out of a difference come exactly the two texts that were compared, whatever was changed', () => {
  for (let seed = 0; seed < 200; seed++) {
    const dice = new Dice(seed)
    const before = canonical(randomContent(dice, 12))
    holds(before, canonical(changed(before, dice, 9)), `seed ${seed}`)
  }
})

test('and also when the two have nothing to do with each other', () => {
  for (let seed = 0; seed < 80; seed++) {
    const dice = new Dice(5000 + seed)
    holds(canonical(randomContent(dice)), canonical(randomContent(dice)), `seed ${seed}`)
  }
})

function* nodesIn(node: Compared): Generator<Compared> {
  yield node
  for (const child of node.content ?? []) yield* nodesIn(child)
}

test('every place can be jumped to, in the order in which one reads', () => {
  for (let seed = 0; seed < 80; seed++) {
    const dice = new Dice(9000 + seed)
    const before = canonical(randomContent(dice, 12))
    const { content, places } = difference(before, canonical(changed(before, dice, 9)))
    const inText = [...nodesIn(content)].flatMap(({ place, marks = [] }) => [
      ...(place === undefined ? [] : [place]),
      ...marks.flatMap(({ attrs }) => (attrs?.place === undefined ? [] : [Number(attrs.place)])),
    ])
    const numbers = places.map(({ number }) => number)
    expect([...new Set(inText)], `seed ${seed}`).toEqual(numbers)
    expect(numbers).toEqual(places.map((_, index) => index + 1))
  }
})
