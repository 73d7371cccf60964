import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Written, writtenContentOf } from '#src/documents/authorship/clients.ts'
import { markPassages, wordsBySource } from '#src/documents/authorship/passages.ts'
import { contentOf, stateOf } from '#src/documents/content/codec.ts'
import { plainTextOf, wordCountOf } from '#src/documents/content/plain-text.ts'
import { updateTowards } from '#src/documents/content/towards.ts'
import type { Content } from '#src/documents/markup.ts'
import { changed } from '../content/random-changes.ts'
import { randomContent } from '../content/random-content.ts'
import { Dice } from '../simulation/dice.ts'

/** A text that several people wrote, one after the other, each under an id of their own. */
function written(seed: number, people: number): Uint8Array {
  const dice = new Dice(seed)
  let state = stateOf(randomContent(dice, 12))
  for (let person = 0; person < people; person++)
    state = Y.mergeUpdates([state, updateTowards(state, changed(contentOf(state), dice, 8), 1000 + person)])
  return state
}

const without = ({ marks, content, ...node }: Content): Content => {
  const left = marks?.filter(({ type }) => type !== 'written') ?? []
  return {
    ...node,
    ...(left.length > 0 && { marks: left }),
    ...(content?.length && { content: joined(content.map(without)) }),
  }
}

/** Neighbours that look the same are one text. */
function joined(parts: Content[]): Content[] {
  const all: Content[] = []
  for (const part of parts) {
    const last = all.at(-1)
    const isSame = part.type === 'text' && last?.type === 'text'
    if (isSame && JSON.stringify(part.marks) === JSON.stringify(last.marks))
      all[all.length - 1] = { ...last, text: `${last.text}${part.text}` }
    else all.push(part)
  }
  return all
}

/** What a picture shows is described, and not written in the text. */
const withoutPictures = (node: Content): Content => ({
  ...node,
  ...(node.content && { content: node.content.filter(({ type }) => type !== 'image').map(withoutPictures) }),
})

const textsIn = (node: Content): Content[] => (node.type === 'text' ? [node] : (node.content ?? []).flatMap(textsIn))

const hasClient = (node: Written): boolean => node.client !== undefined || (node.content ?? []).some(hasClient)

test('in footnotes, tables, tasks, quotations and rows of a comparison, too, each word has its author', () => {
  for (let seed = 0; seed < 60; seed++) {
    const state = written(seed, 3)
    const content = markPassages(writtenContentOf(state), (client) => client ?? -1)
    expect(without(content), `seed ${seed}`).toEqual(contentOf(state))
    for (const { marks = [] } of textsIn(content)) {
      const by = marks.find(({ type }) => type === 'written')?.attrs?.by
      expect([1, 1000, 1001, 1002], `seed ${seed}`).toContain(by)
    }
    expect(hasClient(content as Written), `seed ${seed}`).toBe(false)
    const counted = [...wordsBySource(content).values()].reduce((sum, count) => sum + count, 0)
    expect(counted, `seed ${seed}`).toBe(wordCountOf(plainTextOf(withoutPictures(contentOf(state)))))
  }
})
