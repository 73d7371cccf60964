import * as Y from 'yjs'
import { type Content, field } from '../markup.ts'
import { contentOf, presentable, stateOf } from './codec.ts'
import { towardsElement } from './towards-element.ts'

const nothing = new Uint8Array([0, 0])

/**
 * The update that turns a state into this content and leaves alone whatever is the same: what somebody writes meanwhile
 * at another place stays, and whose words they are stays too. What it adds belongs to the client id that is handed in,
 * which must be new to the text.
 */
export function updateTowards(state: Uint8Array, content: Content, clientId: number): Uint8Array {
  const wanted = presentable(content)
  if (JSON.stringify(contentOf(state)) === JSON.stringify(contentOf(stateOf(wanted)))) return nothing
  const doc = docOf(state)
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const target = docOf(stateOf(wanted)).getXmlFragment(field)
  doc.transact(() => towardsElement(doc.getXmlFragment(field), target))
  return updates.length > 0 ? Y.mergeUpdates(updates) : nothing
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
