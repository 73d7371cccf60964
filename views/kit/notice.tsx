import type { Child, PropsWithChildren } from 'hono/jsx'
import type { IconName } from '#src/web/icons.ts'
import { Icon } from './icon.tsx'

/** Takes the place of a button: why it is not possible, and who can change that. */
export const Blocked = ({ why, children }: PropsWithChildren<{ why: Child }>) => (
  <p class="blocked">
    <Icon name="lock" />
    <span>
      <b>{why}</b> {children}
    </span>
  </p>
)

type Tone = 'care' | 'late'

const signs: Record<Tone | 'plain', IconName> = { plain: 'info', care: 'hand', late: 'triangle-alert' }

type NoticeProps = { tone?: Tone; icon?: IconName; first: Child; actions?: Child; wide?: boolean; id?: string }

/** Something to know here: bold first sentence, then the rest. `care` = objection or return, `late` = overdue or lost. */
export const Notice = ({ tone, icon, first, actions, wide, id, children }: PropsWithChildren<NoticeProps>) => (
  <div class={['notice', tone, wide && 'wide'].filter(Boolean).join(' ')} id={id}>
    <Icon name={icon ?? signs[tone ?? 'plain']} />
    <div class="words">
      <p>
        <b>{first}</b> {children}
      </p>
      {actions && <div class="actions">{actions}</div>}
    </div>
  </div>
)

/** An empty list: what is missing, and the first step as a button. */
export const Empty = ({ first, actions, children }: PropsWithChildren<{ first: Child; actions?: Child }>) => (
  <div class="empty">
    <p>
      <b>{first}</b> {children}
    </p>
    {actions && <div class="actions">{actions}</div>}
  </div>
)

/** Nothing is open: one quiet line with a tick. */
export const DoneLine = ({ children }: PropsWithChildren) => (
  <p class="done-line">
    <Icon name="check" /> <span>{children}</span>
  </p>
)
