import type { Content } from '../markup.ts'

const startOf = ({ attrs }: Content) => Number(attrs?.start ?? 1)

/** Bullets below each other are one list to the eye, and so are numbers that go on. */
function goesOn(before: Content | undefined, node: Content): before is Content {
  if (before?.type !== node.type) return false
  if (node.type === 'bulletList') return true
  return node.type === 'orderedList' && startOf(node) === startOf(before) + (before.content?.length ?? 0)
}

/** Some programs make a list of its own of every item. */
export function withJoinedLists(node: Content): Content {
  if (!node.content) return node
  const content: Content[] = []
  for (const child of node.content) {
    const before = content.at(-1)
    if (goesOn(before, child))
      content.splice(-1, 1, { ...before, content: [...(before.content ?? []), ...(child.content ?? [])] })
    else content.push(child)
  }
  return { ...node, content: content.map(withJoinedLists) }
}
