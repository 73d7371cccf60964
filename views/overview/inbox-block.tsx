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

type Props = {
  inbox: ReferralEntry[]
  /** How many are open, by proposal. */
  objections?: ReadonlyMap<string, number>
  circle: Group
  locale: Locale
}

/** From here on a waiting time is called long. */
const long = 30

const details = (matter: ReferralEntry, locale: Locale): string => {
  const t = texts[locale.lang]
  const waited = -daysUntil(locale, matter.createdAt)
  return [
    matter.from.name,
    t.request({ request: words[locale.lang].requests[matter.request] }),
    matter.answerBy && !isLate(matter, locale) && t.needed({ when: weekday(locale, matter.answerBy) }),
    waited >= long && t.long,
  ]
    .filter(Boolean)
    .join(' · ')
}

const isLate = ({ answerBy }: ReferralEntry, locale: Locale) => answerBy !== null && daysUntil(locale, answerBy) < 0

/** Where the circle has got to with it: on which agenda it stands, and whether somebody objects to what it made of it. */
const Progress = ({ matter, objections, locale }: { matter: ReferralEntry; objections: number; locale: Locale }) => {
  const t = texts[locale.lang]
  const { planned, takenUp } = matter
  const meeting = planned && t.onAgenda({ meeting: planned.label, day: weekday(locale, planned.startsAt) })
  return (
    <p class="meta">
      {meeting && <Status state="scheduled" label={meeting} locale={locale} />}
      {takenUp && <Status state="taken_up" locale={locale} />}
      {!meeting && !takenUp && <span>{t.noMeeting}</span>}
      {takenUp && (
        <>
          {' '}
          {objections > 0 ? (
            <Status state="open_objection" label={t.objections({ count: objections })} locale={locale} />
          ) : (
            <span>{t.noObjections}</span>
          )}
        </>
      )}
    </p>
  )
}

const Matter = ({ matter, objections, circle, locale }: Omit<Props, 'inbox'> & { matter: ReferralEntry }) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={<Since from={matter.createdAt} locale={locale} />}
      title={matter.title}
      href={paths.referral(circle, matter)}
      meta={
        <>
          {isLate(matter, locale) && <Status state="late" label={t.isOverdue} locale={locale} />}{' '}
          <ShelfMark number={matter.cited} /> · {details(matter, locale)}
        </>
      }
    >
      <Progress matter={matter} objections={objections?.get(matter.takenUp?.proposalId ?? '') ?? 0} locale={locale} />
    </Row>
  )
}

const shown = 8

/** What the groups have sent and the circle owes an answer, the longest waiting on top. */
export const InboxBlock = ({ inbox, objections, circle, locale }: Props) => {
  const t = texts[locale.lang]
  const all = <a href={paths.referrals(circle)}>{t.wholeInbox({ count: inbox.length })}</a>
  return (
    <Block id="inbox" title={t.inbox} link={all}>
      {inbox.length === 0 ? (
        <DoneLine>{t.inboxEmpty}</DoneLine>
      ) : (
        <Rows>
          {inbox.slice(0, shown).map((matter) => (
            <Matter {...{ matter, objections, circle, locale }} />
          ))}
        </Rows>
      )}
      <p class="soft link-line">
        <a href={paths.ways(circle)}>{t.toWays}</a>
      </p>
    </Block>
  )
}
