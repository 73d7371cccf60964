import type { Group } from '#src/groups/schema.ts'
import type { Exceptions } from '#src/overview/circle/exceptions.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Rand, Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'

type Props = { exceptions: Exceptions; circle: Group; locale: Locale }

const seatRows = ({ exceptions, circle, locale }: Props) =>
  exceptions.seats.map(({ round, countedAt, seats }) => (
    <Row
      rand={<Rand main={day(locale, countedAt)} />}
      title={round.title}
      href={paths.round(circle, round)}
      meta={<Status state="contested" label={texts[locale.lang].seatContested} locale={locale} />}
    >
      <p>{texts[locale.lang].seatsContested({ seats })}</p>
    </Row>
  ))

const correctionRows = ({ exceptions, locale }: Props) =>
  exceptions.corrections.map(({ note, cited, title, proposer }) => (
    <Row
      rand={<Since from={note.createdAt} locale={locale} />}
      title={title}
      href={paths.decision(cited)}
      meta={
        <>
          <Status state="unconfirmed" label={texts[locale.lang].correction} locale={locale} />{' '}
          <ShelfMark number={cited} />
        </>
      }
    >
      <p>{texts[locale.lang].correctionWaits({ name: proposer })}</p>
    </Row>
  ))

const minutesRows = ({ exceptions, circle, locale }: Props) =>
  exceptions.minutes.map((one) => (
    <Row
      rand={<Since from={one.createdAt} locale={locale} />}
      title={texts[locale.lang].minutesOf({ meeting: one.cited })}
      href={paths.minutesLine(circle, { id: one.meetingId }, { id: one.itemId })}
      meta={<Status state="contested" locale={locale} />}
    >
      <p>{texts[locale.lang].wishes({ wished: one.wished })}</p>
    </Row>
  ))

const unsignedRows = ({ exceptions, circle, locale }: Props) =>
  exceptions.unsignedMinutes.map(({ meeting, proposer, createdAt }) => (
    <Row
      rand={<Since from={createdAt} locale={locale} />}
      title={texts[locale.lang].minutesOf({ meeting: meeting.cited })}
      href={paths.minutes(circle, meeting)}
      meta={<Status state="unconfirmed" label={texts[locale.lang].correction} locale={locale} />}
    >
      <p>{texts[locale.lang].correctionWaits({ name: proposer })}</p>
    </Row>
  ))

const allRows = (props: Props) => [
  ...minutesRows(props),
  ...seatRows(props),
  ...unsignedRows(props),
  ...correctionRows(props),
]

const shown = 4

/** What is in dispute, and what only one of two has signed. */
export const ExceptionsBlock = (props: Props) => {
  const t = texts[props.locale.lang]
  const rows = allRows(props)
  const all = <a href={paths.exceptions(props.circle)}>{t.moreExceptions}</a>
  return (
    <Block id="exceptions" title={t.exceptionsTitle} link={rows.length > shown && all}>
      {rows.length === 0 ? <DoneLine>{t.exceptionsNone}</DoneLine> : <Rows>{rows.slice(0, shown)}</Rows>}
    </Block>
  )
}

export const ExceptionsPage = (props: Props) => {
  const t = texts[props.locale.lang]
  const rows = allRows(props)
  return (
    <>
      <GroupHead locale={props.locale} group={props.circle} title={t.exceptionsTitle} lead={t.exceptionsLead} />
      <Column>{rows.length === 0 ? <DoneLine>{t.exceptionsNone}</DoneLine> : <Rows first>{rows}</Rows>}</Column>
    </>
  )
}
