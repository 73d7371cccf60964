import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Row } from '../kit/rows.tsx'
import { MeetingStatus } from './status.tsx'
import { texts } from './texts.ts'
import { WhenRand } from './when.tsx'

type Props = {
  meeting: MeetingEntry
  locale: Locale
  /** In lists over several groups. */
  showGroup?: boolean
  /** A meeting of others: title and day alone. */
  isForeign?: boolean
}

/** One meeting in a list: when in the margin, which one and where in the text. */
export const MeetingRow = ({ meeting, locale, showGroup, isForeign }: Props) => {
  const t = texts[locale.lang]
  const { group, cited, place, form, state } = meeting
  const title = showGroup ? `${cited}, ${group.name}` : t.meeting({ number: cited })
  const meta = [place || t.forms[form], state === 'cancelled' && meeting.cancelledFor].filter(Boolean).join(' · ')
  return (
    <Row
      id={cited}
      rand={<WhenRand locale={locale} meeting={meeting} />}
      title={title}
      href={isForeign ? undefined : paths.meeting(group, meeting)}
      meta={isForeign ? undefined : meta}
    >
      {!isForeign && (
        <p>
          <MeetingStatus state={state} locale={locale} />
        </p>
      )}
    </Row>
  )
}
