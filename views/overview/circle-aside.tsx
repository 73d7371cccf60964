import type { Group } from '#src/groups/schema.ts'
import type { Glance } from '#src/overview/circle.ts'
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

/** What lies with the groups again, and since when. */
export const ReturnedBlock = ({ returned, circle, locale }: ReturnedProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="returned" title={t.returned}>
      {returned.length === 0 && <DoneLine>{t.returnedEmpty}</DoneLine>}
      {returned.map((matter) => (
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

/** Lead and delegate link a group with the circle; who is missing is said. */
export const LinksBlock = ({ glances, locale }: { glances: Glance[]; locale: Locale }) => {
  const t = texts[locale.lang]
  const vacant = glances.filter(({ links }) => links < 2)
  return (
    <Block id="links" title={t.links}>
      {vacant.length === 0 && <DoneLine>{t.linksComplete}</DoneLine>}
      {vacant.map(({ group, links }) => (
        <p>{t.linkMissing({ group: group.name, links })}</p>
      ))}
    </Block>
  )
}
