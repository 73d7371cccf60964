import type { Count, RoundOption } from '#src/decisions/rounds/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { numberFormat } from '../kit/formats.ts'
import { Table } from '../kit/table.tsx'
import { texts } from './result-texts.ts'

type Counted = Pick<Count, 'tally' | 'chosenId'>
type Option = Pick<RoundOption, 'id' | 'title' | 'position' | 'isPassive'>
type Props = { options: Option[]; count: Counted; locale: Locale }

const of = ({ tally }: Counted, what: string, { position }: Option) => tally[`${what}_${position}`]

/** "86,0 %" from tenths, which are whole numbers (`DOMAIN.md 4.1 G12`). */
export const percent = (locale: Locale, tenths: number | undefined) =>
  tenths === undefined
    ? '–'
    : numberFormat(locale.lang, { style: 'percent', minimumFractionDigits: 1 }).format(tenths / 1000)

const marks = ({ option, count, locale }: Omit<Props, 'options'> & { option: Option }): string[] => {
  const t = texts[locale.lang]
  const said = [
    option.id === count.chosenId && t.chosen,
    (of(count, 'tied', option) ?? 0) > 0 && t.tied,
    option.isPassive && t.passive,
  ]
  return said.filter((mark) => mark !== false)
}

const Name = (props: Omit<Props, 'options'> & { option: Option }) => {
  const { option, count } = props
  const more = marks(props)
  return (
    <>
      {option.id === count.chosenId ? <b>{option.title}</b> : option.title}
      {more.length > 0 && <span class="soft"> ({more.join(', ')})</span>}
    </>
  )
}

/** The least resistance on top. */
const ranked = ({ options, count }: Props) =>
  options.toSorted((one, other) => (of(count, 'sum', one) ?? 0) - (of(count, 'sum', other) ?? 0))

/** Who has won, as a sentence. */
export const RatedSentence = ({ options, count, locale }: Props) => {
  const chosen = options.find(({ id }) => id === count.chosenId)
  if (!chosen) return null
  const sum = of(count, 'sum', chosen) ?? 0
  const facts = { title: chosen.title, sum, most: 10 * (count.tally.complete ?? 0) }
  const t = texts[locale.lang]
  return <p>{chosen.isPassive ? t.stays(facts) : t.won(facts)}</p>
}

/** Sums and acceptance per option: the same as a table, readable row by row. */
export const RatedTable = (props: Props) => {
  const { count, locale } = props
  const t = texts[locale.lang]
  const columns = [
    { label: t.option },
    ...[t.sum, t.acceptance, t.highest, t.high].map((label) => ({ label, figure: true })),
  ]
  const rows = ranked(props).map((option) => [
    <Name option={option} count={count} locale={locale} />,
    of(count, 'sum', option) ?? '–',
    percent(locale, of(count, 'acceptance', option)),
    of(count, 'highest', option) ?? '–',
    of(count, 'high', option) ?? '–',
  ])
  return <Table caption={t.ratedCaption} columns={columns} rows={rows} />
}
