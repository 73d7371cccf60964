import type { Child } from 'hono/jsx'

export type Tab = { href: string; label: Child; current: boolean }

/** Links to the pages of one place. */
export const Tabs = ({ label, tabs }: { label: string; tabs: Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul class="plain">
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            <span>{tab.label}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
