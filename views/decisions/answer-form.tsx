import type { Choice } from '#src/decisions/ballots/schema.ts'
import type { OwnPlace } from '#src/decisions/seats/own.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { type Choice as Card, ChoiceCards } from '../kit/choices.tsx'
import { until } from '../kit/deadline.ts'
import { AreaField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { texts as answerTexts } from './answer-texts.ts'
import { RatingFields, ratingName } from './rating-fields.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'

const choicesOf = {
  consent: ['consent', 'concern', 'objection'],
  majority: ['yes', 'no', 'abstain'],
  consensus: ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'],
} as const

const explained = ['concern', 'objection', 'reservations', 'stand_aside', 'serious_concerns', 'block'] as const

type Explained = (typeof explained)[number]

/** What an answer is explained with; two of them have to be. */
const Reason = ({ form, choice, value }: { form: FormState; choice: Explained; value: string }) => {
  const t = answerTexts[form.locale.lang]
  const hint = t.hints[choice]
  const rows = hint ? 4 : 3
  return <AreaField {...{ form, name: choice, label: t.reasons[choice], hint, value, rows }} optional={!hint} />
}

function cards(form: FormState, method: keyof typeof choicesOf, own: OwnPlace['own']): Card[] {
  const t = texts[form.locale.lang]
  const said = (choice: Choice) => (own?.choice === choice ? own.reason : '')
  return choicesOf[method].map((value) => {
    const reason = explained.find((choice) => choice === value)
    return { value, ...t.cards[value], more: reason && <Reason form={form} choice={reason} value={said(reason)} /> }
  })
}

const Question = ({ form, place, ...props }: RoundPageProps & { form: FormState; place: OwnPlace }) => {
  const { entry, locale } = props
  const { method } = entry.round
  if (method === 'systemic_consensing') return <RatingFields {...props} form={form} own={place.own} />
  return (
    <ChoiceCards
      form={form}
      name="choice"
      legend={texts[locale.lang].ask[method]}
      choices={cards(form, method, place.own)}
      value={place.own?.choice}
      large
    />
  )
}

const problemsOf = ({ options, locale }: RoundPageProps) => {
  const t = answerTexts[locale.lang]
  const ratings = options.map((option) => [ratingName(option), { missing: t.rateToo(option) }])
  return { ...t.problems, ...Object.fromEntries(ratings) }
}

/** What the rules say about who sees an answer, and when. */
const Hidden = ({ group, entry, locale }: RoundPageProps) => {
  const t = answerTexts[locale.lang].hidden
  const { rules, method } = entry.round
  const asksWhy = method === 'consent' || method === 'consensus'
  const isOpen = rules.ballotsVisible === 'while_open' && rules.answersShown === 'names' && asksWhy
  const said = [
    t[isOpen ? 'open' : rules.answersShown]({ group: group.name }),
    method === 'consent' && rules.answersShown === 'counts' && t.objection,
    asksWhy && t.reasons[rules.answersShown],
  ]
  return <p class="soft">{said.filter(Boolean).join(' ')}</p>
}

/** Said by the script, before anything is sent: no network, or too late. */
const Unsent = ({ group, entry, locale }: RoundPageProps) => {
  const t = answerTexts[locale.lang]
  const proposal = paths.proposal(group, { id: entry.round.proposalId })
  return (
    <div role="status">
      <p class="soft" data-when="unsaved" hidden>
        {t.unsaved}
      </p>
      <div data-when="offline" hidden>
        <Notice tone="late" icon="cloud-off" first={t.offline}>
          {t.offlineThen({ until: until(locale, entry.closesAt) })}
        </Notice>
      </div>
      <div data-when="late" hidden>
        <Notice tone="late" first={t.tooLate}>
          {t.tooLateThen} <a href={proposal}>{t.sayInstead}</a>
        </Notice>
      </div>
    </div>
  )
}

const names: readonly string[] = ['choice', 'seat', ...explained]

/** Other forms of the same page are refused too. */
export const refusedAnswer = ({ refused }: Pick<RoundPageProps, 'refused'>) =>
  refused && Object.keys(refused.problems).every((name) => names.includes(name) || name.startsWith('rating-'))
    ? refused
    : null

/** One question, the answers with their consequences, one button. */
export const AnswerForm = (props: RoundPageProps & { place: OwnPlace; nth: number }) => {
  const { entry, group, mine, place, nth, locale } = props
  const refused = refusedAnswer(props)
  const t = texts[locale.lang]
  const seat = refused?.typed.seat
  const isThisOne = seat ? seat === place.seat.id : nth === 0
  // Another form than the first one: Chromium does not draw what follows when a refresh moves a form into a closed fold.
  const id = `${place.own ? 'changed-ballot' : 'ballot'}${nth > 0 ? `-${nth + 1}` : ''}`
  const form: FormState = { id, locale, refused: isThisOne ? refused : null, problems: problemsOf(props) }
  return (
    <answer-sheet data-closes={entry.closesAt.toISOString()} data-now={locale.now.toISOString()}>
      <ActionForm action={paths.ballot(group, entry.round)} locale={locale} form={form}>
        {mine.length > 1 && <input type="hidden" name="seat" value={place.seat.id} />}
        <Question {...props} form={form} />
        <Unsent {...props} />
        <Button busy={t.giving}>{place.own ? t.giveAgain : t.give}</Button>
        <Hidden {...props} />
      </ActionForm>
    </answer-sheet>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'answer-sheet': { 'data-closes': string; 'data-now': string; children?: unknown }
    }
  }
}
