import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import type { MatterWay } from '#src/overview/circle/ways.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { daysUntil, weekday } from '../kit/dates.ts'
import { DoneLine } from '../kit/notice.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Table } from '../kit/table.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'
import { inParts } from './pictures/measure.ts'
import { WaysDrawing } from './pictures/ways-drawing.tsx'
import { stationName, waitingWords } from './pictures/ways-words.ts'

type Props = { group: Group; ways: MatterWay[]; locale: Locale }

/** Where it goes from here, and when. */
function nextWords({ matter, at }: MatterWay, locale: Locale): string {
  const t = texts[locale.lang]
  const { planned, answerBy, answer, takenUp } = matter
  if (at === 1) return t.reworked
  if (at === 5) return answer ? t.answers[answer.kind] : ''
  const meeting = planned && t.onAgenda({ meeting: planned.label, day: weekday(locale, planned.startsAt) })
  const asked = answerBy && t.answerBy({ day: weekday(locale, answerBy) })
  return [meeting || (takenUp ? t.taken : t.noMeeting), asked].filter(Boolean).join(' · ')
}

const cells = (way: MatterWay, { group, locale }: Props): Child[] => {
  const t = texts[locale.lang]
  const { matter, at, loops, since, isOverdue } = way
  return [
    <span>
      <a href={paths.referral(group, matter)}>{matter.title}</a> <ShelfMark number={matter.cited} />
    </span>,
    matter.from.name,
    <span>
      {stationName(way, locale)}
      {loops > 0 && <span class="soft"> · {t.loops({ loops })}</span>}
    </span>,
    isOverdue ? (
      <Status state="late" label={waitingWords(way, locale)} locale={locale} />
    ) : at === 5 ? (
      weekday(locale, since)
    ) : (
      t.days({ days: Math.max(0, -daysUntil(locale, since)) })
    ),
    nextWords(way, locale),
  ]
}

const perPicture = 6

/** Every matter between this group and the others: where it is, since when, and how it goes on. */
export const WaysPage = (props: Props) => {
  const { group, ways, locale } = props
  const t = texts[locale.lang]
  const parts = inParts(ways, perPicture)
  const columns = [t.matter, t.ofGroup, t.station, t.waiting, t.next].map((label) => ({ label }))
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.waysTitle} lead={t.waysLead} />
      {ways.length === 0 ? (
        <DoneLine>{t.waysNone}</DoneLine>
      ) : (
        <div class="pictured">
          <div class="pictures">
            {parts.map((some, place) => (
              <WaysDrawing ways={some} part={place + 1} parts={parts.length} locale={locale} />
            ))}
          </div>
          <Table caption={t.waysCaption} columns={columns} rows={ways.map((way) => cells(way, props))} />
        </div>
      )}
    </>
  )
}
