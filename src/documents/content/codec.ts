import { getSchema } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type Content, extensions, field } from '../markup.ts'
import { prune } from './pruning.ts'
import { cleanContent } from './typed.ts'

export const schema = getSchema(extensions)

/** No browser ever draws it: the first state of a text has no author's client behind it. */
export const firstClientId = 1

/** What an editor would show of this state: nodes that the schema does not know are not in it. */
export function contentOf(...updates: Uint8Array[]): Content {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return contentOfDoc(doc)
}

/** Works on the document that is handed in and may remove from it what no editor could show. */
export const contentOfDoc = (doc: Y.Doc): Content => presentable(shownOf(doc))

/** Node by node what is left in the document then, before anybody has looked at the characters. */
export function shownOf(doc: Y.Doc): Content {
  const fragment = doc.getXmlFragment(field)
  prune(fragment)
  return yXmlFragmentToProseMirrorRootNode(fragment, schema).toJSON() as Content
}

export const presentable = (content: Content): Content =>
  content.content?.length ? cleanContent(content, schema) : emptyContent()

export const emptyContent = (): Content => ({ type: 'doc', content: [{ type: 'paragraph' }] })

/** The same content gives the same bytes, so that two copies of a first state merge into one. */
export function stateOf(content: Content): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = firstClientId
  prosemirrorJSONToYXmlFragment(schema, content, doc.getXmlFragment(field))
  return Y.encodeStateAsUpdate(doc)
}
