import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayCount, daysUntil, shortDay, weekday } from '../kit/dates.ts'
import { Rand, Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { isLong, isOverdue, ReferralStatus, voicesOf } from './card-parts.tsx'
import { texts } from './texts.ts'

type Props = {
  entry: ReferralEntry
  /** From which side it is looked at. */
  group: Pick<Group, 'id' | 'slug'>
  locale: Locale
}

/** In the margin how long it waits or when it was answered; then what it is, from whom and what is wished. */
export const ReferralRow = ({ entry, group, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Row
      id={`referral-${entry.id}`}
      rand={
        entry.answer ? (
          <Rand main={shortDay(locale, entry.answer.createdAt)} />
        ) : isOverdue(entry, locale) ? (
          <Rand
            top={isLong(entry, locale) ? t.waitsLongLabel : t.waitsLabel}
            main={dayCount(locale, -daysUntil(locale, entry.createdAt))}
            bottom={t.overdueSince({ day: shortDay(locale, entry.answerBy ?? entry.createdAt) })}
            late
          />
        ) : (
          <Since from={entry.createdAt} label={isLong(entry, locale) ? t.waitsLongLabel : undefined} locale={locale} />
        )
      }
      title={entry.title}
      href={paths.referral(group, entry)}
      meta={<Meta entry={entry} group={group} locale={locale} />}
    >
      <CheckMark thing="referral" id={entry.id} locale={locale} />
      {entry.answer?.kind === 'returned' && (
        <p class="soft">{entry.answer.reasons.map(({ words }) => `„${words}“`).join(' ')}</p>
      )}
    </Row>
  )
}

const Meta = ({ entry, group, locale }: Props) => {
  const t = texts[locale.lang]
  const decision = entry.answer?.decision
  const isReceiver = entry.toId === group.id
  const voices = isReceiver ? voicesOf(entry, locale) : null
  const facts: Child[] = [
    isReceiver ? entry.from.name : entry.to.kind === 'working_group' && entry.to.name,
    t.wishOf[entry.request],
    entry.answerBy && !entry.answer && t.answerBy({ day: weekday(locale, entry.answerBy) }),
    entry.planned && !entry.answer && `${entry.planned.label}, ${weekday(locale, entry.planned.startsAt)}`,
    voices,
    decision && <ShelfMark number={decision.cited} href={paths.decision(decision.cited)} />,
  ]
  return (
    <>
      <ReferralStatus entry={entry} locale={locale} /> <ShelfMark number={entry.cited} />
      {facts.filter(Boolean).map((fact) => (
        <>
          {'\u00A0· '}
          {fact}
        </>
      ))}
    </>
  )
}
