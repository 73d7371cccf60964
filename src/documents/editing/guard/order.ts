import type { Section, Struct } from './struct.ts'

interface Walk {
  section: Section
  next: number
}

const isOver = ({ section, next }: Walk) => next >= section.structs.length

/**
 * Visits the runs of an update so that each comes after those it depends on, which may be in the section of another
 * client. `missing` names the client whose run is not there yet. Answers whether all of them could be visited; where
 * something is missing for good, the rest of that section is left out.
 */
export function inOrder(
  sections: Section[],
  missing: (struct: Struct) => number | undefined,
  visit: (struct: Struct) => void,
): boolean {
  const [only] = sections
  if (only && sections.length === 1) return inLine(only, missing, visit)
  const walks = new Map(sections.map((section) => [section.client, { section, next: 0 }]))
  let complete = true
  for (const walk of walks.values())
    while (!isOver(walk)) {
      const path = [walk]
      while (path.length > 0) if (!step(path, walks, missing, visit)) complete = false
    }
  return complete
}

/** What a key adds is of one client. */
function inLine({ structs }: Section, missing: (struct: Struct) => unknown, visit: (struct: Struct) => void): boolean {
  for (const struct of structs) {
    if (missing(struct) !== undefined) return false
    visit(struct)
  }
  return true
}

/** The last one of the path goes one run on, or waits for another one that is put behind it. */
function step(
  path: Walk[],
  walks: Map<number, Walk>,
  missing: (struct: Struct) => number | undefined,
  visit: (struct: Struct) => void,
): boolean {
  const at = path.at(-1) as Walk
  const struct = at.section.structs[at.next] as Struct
  const lacks = missing(struct)
  if (lacks === undefined) {
    visit(struct)
    at.next += 1
    path.pop()
    return true
  }
  const awaited = walks.get(lacks)
  if (awaited && !isOver(awaited) && !path.includes(awaited)) {
    path.push(awaited)
    return true
  }
  for (const walk of path.splice(0)) walk.next = walk.section.structs.length
  return false
}
