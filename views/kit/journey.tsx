import type { Child } from 'hono/jsx'

export type Leg = { title: Child; note?: Child; state: 'done' | 'now' | 'next' }

/** The way of a matter: filled where it has been, ringed where it is, dashed where it still goes. */
export const Journey = ({ label, legs }: { label: string; legs: Leg[] }) => (
  <ol class="journey" aria-label={label}>
    {legs.map((leg) => (
      <li class={leg.state} aria-current={leg.state === 'now' ? 'step' : undefined}>
        <b>{leg.title}</b>
        {leg.note && <span>{leg.note}</span>}
      </li>
    ))}
  </ol>
)

/** How long it has been waiting, as a large figure and a sentence. */
export const Waiting = ({ figure, words }: { figure: Child; words: Child }) => (
  <p class="waiting">
    <b>{figure}</b> <span class="soft">{words}</span>
  </p>
)
