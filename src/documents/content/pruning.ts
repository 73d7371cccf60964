import * as Y from 'yjs'
import { maxDepth } from '../markup.ts'

interface Open {
  parent: Y.XmlElement | Y.XmlFragment
  depth: number
}

/**
 * Takes out what no editor could show: a shared state can hold anything anywhere. Without recursion, because a hostile
 * state may be nested deeper than the stack reaches.
 */
export function prune(fragment: Y.XmlFragment): void {
  const open: Open[] = [{ parent: fragment, depth: 1 }]
  for (let at = open.pop(); at; at = open.pop()) open.push(...pruneChildren(at))
}

function pruneChildren({ parent, depth }: Open): Open[] {
  const inside: Open[] = []
  for (const [index, child] of [...parent.toArray().entries()].reverse()) {
    if (child instanceof Y.XmlElement && depth < maxDepth) inside.push({ parent: child, depth: depth + 1 })
    else if (child instanceof Y.XmlText && depth > 1) pruneText(child)
    else parent.delete(index, 1)
  }
  return inside
}

/** Between characters only characters belong; everything else has the length of one. */
function pruneText(text: Y.XmlText): void {
  let at = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[])
    if (typeof insert === 'string') at += insert.length
    else text.delete(at, 1)
}
