import type { LogChoices } from '#src/decisions/register/log-choices.ts'
import type { LogFilter } from '#src/decisions/register/log-filter.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { texts } from './log-texts.ts'
import { texts as words } from './texts.ts'

type Props = { filter: LogFilter; choices: LogChoices; locale: Locale }

type Option = { value: string; label: string }
type ChoiceProps = { name: string; label: string; options: Option[]; chosen: string | number | undefined; any: string }

/** A choice that leaves nothing to choose is not shown. */
const Choice = ({ name, label, options, chosen = '', any }: ChoiceProps) =>
  options.length > 0 ? (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === String(chosen)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  ) : null

const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const isMoreChosen = ({ topic, idea, outcome, method, standing, review, progress }: LogFilter) =>
  Boolean(topic || idea || outcome || method || standing || review || progress)

const Words = ({ filter, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <div class="field">
      <label for="filter-words">{t.words}</label>
      <input id="filter-words" name="words" type="search" value={filter.words ?? ''} maxlength={200} />
    </div>
  )
}

const More = ({ filter, choices, locale }: Props) => {
  const t = texts[locale.lang]
  const { any } = t
  const topics = choices.topics.map((topic) => ({ value: topic, label: topic }))
  const ideas = choices.ideas.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))
  const due = [{ value: 'due', label: t.due }]
  return (
    <Fold id="filter-more" label={t.more} rank="quiet" open={isMoreChosen(filter)}>
      <div class="filter">
        <Choice
          name="standing"
          label={t.standing}
          options={optionsOf(t.standings)}
          chosen={filter.standing}
          any={any}
        />
        <Choice name="outcome" label={t.outcome} options={optionsOf(t.outcomes)} chosen={filter.outcome} any={any} />
        <Choice
          name="method"
          label={t.method}
          options={optionsOf(words[locale.lang].methods)}
          chosen={filter.method}
          any={any}
        />
        <Choice
          name="progress"
          label={t.progress}
          options={optionsOf(t.progresses)}
          chosen={filter.progress}
          any={any}
        />
        <Choice name="review" label={t.review} options={due} chosen={filter.review} any={any} />
        <Choice name="topic" label={t.topic} options={topics} chosen={filter.topic} any={any} />
        <Choice name="idea" label={t.idea} options={ideas} chosen={filter.idea} any={any} />
      </div>
    </Fold>
  )
}

/** A plain form: the address of what one sees can be passed on. */
export const LogFilterForm = (props: Props) => {
  const { filter, choices, locale } = props
  const t = texts[locale.lang]
  const groups = choices.groups.map(({ slug, name }) => ({ value: slug, label: name }))
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }))
  if (groups.length === 0) return null
  return (
    <form method="get" action={paths.decisionLog()} class="stack log-filter">
      <div class="filter">
        <Words {...props} />
        <Choice name="group" label={t.group} options={groups} chosen={filter.group} any={t.any} />
        <Choice name="year" label={t.year} options={years} chosen={filter.year} any={t.any} />
        <Button rank="second">{t.show}</Button>
      </div>
      <More {...props} />
    </form>
  )
}
