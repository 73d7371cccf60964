import type { Child, PropsWithChildren } from 'hono/jsx'
import { WithNumbers } from './sheet.tsx'

type HeadProps = { over?: Child; title: Child; lead?: Child; actions?: Child; narrow?: boolean }

/** Top of a page: what it belongs to, what it is, what it is about, what to do. */
export const Head = ({ over, title, lead, actions, narrow, children }: PropsWithChildren<HeadProps>) => (
  <div class={narrow ? 'head narrow' : 'head'}>
    {over && <p class="over">{over}</p>}
    <h1 tabindex={-1}>{typeof title === 'string' ? <WithNumbers words={title} /> : title}</h1>
    {lead && <p class="lead">{lead}</p>}
    {actions && <div class="actions">{actions}</div>}
    {children}
  </div>
)

type BlockProps = { id: string; title: Child; link?: Child; quiet?: boolean; narrow?: boolean }

/** A section with its heading; `link` stands at the right end, `quiet` hides the heading from the eye alone. */
export const Block = ({ id, title, link, quiet, narrow, children }: PropsWithChildren<BlockProps>) => (
  <section class={narrow ? 'block narrow' : 'block'} aria-labelledby={`${id}-title`} id={id}>
    <header>
      <h2 id={`${id}-title`} class={quiet ? 'vh' : undefined}>
        {title}
      </h2>
      {link}
    </header>
    {children}
  </section>
)

type ColsProps = {
  /** What comes first even on a narrow screen, where the sidebar follows it. */
  first?: Child
  aside: Child
  asideLabel: string
}

/** Text and sidebar; where there is no room the sidebar follows what comes first, or else everything. */
export const Cols = ({ first, aside, asideLabel, children }: PropsWithChildren<ColsProps>) => (
  <div class={first ? 'cols parted' : 'cols'}>
    <div class="stack wide">{first ?? children}</div>
    <aside class="stack wide" aria-label={asideLabel}>
      {aside}
    </aside>
    {first && <div class="stack wide">{children}</div>}
  </div>
)

/** Blocks below each other, as wide as a form or a text wants to be. */
export const Column = ({ children }: PropsWithChildren) => <div class="stack wide narrow">{children}</div>

/** Buttons and links that belong together. */
export const Actions = ({ children }: PropsWithChildren) => <div class="actions">{children}</div>
