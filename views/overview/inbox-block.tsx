import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { daysUntil, weekday } from '../kit/dates.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'
import { texts as words } from './texts.ts'

type Props = { inbox: ReferralEntry[]; circle: Group; locale: Locale }

/** From here on a waiting time is called long. */
const long = 30

const details = (matter: ReferralEntry, locale: Locale): string => {
  const t = texts[locale.lang]
  const waited = -daysUntil(locale, matter.createdAt)
  return [
    matter.from.name,
    t.request({ request: words[locale.lang].requests[matter.request] }),
    matter.wishedBy && t.wished({ when: weekday(locale, matter.wishedBy) }),
    waited >= long && t.long,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the groups have sent and the circle owes an answer, the longest waiting on top. */
export const InboxBlock = ({ inbox, circle, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="inbox" title={t.inbox} link={<a href={paths.referrals(circle)}>{t.wholeInbox}</a>}>
      {inbox.length === 0 ? (
        <DoneLine>{t.inboxEmpty}</DoneLine>
      ) : (
        <Rows>
          {inbox.map((matter) => (
            <Row
              rand={<Since from={matter.createdAt} locale={locale} />}
              title={matter.title}
              href={paths.referral(circle, matter)}
              meta={
                <>
                  {matter.takenUp && <Status state="taken_up" locale={locale} />} <ShelfMark number={matter.cited} /> ·{' '}
                  {details(matter, locale)}
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Block>
  )
}
