import type { Choice } from '#src/decisions/ballots/schema.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { type Choice as Card, ChoiceCards } from '../kit/choices.tsx'
import { calendarDay, dayTime, time } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { texts as words } from './texts.ts'

const choicesOf = {
  consent: ['consent', 'concern', 'objection'],
  majority: ['yes', 'no', 'abstain'],
  consensus: ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'],
  systemic_consensing: [],
} as const

const Concern = ({ form, value }: { form: FormState; value: string }) => (
  <AreaField form={form} name="concern" label={texts[form.locale.lang].concernLabel} value={value} rows={3} optional />
)

const Objection = ({ form, value }: { form: FormState; value: string }) => {
  const t = texts[form.locale.lang]
  return <AreaField form={form} name="objection" label={t.objectionLabel} hint={t.objectionHint} value={value} />
}

function cards(form: FormState, { entry, own }: RoundPageProps): Card[] {
  const t = texts[form.locale.lang]
  const said = (choice: Choice) => (own?.choice === choice ? own.reason : '')
  const more: Partial<Record<Choice, Card['more']>> = {
    concern: <Concern form={form} value={said('concern')} />,
    objection: <Objection form={form} value={said('objection')} />,
  }
  return choicesOf[entry.round.method].map((value) => ({ value, ...t.cards[value], more: more[value] }))
}

/** One question, the answers with their consequences, one button. */
const AnswerForm = (props: RoundPageProps) => {
  const { entry, group, own, refused, locale } = props
  const t = texts[locale.lang]
  // Another form than the first one: Chromium does not draw what follows when a refresh moves a form into a closed fold.
  const form: FormState = { id: own ? 'changed-ballot' : 'ballot', locale, refused, problems: t.problems }
  return (
    <ActionForm action={paths.ballot(group, entry.round)} locale={locale} form={form}>
      <ChoiceCards
        form={form}
        name="choice"
        legend={t.ask[entry.round.method]}
        choices={cards(form, props)}
        value={own?.choice}
        large
      />
      <Button busy={t.giving}>{own ? t.giveAgain : t.give}</Button>
      <p class="soft">{t.hidden({ group: group.name })}</p>
    </ActionForm>
  )
}

const OwnAnswer = ({ entry, own, locale, may }: RoundPageProps) => {
  const t = texts[locale.lang]
  if (!own) return null
  const isToday = calendarDay(own.castAt) === calendarDay(locale.now)
  const last = until(locale, entry.round.closesAt)
  const changeable = isToday
    ? t.givenToday({ time: time(locale, own.castAt), until: last })
    : t.given({ when: dayTime(locale, own.castAt), until: last })
  return (
    <Sheet>
      <p class="soft">{t.yourAnswer}</p>
      <p>
        <b>{words[locale.lang].choices[own.choice]}</b>
      </p>
      {own.reason && <p class="wortlaut">{own.reason}</p>}
      <p class="meta">{may.answer ? changeable : t.gaveWhen({ when: dayTime(locale, own.castAt) })}</p>
    </Sheet>
  )
}

const Late = ({ ownLate, own, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return ownLate ? (
    <Notice tone="late" first={t.lateFirst}>
      {t.late({ when: dayTime(locale, ownLate.castAt) })} {own && t.lateCounts}
    </Notice>
  ) : null
}

/** Somebody has counted while this person was still thinking. */
const AlreadyCounted = ({ refused, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return refused ? (
    <Notice tone="late" first={t.countedFirst}>
      {t.countedThen}
    </Notice>
  ) : null
}

/** The place of the answer: the question, then what one has said and until when it can change. */
export const AnswerPlace = (props: RoundPageProps) => {
  const { entry, own, hasSeat, may, refused, locale } = props
  const t = texts[locale.lang]
  if (entry.count) {
    return (
      <>
        <AlreadyCounted {...props} />
        <Late {...props} />
      </>
    )
  }
  if (!hasSeat) return <Blocked why={t.noSeat}>{t.noSeatWhy}</Blocked>
  if (!own && may.answer) return <AnswerForm {...props} />
  return (
    <Block id="own-answer" title={t.yourAnswer} quiet>
      <Late {...props} />
      <OwnAnswer {...props} />
      {!own && !props.ownLate && <p class="soft">{t.noAnswer}</p>}
      {may.answer && (
        <Fold id="change-answer" label={t.change} open={!!refused}>
          <AnswerForm {...props} />
        </Fold>
      )}
    </Block>
  )
}
