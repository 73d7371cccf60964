import { type Content, maxDepth } from '../markup.ts'

/** Without recursion, because that is the point. */
export function isTooDeep(content: Content): boolean {
  const open = [{ node: content, depth: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.depth > maxDepth) return true
    for (const node of at.node.content ?? []) open.push({ node, depth: at.depth + 1 })
  }
  return false
}
