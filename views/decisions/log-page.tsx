import type { Corrected } from '#src/decisions/register/corrected.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { DecisionEntry, LogChoices, LogFilter } from '#src/decisions/register/log.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { DecisionRows } from './decision-rows.tsx'
import { texts } from './log-texts.ts'
import { texts as words } from './texts.ts'

type Props = {
  filter: LogFilter
  choices: LogChoices
  decisions: DecisionEntry[]
  fates: Map<string, Fate>
  corrected: Map<string, Corrected[]>
  locale: Locale
}

/** The register over all groups. */
export const LogPage = (props: Props) => {
  const { filter, decisions, fates, corrected, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head title={words[locale.lang].decisions} lead={t.lead} />
      <Filter {...props} />
      <Live id="log" on="decisions" href={paths.decisionLog(filter)}>
        <section class="block" aria-label={words[locale.lang].decisions}>
          {decisions.length > 0 ? (
            <>
              <p class="soft">{t.found({ count: decisions.length })}</p>
              <DecisionRows {...{ decisions, fates, corrected, locale }} showGroup />
            </>
          ) : (
            <Nothing {...props} />
          )}
        </section>
      </Live>
    </>
  )
}

const isFiltered = ({ group, year, outcome }: LogFilter) => Boolean(group || year || outcome)

const Nothing = ({ filter, locale }: Props) => {
  const t = texts[locale.lang]
  if (!isFiltered(filter)) return <Empty first={t.emptyFirst}>{t.emptyThen}</Empty>
  return (
    <Empty first={t.noneFirst} actions={<a href={paths.decisionLog()}>{t.all}</a>}>
      {t.noneThen}
    </Empty>
  )
}

type Option = { value: string; label: string }

const Choice = ({
  name,
  label,
  options,
  chosen,
  any,
}: {
  name: string
  label: string
  options: Option[]
  chosen: string
  any: string
}) => (
  <div class="field">
    <label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name}>
      <option value="">{any}</option>
      {options.map(({ value, label: words }) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </div>
)

/** A plain form: the address of what one sees can be passed on. */
const Filter = ({ filter, choices, locale }: Props) => {
  const t = texts[locale.lang]
  const outcomes = [
    { value: 'adopted', label: t.outcomes.adopted },
    { value: 'rejected', label: t.outcomes.rejected },
  ]
  const groups = choices.groups.map(({ slug, name }) => ({ value: slug, label: name }))
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }))
  if (groups.length === 0) return null
  return (
    <form method="get" action={paths.decisionLog()} class="filter">
      <Choice name="group" label={t.group} options={groups} chosen={filter.group ?? ''} any={t.any} />
      <Choice name="year" label={t.year} options={years} chosen={String(filter.year ?? '')} any={t.any} />
      <Choice name="outcome" label={t.outcome} options={outcomes} chosen={filter.outcome ?? ''} any={t.any} />
      <Button rank="second">{t.show}</Button>
    </form>
  )
}
