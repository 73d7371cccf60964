import type { Content } from '../markup.ts'

/** Bullets have no number that could begin anew. */
const isJoined = (before: Content | undefined, node: Content): before is Content =>
  node.type === 'bulletList' && before?.type === 'bulletList'

/** Some programs make a list of its own of every item; to the eye, bullets below each other are one. */
export function withJoinedBullets(node: Content): Content {
  if (!node.content) return node
  const content: Content[] = []
  for (const child of node.content) {
    const before = content.at(-1)
    if (isJoined(before, child))
      content.splice(-1, 1, { ...before, content: [...(before.content ?? []), ...(child.content ?? [])] })
    else content.push(child)
  }
  return { ...node, content: content.map(withJoinedBullets) }
}
