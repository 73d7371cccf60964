import type { UnapprovedMinutes } from '#src/handovers/ending/gatherings.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './end-texts.ts'

/** Minutes that nobody has approved: what they count for once the group has ended. */
export const UnapprovedList = ({ locale, minutes }: { locale: Locale; minutes: UnapprovedMinutes[] }) => {
  const t = texts[locale.lang]
  if (minutes.length === 0) return null
  return (
    <>
      <h3>{t.unapproved}</h3>
      <p>{t.unapprovedMore}</p>
      <ul class="plain">
        {minutes.map(({ cited, wasCirculated, objections }) => (
          <li>
            {[cited, wasCirculated ? t.notApproved : t.neverCirculated].join(': ')}
            {objections > 0 && `, ${t.objections({ count: objections })}`}
          </li>
        ))}
      </ul>
    </>
  )
}
