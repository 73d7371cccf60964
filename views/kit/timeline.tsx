import type { Child } from 'hono/jsx'
import { machineTime, type When } from './dates.ts'

export type Happening = { at: When; label: Child; words: Child }

/** Date in the margin, sentence at the right. */
export const Timeline = ({ entries }: { entries: Happening[] }) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li>
        <time datetime={machineTime(entry.at)}>{entry.label}</time>
        <p>{entry.words}</p>
      </li>
    ))}
  </ol>
)
