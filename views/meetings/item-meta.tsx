import type { Child } from 'hono/jsx'
import type { Method } from '#src/groups/rules.ts'
import type { Group } from '#src/groups/schema.ts'
import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { weekday } from '../kit/dates.ts'
import { Icon } from '../kit/icon.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { agendaTexts } from './agenda-texts.ts'
import { itemTexts } from './item-texts.ts'

export type ItemProps = {
  group: Pick<Group, 'slug'>
  item: AgendaEntry
  /** How this group usually decides. */
  method: Method
  locale: Locale
}

/** Where the matter itself can be looked at. */
export function itemHref({ group, item }: Pick<ItemProps, 'group' | 'item'>): string | undefined {
  if (item.referral) return paths.referral(group, item.referral)
  if (item.reservation) return paths.referral(group, { id: item.reservation.referralId })
  if (item.proposalId) return paths.proposal(group, { id: item.proposalId })
  if (item.roundId) return paths.round(group, { id: item.roundId })
  if (item.decision) return paths.decision(item.decision)
  if (item.deadlineId) return paths.deadline(group, { id: item.deadlineId })
  if (item.minutesOfId) return paths.minutes(group, { id: item.minutesOfId })
  return item.source === 'tasks' ? paths.tasks(group) : undefined
}

/** The frozen text is open to this group: its own, or one that was sent to it. */
function papersHref({ group, item }: ItemProps): string | undefined {
  const { papers, referral } = item
  if (!papers) return undefined
  if (referral) return paths.referralText(group, referral)
  return papers.groupId === item.groupId
    ? paths.snapshot(group, { id: papers.documentId }, papers.number, papers.suffix)
    : undefined
}

const Papers = (props: ItemProps) => {
  const { papers } = props.item
  if (!papers) return null
  const { title, number, suffix } = papers
  const words = agendaTexts[props.locale.lang].papers({ title, number: `${number}${suffix}` })
  const href = papersHref(props)
  return href ? <a href={href}>{words}</a> : <span>{words}</span>
}

/** What the group asks for, while that is still open. */
const Asked = ({
  referral,
  locale,
}: Pick<ItemProps, 'locale'> & { referral: NonNullable<AgendaEntry['referral']> }) => {
  const t = itemTexts[locale.lang]
  return referral.isAnswered ? <b>{t.answered}</b> : <span>{t.requests[referral.request]}</span>
}

const isToDecide = ({ type }: AgendaEntry) => type === 'decision' || type === 'election'

function parts(props: ItemProps): Child[] {
  const { item, method, locale } = props
  const t = agendaTexts[locale.lang]
  const who = [item.broughtByGroup, item.broughtBy].filter(Boolean).join(', ')
  return [
    <b>{itemTexts[locale.lang].types[item.type]}</b>,
    item.referral && <ShelfMark number={item.referral.cited} />,
    item.referral && <Asked referral={item.referral} locale={locale} />,
    item.carriedFrom && t.carriedFrom({ number: item.carriedFrom }),
    item.deadline && t.due({ day: weekday(locale, item.deadline.dueOn), who: item.deadline.counterpart }),
    who && t.by({ name: who }),
    isToDecide(item) && item.source !== 'minutes' && t.method({ name: t.methods[method] }),
    item.papers && <Papers {...props} />,
  ]
}

/** Type, number, who brings it in, how it is decided and what to read before. */
export const ItemMeta = (props: ItemProps) => {
  const shown = parts(props).filter((part) => part !== null && part !== false && part !== undefined && part !== '')
  return (
    <p class="meta">
      {shown.map((part, place) => (
        <>
          {place > 0 && ' · '}
          {part}
        </>
      ))}
    </p>
  )
}

type FlagProps = { item: AgendaEntry; outBy: Date; isToCome: boolean; locale: Locale }

/** What whoever prepares should see at one glance. */
export const ItemFlags = ({ item, outBy, isToCome, locale }: FlagProps) => {
  const t = agendaTexts[locale.lang]
  const lacks = isToCome && item.type === 'decision' && item.source !== 'minutes' && !item.papers
  const isLate = isToCome && item.papersAt !== null && item.papersAt > outBy
  const flags = [lacks && t.noPapers, isLate && t.late, item.isAfterInvitation && t.afterInvitation].filter(Boolean)
  if (flags.length === 0) return null
  return (
    <p class="item-flags">
      {flags.map((flag) => (
        <span>
          <Icon name="flag" /> {flag}
        </span>
      ))}
    </p>
  )
}
