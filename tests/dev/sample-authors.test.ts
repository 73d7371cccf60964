import { describe, expect, test } from 'vitest'
import type { PaperDraft } from '#src/dev/sample/paper-draft.ts'
import { paperList } from '#src/dev/sample/paper-list.ts'
import { text } from '#src/dev/sample/written.ts'
import { writtenBy } from '#src/dev/sample/written-by.ts'
import { clientsIn, writtenContentOf } from '#src/documents/authorship/clients.ts'
import { contentOf, firstClientId, stateOf } from '#src/documents/content/codec.ts'

describe.each(Object.entries<PaperDraft>(paperList))('the paper %s', (_key, paper) => {
  const { state, authors } = writtenBy(paper)

  test('reads as it was written down', () => {
    expect(contentOf(state)).toEqual(contentOf(stateOf(text(...paper.draft))))
  })

  test('has somebody behind each word, but for those that were taken over', () => {
    const known = [...authors.map(({ clientId }) => clientId), ...(paper.copied ? [firstClientId] : [])]
    expect([...clientsIn(writtenContentOf(state))].filter((client) => !known.includes(client))).toEqual([])
  })
})
