import type { SeatAnswer } from '#src/decisions/ballots/by-seat.ts'
import type { NamedAnswer } from '#src/decisions/rounds/entries.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Block } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import { texts } from './result-texts.ts'
import { texts as rounds } from './round-texts.ts'
import { texts as words } from './texts.ts'

type Props = {
  /** Seat by seat; none where the rules show numbers alone. */
  answers: SeatAnswer[]
  late?: NamedAnswer[]
  /** How many were counted: raised hands have no names. */
  counted?: number
  options?: Pick<RoundOption, 'id' | 'title'>[]
  /** Said above, instead of the heading for rounds that still run. */
  title?: string
  note?: string
  locale: Locale
}

/** Why it counted or did not, who said it where that is not plain, and how much it weighs. */
function notes({ seat, reason, given }: SeatAnswer, locale: Locale): string {
  const t = texts[locale.lang]
  const said = [
    given && given.by !== seat.name && t.by({ name: given.by }),
    given?.enteredBy && t.enteredBy({ name: given.enteredBy }),
    seat.weight > 1 && t.weight(seat),
    given ? t.why[reason] : seat.recused && reason !== 'void_recused' ? t.recused : t.whyNot[reason],
  ]
  return said.filter(Boolean).join(' · ')
}

const Late = ({ late, locale }: { late: NamedAnswer[]; locale: Locale }) => (
  <>
    {late.map(({ choice, reason, holder }) => (
      <p class="paragraphs">
        {words[locale.lang].choices[choice]}{' '}
        <span class="soft">
          ({rounds[locale.lang].tooLate}
          {late.length > 1 && `, ${holder.name}`})
        </span>
        {reason && `\n${reason}`}
      </p>
    ))}
  </>
)

const Said = ({ answer, late, locale }: { answer: SeatAnswer; late: NamedAnswer[]; locale: Locale }) => {
  const { given } = answer
  const more = notes(answer, locale)
  return (
    <>
      {given && <b>{words[locale.lang].choices[given.choice]}</b>} {more && <span class="soft">{more}</span>}
      {given?.reason && <p class="paragraphs">{given.reason}</p>}
      <Late late={late} locale={locale} />
    </>
  )
}

const Rating = ({ answer, options = [], locale }: Pick<Props, 'options' | 'locale'> & { answer: SeatAnswer }) => {
  const { seat, given } = answer
  const isIncomplete = given !== null && options.some(({ id }) => !given.ratings.has(id))
  const more = [isIncomplete && texts[locale.lang].incomplete, notes(answer, locale)].filter(Boolean).join(' · ')
  return (
    <>
      {seat.name} {more && <span class="soft">{more}</span>}
    </>
  )
}

/** Every seat with its ratings, one column per option. */
const Ratings = ({ answers, options = [], locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Table
      caption={t.ratedBy}
      columns={[{ label: t.who }, ...options.map(({ title }) => ({ label: title, figure: true }))]}
      rows={answers.map((answer) => [
        <Rating answer={answer} options={options} locale={locale} />,
        ...options.map(({ id }) => answer.given?.ratings.get(id) ?? '–'),
      ])}
    />
  )
}

/** Each seat with what counted and what came too late. */
const Named = ({ answers, late = [], locale }: Props) => (
  <Facts
    facts={answers.map((answer) => {
      const lateOnes = late.filter(({ seatId }) => seatId === answer.seat.id)
      return { term: answer.seat.name, words: <Said answer={answer} late={lateOnes} locale={locale} /> }
    })}
  />
)

/** Who answered how, seat by seat, and what came too late: for the members of the group, after the count. */
export const SeatAnswers = (props: Props) => {
  const { options = [], counted = 0, title, note, locale } = props
  // Of a round that was broken off there is nothing to say about single seats.
  const answers = props.answers.filter(({ given, reason }) => given || reason in texts[locale.lang].whyNot)
  if (answers.length === 0) return null
  if (counted > 0 && answers.every(({ given }) => !given)) return <p class="soft">{texts[locale.lang].byHands}</p>
  return (
    <Block id="answers" title={title ?? rounds[locale.lang].answers}>
      {note && <p class="soft">{note}</p>}
      {options.length > 0 ? <Ratings {...props} answers={answers} /> : <Named {...props} answers={answers} />}
    </Block>
  )
}
