/** More than anybody has pages open; each one holds a listener and a timer. */
const perPerson = 20

const open = new Map<string, Set<AbortController>>()

/** Of too many streams of one person the oldest ends. The answer forgets this one. */
export function keepOpen(personId: string, left: AbortController): () => void {
  const theirs = open.get(personId) ?? new Set()
  open.set(personId, theirs.add(left))
  for (const oldest of [...theirs].slice(0, -perPerson)) oldest.abort()
  return () => {
    theirs.delete(left)
    if (theirs.size === 0) open.delete(personId)
  }
}
