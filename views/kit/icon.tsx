import type { IconName } from '#src/web/icons.ts'

/** A symbol beside its word; never the only sign, so it stays silent for screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true" focusable="false">
    <use href={`/build/icons.svg#${name}`} />
  </svg>
)
