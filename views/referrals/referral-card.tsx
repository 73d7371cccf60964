import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { addressee } from './addressee.ts'
import { Overdue, ReferralJourney, ReferralStatus, WaitingDays } from './card-parts.tsx'
import { texts } from './texts.ts'

type Props = { entry: ReferralEntry; group: Pick<Group, 'slug'>; locale: Locale }

/** What was handed on, as the group sees it: number, wish, journey, waiting days. */
export const ReferralCard = ({ entry, group, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Sheet id={`referral-${entry.id}`}>
      <div class="satz">
        <p class="meta">
          <ShelfMark number={entry.cited} /> <ReferralStatus entry={entry} locale={locale} />
        </p>
        <h3>
          <a href={paths.referral(group, entry)}>{entry.title}</a>
        </h3>
        <p>
          {t.wishLabel(addressee(locale, entry.to))}: {entry.wish}
        </p>
      </div>
      <ReferralJourney entry={entry} locale={locale} />
      {!entry.answer && <WaitingDays entry={entry} locale={locale} />}
      <Overdue entry={entry} locale={locale} />
      {!entry.answer && entry.snapshot && (
        <p class="soft">{t.keepWriting({ number: entry.snapshot.number, ...addressee(locale, entry.to) })}</p>
      )}
    </Sheet>
  )
}
