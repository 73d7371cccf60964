import * as Y from 'yjs'
import { presentable, shownOf } from '../content/codec.ts'
import { type Content, field } from '../markup.ts'

/** Content whose words know under which client id they were written. */
export type Written = Omit<Content, 'content'> & { client?: number; content?: Written[] }

interface Run {
  client: number
  length: number
}

/** The same text as for everybody, cut wherever another client goes on. */
export function writtenContentOf(state: Uint8Array): Written {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const shown = shownOf(doc)
  return presentable(told(shown, doc.getXmlFragment(field)) as Content)
}

/** Element by element the shared text and what is shown of it are the same, so they are walked side by side. */
function told(node: Content, element: Y.XmlElement | Y.XmlFragment): Written {
  const children = element.toArray()
  const elements = children.filter((child) => child instanceof Y.XmlElement)
  const runs = children.filter((child) => child instanceof Y.XmlText).flatMap((text) => runsIn(text))
  const content = node.content?.flatMap((child): Written[] => {
    if (child.type === 'text') return cut(child, runs)
    const inside = elements.shift()
    return [inside ? told(child, inside) : child]
  })
  return content ? { ...node, content } : node
}

function runsIn(text: Y.XmlText): Run[] {
  const runs: Run[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const last = runs.at(-1)
    if (last?.client === item.id.client) last.length += item.length
    else runs.push({ client: item.id.client, length: item.length })
  }
  return runs
}

/** Takes from the runs what it needs: the next node goes on where this one ends. */
function cut(node: Content, runs: Run[]): Written[] {
  const parts: Written[] = []
  for (let rest = node.text ?? ''; rest !== ''; rest = rest.slice(parts.at(-1)?.text?.length)) {
    const run = runs[0]
    const length = Math.min(run?.length ?? rest.length, rest.length)
    parts.push({ ...node, text: rest.slice(0, length), client: run?.client })
    if (run) run.length -= length
    if (run?.length === 0) runs.shift()
  }
  return parts
}

/** Under which client ids anything is written that is still there. */
export function clientsIn(written: Written): Set<number> {
  const clients = new Set<number>()
  for (const open = [written]; open.length > 0; ) {
    const node = open.pop()
    if (node?.client !== undefined) clients.add(node.client)
    open.push(...(node?.content ?? []))
  }
  return clients
}
