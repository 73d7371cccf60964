import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'

/** Says after a moment that this person has looked in: with a request of its own, because showing a page changes nothing. */
export const Visit = ({ group, seen }: { group: Pick<Group, 'slug'>; seen: number }) => (
  <div
    id="visit"
    hidden
    hx-post={paths.visit(group)}
    hx-trigger="load delay:2s"
    hx-vals={JSON.stringify({ seen })}
    hx-swap="none"
  />
)
