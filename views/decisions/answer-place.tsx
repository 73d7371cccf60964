import type { OwnPlace } from '#src/decisions/seats/own.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { calendarDay, dayTime, time } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Fold } from '../kit/dialog.tsx'
import { problemOf } from '../kit/form-state.ts'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { AnswerForm, refusedAnswer } from './answer-form.tsx'
import { texts as answerTexts } from './answer-texts.ts'
import { OwnRatings } from './own-ratings.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { PlaceNotes, seatName } from './seat-notes.tsx'
import { texts as words } from './texts.ts'

type Here = RoundPageProps & { place: OwnPlace; nth: number }

/** Whoever is recused goes on speaking, but is not asked any more (`DOMAIN.md 4.1 G9`). */
const mayChange = ({ may, place }: Here) => may.answer && place.state !== 'recused'

const isBegun = ({ entry, locale }: RoundPageProps) => !entry.round.startsAt || entry.round.startsAt <= locale.now

const Said = ({ place: { own }, options, locale }: Here) => {
  if (!own) return null
  if (own.choice === 'rated') return <OwnRatings options={options} ratings={own.ratings} />
  return (
    <>
      <p>
        <b>{words[locale.lang].choices[own.choice]}</b>
      </p>
      {own.reason && <p class="wortlaut">{own.reason}</p>}
    </>
  )
}

const When = (props: Here) => {
  const { place, entry, locale } = props
  const { own } = place
  const t = texts[locale.lang]
  if (!own) return null
  if (!mayChange(props)) return <p class="meta">{t.gaveWhen({ when: dayTime(locale, own.castAt) })}</p>
  const last = until(locale, entry.closesAt)
  const isToday = calendarDay(own.castAt) === calendarDay(locale.now)
  return (
    <p class="meta">
      {isToday
        ? t.givenToday({ time: time(locale, own.castAt), until: last })
        : t.given({ when: dayTime(locale, own.castAt), until: last })}
    </p>
  )
}

const TakeBack = ({ group, entry, mine, place, nth, locale }: Here) => {
  const t = answerTexts[locale.lang]
  return (
    <ActionForm action={paths.ballotRetraction(group, entry.round)} id={`take-back-${nth + 1}`} locale={locale}>
      {mine.length > 1 && <input type="hidden" name="seat" value={place.seat.id} />}
      <p class="soft">{t.takeBackThen}</p>
      <Button rank="second" busy={t.takingBack}>
        {t.takeBack}
      </Button>
    </ActionForm>
  )
}

const Given = (props: Here) => {
  const { mine, place, nth, locale } = props
  const t = texts[locale.lang]
  const a = answerTexts[locale.lang]
  const label = mine.length > 1 ? a.yourAnswerFor({ seat: seatName(locale, place) }) : t.yourAnswer
  const suffix = nth > 0 ? `-${nth + 1}` : ''
  return (
    <Block id={`own-answer${suffix}`} title={label} quiet>
      <Sheet>
        <p class="soft">{label}</p>
        <Said {...props} />
        <When {...props} />
      </Sheet>
      {mayChange(props) && (
        <Fold id={`change-answer${suffix}`} label={t.change} open={refusedAnswer(props) !== null}>
          <AnswerForm {...props} />
          <TakeBack {...props} />
        </Fold>
      )}
    </Block>
  )
}

/** One seat: the question, or what one has said and until when it can change. */
const Place = (props: Here) => {
  const { mine, place, may, ownLate, locale } = props
  if (place.own) return <Given {...props} />
  if (place.state === 'recused') return null
  if (!may.answer) return ownLate ? null : <p class="soft">{texts[locale.lang].noAnswer}</p>
  return (
    <>
      {mine.length > 1 && <h2>{seatName(locale, place)}</h2>}
      <AnswerForm {...props} />
    </>
  )
}

const Late = ({ ownLate, mine, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return ownLate ? (
    <Notice tone="late" first={t.lateFirst}>
      {t.late({ when: dayTime(locale, ownLate.castAt) })} {mine.some(({ own }) => own) && t.lateCounts}
    </Notice>
  ) : null
}

/** Somebody has counted while this person was still thinking, or the round is not open any more. */
const NotTaken = (props: RoundPageProps) => {
  const { entry, locale } = props
  const refused = refusedAnswer(props)
  const t = texts[locale.lang]
  const a = answerTexts[locale.lang]
  if (!refused) return null
  if (refused.problems.choice?.[0] === 'too_late_to_retract') {
    return <Notice tone="late" first={problemOf({ id: 'ballot', locale, refused, problems: a.problems }, 'choice')} />
  }
  return entry.count ? (
    <Notice tone="late" first={t.countedFirst}>
      {t.countedThen}
    </Notice>
  ) : null
}

const asksSeats = ({ method, rules }: RoundPageProps['entry']['round']) =>
  rules.electorate === 'seats' && (method === 'majority' || method === 'systemic_consensing')

/** The place of the answer, seat by seat; afterwards what became of one that came too late. */
export const AnswerPlace = (props: RoundPageProps) => {
  const { entry, mine, locale } = props
  const t = texts[locale.lang]
  const a = answerTexts[locale.lang]
  const told = (
    <>
      <NotTaken {...props} />
      <Late {...props} />
    </>
  )
  if (entry.count) return told
  if (mine.length === 0) return <Blocked why={t.noSeat}>{asksSeats(entry.round) ? t.seatsVote : t.noSeatWhy}</Blocked>
  if (!isBegun(props) && entry.round.startsAt) {
    return <Blocked why={a.begins({ when: dayTime(locale, entry.round.startsAt) })}>{a.beginsThen}</Blocked>
  }
  return (
    <>
      {told}
      <PlaceNotes places={mine} locale={locale} />
      {mine.map((place, nth) => (
        <Place {...props} place={place} nth={nth} />
      ))}
    </>
  )
}
