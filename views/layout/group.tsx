import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { texts } from './texts.ts'

export type GroupTab = 'overview' | 'inbox' | 'documents' | 'tasks' | 'decisions' | 'meetings' | 'people'

type InTabs = Pick<Group, 'slug' | 'kind' | 'name'> & Partial<Pick<Group, 'state'>>

/** The parts of a group's space; the circle has an inbox and its people are seats. */
function parts(locale: Locale, group: InTabs): { tab: GroupTab; href: string; label: string }[] {
  const t = texts[locale.lang].groupParts
  const isCircle = group.kind === 'circle'
  return [
    { tab: 'overview', href: paths.group(group), label: t.overview },
    ...(isCircle ? [{ tab: 'inbox' as const, href: paths.referrals(group), label: t.inbox }] : []),
    { tab: 'documents', href: paths.documents(group), label: t.documents },
    { tab: 'tasks', href: paths.tasks(group), label: t.tasks },
    { tab: 'decisions', href: paths.proposals(group), label: t.decisions },
    { tab: 'meetings', href: paths.meetings(group), label: t.meetings },
    { tab: 'people', href: paths.people(group), label: isCircle ? t.circlePeople : t.people },
  ]
}

type Props = {
  locale: Locale
  group: InTabs
  /** Which part is open; without one, a page inside a part that has no tab of its own. */
  tab?: GroupTab
  /** Sees only the parts that are open to guests. */
  isGuest?: boolean
  over?: Child
  title?: Child
  lead?: Child
  actions?: Child
}

/** Whatever a page says about what to do next: here nobody does anything any more. */
const Dissolved = ({ group, locale }: Pick<Props, 'group' | 'locale'>) => {
  const t = texts[locale.lang].dissolved
  return (
    <Notice first={t.first}>
      {t.more} <a href={paths.groupEnd(group)}>{t.whereTo}</a>
    </Notice>
  )
}

const openToGuests: GroupTab[] = ['overview', 'documents', 'people']

/** Head of every page of a group: its name or the page's own title, and the parts of its space. */
export const GroupHead = (props: PropsWithChildren<Props>) => {
  const { locale, group, tab, isGuest, over, title, lead, actions, children } = props
  const shown = parts(locale, group).filter((part) => !isGuest || openToGuests.includes(part.tab))
  return (
    <>
      <Head
        over={over ?? (title && <a href={paths.group(group)}>{group.name}</a>)}
        title={title ?? group.name}
        lead={lead}
        actions={actions}
      >
        {children}
        {group.state === 'dissolved' && <Dissolved group={group} locale={locale} />}
      </Head>
      <Tabs label={group.name} tabs={shown.map((part) => ({ ...part, current: part.tab === tab }))} />
    </>
  )
}
