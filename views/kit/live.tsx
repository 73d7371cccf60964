import type { PropsWithChildren } from 'hono/jsx'

// A refused or lost refresh leaves what is there; the page itself tells what is wrong when it is opened next.
const keep = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

const triggers = (on: string) =>
  on
    .split(' ')
    .map((signal) => `${signal} from:body delay:120ms`)
    .join(', ')

/** A part of the page that looks again when one of these signals comes in; what somebody types in it stays. */
export const Live = ({ id, on, href, children }: PropsWithChildren<{ id: string; on: string; href: string }>) => (
  <div
    class="live"
    id={id}
    hx-get={href}
    hx-trigger={triggers(on)}
    hx-select={`#${id}`}
    hx-target="this"
    hx-swap="outerMorph"
    hx-sync="this:queue last"
    {...keep}
  >
    {children}
  </div>
)
