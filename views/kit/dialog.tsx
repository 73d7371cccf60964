import type { Child, PropsWithChildren } from 'hono/jsx'
import type { IconName } from '#src/web/icons.ts'
import type { Rank } from './button.tsx'
import { Icon } from './icon.tsx'

type FoldProps = { id?: string; label: Child; icon?: IconName; rank?: Rank; open?: boolean }

/** A form that is not needed at first: opens in its place, with and without script. */
export const Fold = ({ id, label, icon, rank = 'second', open, children }: PropsWithChildren<FoldProps>) => (
  <details class="fold" id={id} open={open}>
    <summary class={`btn ${rank}`}>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </summary>
    <div class="fold-body">{children}</div>
  </details>
)

type DialogProps = { id: string; label: Child; icon?: IconName; rank?: Rank; title: Child }

/** Asks before something that cannot be taken back. Without script it opens as a fold in its place. */
export const Dialog = ({ id, label, icon, rank = 'second', title, children }: PropsWithChildren<DialogProps>) => (
  <ask-first id={id}>
    <details class="fold">
      <summary class={`btn ${rank}`}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </summary>
      <div class="fold-body asked">
        <h3 id={`${id}-question`}>{title}</h3>
        {children}
      </div>
    </details>
  </ask-first>
)

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'ask-first': { id?: string; children?: Child }
    }
  }
}
