import type { Child } from 'hono/jsx'

/** "AG Energie · aus Beschluss EN-2026-004"; what is not there is left out. */
export const Dotted = ({ items }: { items: Child[] }) => (
  <>
    {items.filter(Boolean).map((item, place) => (
      <>
        {place > 0 && '\u00A0· '}
        {item}
      </>
    ))}
  </>
)
