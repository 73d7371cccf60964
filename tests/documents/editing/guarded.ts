import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
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
  doc.clientID = clientId
  for (const part of parts) Y.applyUpdate(doc, part, 'server')
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
