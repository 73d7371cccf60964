import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, schema, stateOf } from '#src/documents/content/codec.ts'
import { updateTowards } from '#src/documents/content/towards.ts'
import { type Content, field } from '#src/documents/markup.ts'
import { Dice } from '../simulation/dice.ts'
import { changed } from './random-changes.ts'
import { randomContent } from './random-content.ts'

const words = (text: string): Content => ({ type: 'text', text })
const p = (text: string): Content => ({ type: 'paragraph', content: [words(text)] })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })

const server = 4711

const itemOf = (node: unknown) => {
  const { client, clock } = (node as { _item: { id: { client: number; clock: number } } })._item.id
  return `${client} ${clock}`
}

/** Where every paragraph of a state was written. */
function itemsOf(state: Uint8Array): string[] {
  const shared = new Y.Doc()
  Y.applyUpdate(shared, state)
  return shared.getXmlFragment(field).toArray().map(itemOf)
}

const bodyOf = (state: Uint8Array) => {
  const shared = new Y.Doc()
  Y.applyUpdate(shared, state)
  return { shared, body: shared.getXmlFragment(field) }
}

const wordsOf = (body: Y.XmlFragment, line: number) => (body.get(line) as Y.XmlElement).get(0) as Y.XmlText

const merged = (...updates: Uint8Array[]) => Y.mergeUpdates(updates)

const canonical = (content: Content) => contentOf(stateOf(schema.nodeFromJSON(content).toJSON()))

test('whatever a text is and is to be, afterwards it is that', () => {
  for (let seed = 0; seed < 250; seed++) {
    const dice = new Dice(seed)
    const before = randomContent(dice)
    const after = seed % 4 === 0 ? randomContent(dice) : changed(before, dice, 8)
    const update = updateTowards(stateOf(before), after, server)
    expect(contentOf(stateOf(before), update), `seed ${seed}`).toEqual(canonical(after))
  }
})

test('it goes on being right however often the text is turned back and forth', () => {
  const dice = new Dice(99)
  const first = randomContent(dice)
  let state = stateOf(first)
  const known = [first]
  for (let round = 0; round < 60; round++) {
    const wanted = dice.chance(0.3) ? dice.pick(known) : changed(known.at(-1) as Content, dice)
    known.push(wanted)
    state = merged(state, updateTowards(state, wanted, server + round))
    expect(contentOf(state), `round ${round}`).toEqual(canonical(wanted))
  }
})

test('a text that is so already is not touched', () => {
  const state = stateOf(randomContent(new Dice(5)))
  expect(updateTowards(state, contentOf(state), server)).toEqual(new Uint8Array([0, 0]))
})

test('paragraphs that stay the same stay the same piece of the text, also between changed ones', () => {
  const before = doc(p('Eins'), p('Zwei ist lang genug'), p('Drei'), p('Vier'), p('Fünf'), p('Sechs'))
  const after = doc(p('Neu'), p('Eins'), p('Zwei ist sehr lang genug'), p('Drei'), p('Fünf'), p('Dazu'), p('Sechs'))
  const state = stateOf(before)
  const then = itemsOf(merged(state, updateTowards(state, after, server)))
  const [one, two, three, , five, six] = itemsOf(state)
  expect([then[1], then[2], then[3], then[4], then[6]]).toEqual([one, two, three, five, six])
})

test('what somebody writes meanwhile at another place and within a changed paragraph stays', () => {
  const state = stateOf(doc(p('Anteile für alle Menschen im Umkreis von zehn Kilometern.'), p('Ende'), p('Gut')))
  const update = updateTowards(
    state,
    doc(p('Anteile für alle Leute im Umkreis von fünf Kilometern.'), p('Ende')),
    server,
  )
  const { shared, body } = bodyOf(state)
  wordsOf(body, 0).insert(17, 'wirklich ')
  wordsOf(body, 1).insert(4, ' in Sicht')
  expect(contentOf(merged(Y.encodeStateAsUpdate(shared), update))).toEqual(
    doc(p('Anteile für alle wirklich Leute im Umkreis von fünf Kilometern.'), p('Ende in Sicht')),
  )
})

test('everything that is added belongs to the client id that was handed in', () => {
  const before = randomContent(new Dice(11))
  const update = updateTowards(stateOf(before), changed(before, new Dice(12), 9), server)
  expect(Y.decodeUpdate(update).structs.every(({ id }) => id.client === server)).toBe(true)
})

test('whose words they are stays, where only a word was changed', () => {
  const { shared, body } = bodyOf(stateOf(doc(p('Wind und Wärme'))))
  shared.clientID = 77
  wordsOf(body, 0).insert(8, ' viel')
  const state = Y.encodeStateAsUpdate(shared)
  const then = merged(state, updateTowards(state, doc(p('Wind und viel Sonne')), server))
  const owners: [number, string][] = []
  for (let item = wordsOf(bodyOf(then).body, 0)._start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString) owners.push([item.id.client, item.content.str])
  expect(owners).toEqual([
    [1, 'Wind und'],
    [77, ' viel'],
    [1, ' '],
    [server, 'Sonne'],
  ])
})

test('a hundred pages in which everything is other are no reason to wait long', () => {
  const pages = (word: string) => doc(...Array.from({ length: 2500 }, (_, n) => p(`${word} ${n} `.repeat(15))))
  const state = stateOf(pages('alt'))
  expect(contentOf(state, updateTowards(state, pages('neu'), server)).content).toHaveLength(2500)
})
