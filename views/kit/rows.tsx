import type { Child, PropsWithChildren } from 'hono/jsx'

/** A list in a file with a margin. `first` draws the strong rule of the page's most important list. */
export const Rows = ({ first, children }: PropsWithChildren<{ first?: boolean }>) => (
  <ul class={first ? 'rows first' : 'rows'}>{children}</ul>
)

type RowProps = { id?: string; rand?: Child; title?: Child; href?: string; meta?: Child; go?: Child }

/** In the margin when and how long, in the text what and what to do; `go` is the one action at the right. */
export const Row = ({ id, rand, title, href, meta, go, children }: PropsWithChildren<RowProps>) => (
  <li class={go ? 'go' : undefined} id={id}>
    {rand || <p class="rand" />}
    <div class="satz">
      {title && <h3>{href ? <a href={href}>{title}</a> : title}</h3>}
      {meta && <p class="meta">{meta}</p>}
      {children}
    </div>
    {go && <div class="do">{go}</div>}
  </li>
)
