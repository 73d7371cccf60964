import * as Y from 'yjs'
import { contentOf, schema } from '#src/documents/content/codec.ts'
import { grammarOf } from '#src/documents/editing/guard/grammar.ts'
import { Guard } from '#src/documents/editing/guard/judging.ts'
import { Owners } from '#src/documents/editing/guard/owners.ts'
import { merge } from '#src/documents/editing/log.ts'

const grammar = grammarOf(schema)

interface Given {
  parts?: Uint8Array[]
  authors?: Record<number, string>
  present?: Record<number, string>
}

/** A guard before a text, which takes what it lets pass as stored. */
export function guarded({ parts = [], authors = {}, present = {} }: Given = {}) {
  const text = [...parts]
  const bound = new Map(Object.entries(authors).map(([clientId, personId]) => [Number(clientId), personId]))
  const owners = new Owners(bound, (clientId) => present[clientId])
  const guard = new Guard({ grammar, owners, parts: () => text })
  const judge = (bytes: Uint8Array, personId: string, isAnswer = false) => {
    const verdict = guard.judge(bytes, { personId, isAnswer })
    if (verdict.kind !== 'new') return verdict
    text.push(verdict.bytes)
    owners.confirm(verdict.binds.map((clientId) => [clientId, personId]))
    return verdict
  }
  return { guard, owners, judge, whole: () => merge(text) }
}

/** A document with a client id of its own, and what it would send for each change. */
export function tab(clientId: number, ...parts: Uint8Array[]) {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part, 'server')
  doc.clientID = clientId
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') sent.push(update)
  })
  return {
    doc,
    body: doc.getXmlFragment('body'),
    sent,
    hear: (bytes: Uint8Array) => Y.applyUpdate(doc, bytes, 'server'),
  }
}

export const swantjes = 1_000
export const tareks = 2_000

export function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** A text with one paragraph of Swantje's, and her tab. */
export function begun(words = 'Wer neben dem Windrad wohnt') {
  const mine = tab(swantjes)
  mine.body.push([paragraph(words)])
  const text = guarded({ parts: [Y.encodeStateAsUpdate(mine.doc)], authors: { [swantjes]: 'swantje' } })
  mine.sent.length = 0
  return { ...text, mine }
}

export const wordsOf = (body: Y.XmlFragment, at = 0) => (body.get(at) as Y.XmlElement).get(0) as Y.XmlText
export const lastOf = (sent: Uint8Array[]) => sent.at(-1) as Uint8Array
export const shown = (bytes: Uint8Array) =>
  (contentOf(bytes).content ?? []).map(({ content }) => content?.[0]?.text ?? '')
