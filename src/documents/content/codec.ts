import { getSchema } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { cleanText } from '../../web/clean.ts'
import { type Content, extensions, field } from '../markup.ts'
import { maxDepth } from './depth.ts'

export const schema = getSchema(extensions)

/** No browser ever draws it: the first state of a text has no author's client behind it. */
const firstClientId = 1

/** What an editor would show of this state: nodes that the schema does not know are not in it. */
export function contentOf(...updates: Uint8Array[]): Content {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return contentOfDoc(doc)
}

/** Works on the document that is handed in and may remove from it what no editor could show. */
export function contentOfDoc(doc: Y.Doc): Content {
  const fragment = doc.getXmlFragment(field)
  prune(fragment)
  const content = yXmlFragmentToProseMirrorRootNode(fragment, schema).toJSON() as Content
  return content.content?.length ? cleaned(content) : emptyContent()
}

/** No database takes NUL or half a character, and direction controls make a text read as something else. */
function cleaned(node: Content): Content {
  if (node.text !== undefined) return { ...node, text: cleanText(node.text) }
  return node.content ? { ...node, content: node.content.map(cleaned).filter(({ text }) => text !== '') } : node
}

export const emptyContent = (): Content => ({ type: 'doc', content: [{ type: 'paragraph' }] })

/** The same content gives the same bytes, so that two copies of a first state merge into one. */
export function stateOf(content: Content): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = firstClientId
  prosemirrorJSONToYXmlFragment(schema, content, doc.getXmlFragment(field))
  return Y.encodeStateAsUpdate(doc)
}

/** Without recursion, because a hostile state may be nested deeper than the stack reaches. */
function prune(fragment: Y.XmlFragment): void {
  const open: { parent: Y.XmlFragment; depth: number }[] = [{ parent: fragment, depth: 1 }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { parent, depth } = at
    const children = parent.toArray()
    for (const [index, child] of [...children.entries()].reverse()) {
      if (child instanceof Y.XmlElement && depth < maxDepth) open.push({ parent: child, depth: depth + 1 })
      else if (child instanceof Y.XmlElement || depth === 1) parent.delete(index, 1)
    }
  }
}
