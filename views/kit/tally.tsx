import type { Child } from 'hono/jsx'

/** Filled and empty dots plus the words that say the same, as in "7 von 9 Sitzen". */
export const Tally = ({ filled, of, words }: { filled: number; of: number; words: Child }) => (
  <p class="tally">
    {of <= 30 && (
      <span class="dots" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <span class={place < filled ? 'in' : undefined} />
        ))}
      </span>
    )}{' '}
    <span>{words}</span>
  </p>
)
