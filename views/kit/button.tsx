import type { Child, PropsWithChildren } from 'hono/jsx'
import type { IconName } from '#src/web/icons.ts'
import { Icon } from './icon.tsx'

/** At most one filled button per section; `second` for the others, `quiet` for a way out. */
export type Rank = 'second' | 'quiet'

const look = (rank?: Rank) => (rank ? `btn ${rank}` : 'btn')

type ButtonProps = {
  rank?: Rank
  icon?: IconName
  /** What it says while it is being sent, as in "Wird übergeben …". */
  busy?: string
  name?: string
  value?: string
  /** Closes the dialog around it, or its fold, without doing anything. */
  cancels?: boolean
}

const Words = ({ icon, children }: { icon?: IconName; children?: Child }) => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </>
)

/** The icon stands inside, so that it stays beside its word where the words for sending are longer. */
const Said = ({ icon, busy, children }: { icon?: IconName; busy: string; children?: Child }) => (
  <span class="said">
    <span>
      <Words icon={icon}>{children}</Words>
    </span>
    <span class="while-busy" aria-hidden="true">
      {busy}
    </span>
  </span>
)

/** Sends the form around it. Says what happens, never "OK". */
export const Button = ({ rank, icon, busy, name, value, cancels, children }: PropsWithChildren<ButtonProps>) => (
  <button
    class={look(rank)}
    type={cancels ? 'button' : 'submit'}
    name={name}
    value={value}
    data-cancels={cancels ? '' : undefined}
  >
    {busy ? (
      <Said icon={icon} busy={busy}>
        {children}
      </Said>
    ) : (
      <Words icon={icon}>{children}</Words>
    )}
  </button>
)

/** A link to a page where something can be done. */
export const LinkButton = ({
  href,
  rank,
  icon,
  children,
}: PropsWithChildren<{ href: string; rank?: Rank; icon?: IconName }>) => (
  <a class={look(rank)} href={href}>
    <Words icon={icon}>{children}</Words>
  </a>
)
