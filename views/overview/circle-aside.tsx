import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayCount, daysUntil } from '../kit/dates.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'

type ReturnedProps = { returned: ReferralEntry[]; circle: Group; locale: Locale }

const since = ({ from, answer, createdAt }: ReferralEntry, locale: Locale): string => {
  const t = texts[locale.lang]
  const days = Math.max(0, -daysUntil(locale, answer?.createdAt ?? createdAt))
  return days === 0
    ? t.liesToday({ group: from.name })
    : t.liesSince({ days: inDative(dayCount(locale, days), locale), group: from.name })
}

/** "seit 27 Tagen". */
const inDative = (days: string, { lang }: Locale) => (lang === 'de' ? days.replace(/Tage$/, 'Tagen') : days)

const shown = 5

/** What lies with the groups again, and since when. */
export const ReturnedBlock = ({ returned, circle, locale }: ReturnedProps) => {
  const t = texts[locale.lang]
  const all = <a href={paths.returned(circle)}>{t.allReturned({ count: returned.length })}</a>
  return (
    <Block id="returned" title={t.returned} link={returned.length > shown && all}>
      {returned.length === 0 && <DoneLine>{t.returnedEmpty}</DoneLine>}
      {returned.slice(0, shown).map((matter) => (
        <div class="satz">
          <h3>
            <a href={paths.referral(circle, matter)}>{matter.title}</a>
          </h3>
          <p>{since(matter, locale)}</p>
          <p class="soft">
            {t.asks} {matter.answer?.reasons.map(({ words }) => words).join(' ')}
          </p>
        </div>
      ))}
    </Block>
  )
}
