import type { Order, RowChoice } from '#src/documents/comparisons/choosing.ts'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Row } from '#src/documents/comparisons/rows.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { texts } from './comparison-texts.ts'

/** The buttons in the head of the table belong to it. */
export const rowFormId = 'row-choice'

type Here = { group: { slug: string }; document: { id: string }; locale: Locale }
type Option = readonly [value: string, label: string]

const countOf = (rows: Row[], wanted: Row['state']) => rows.filter(({ state }) => state === wanted).length

/** How far the rows have come, at a glance. */
export const RowSummary = ({ rows, locale }: { rows: Row[]; locale: Locale }) => {
  const t = texts[locale.lang]
  if (rows.length === 0) return null
  const counts = { open: countOf(rows, 'open'), inWork: countOf(rows, 'in_work'), agreed: countOf(rows, 'agreed') }
  return (
    <p class="row-summary">
      <b>{t.count({ shown: rows.length, all: rows.length })}:</b> {t.summary(counts)}
    </p>
  )
}

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
    <label for={`rows-${name}`}>{label}</label>
    <select id={`rows-${name}`} name={name}>
      <option value="">{any}</option>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </div>
)

const without = (words: Record<string, string>): Option[] => Object.entries(words).filter(([value]) => value !== '')

const used = (facts: ComparisonFacts, rows: Row[]) => ({
  ideas: facts.ideas
    .filter(({ code }) => rows.some(({ ideas }) => ideas.includes(code)))
    .map(({ code, title }): Option => [code, `${code} ${title}`]),
  groups: facts.groups
    .filter(({ slug }) => rows.some(({ responsible }) => responsible === slug))
    .map(({ slug, name }): Option => [slug, name]),
})

type Props = Here & {
  all: Row[]
  facts: ComparisonFacts
  choice?: RowChoice
  /** Where the rows themselves are on this page; otherwise the form leads to theirs. */
  order?: Order
}

const inPlace = (action: string) => ({
  'hx-get': action,
  'hx-target': '#rows',
  'hx-select': '#rows',
  'hx-swap': 'outerMorph',
  'hx-push-url': 'true',
})

/** A plain form: the address of what one sees can be passed on. Only what occurs can be chosen. */
export const RowFilter = ({ group, document, all, choice, order, facts, locale }: Props) => {
  const t = texts[locale.lang]
  const { ideas, groups } = used(facts, all)
  const action = paths.rows(group, document)
  return (
    <form method="get" action={action} class="filter row-filter" id={rowFormId} {...(order ? inPlace(action) : {})}>
      {order && <input type="hidden" name="sorted" value={`${order.descending ? '-' : ''}${order.by}`} />}
      {choice?.version && <input type="hidden" name="version" value={choice.version} />}
      <Choice
        name="assessment"
        label={t.columns.assessment}
        options={without(t.assessments)}
        chosen={choice?.assessment ?? ''}
        any={t.all}
      />
      <Choice
        name="state"
        label={t.columns.state}
        options={without(t.states)}
        chosen={choice?.state ?? ''}
        any={t.all}
      />
      {ideas.length > 0 && (
        <Choice name="idea" label={t.columns.ideas} options={ideas} chosen={choice?.idea ?? ''} any={t.all} />
      )}
      {groups.length > 0 && (
        <Choice
          name="responsible"
          label={t.columns.responsible}
          options={groups}
          chosen={choice?.responsible ?? ''}
          any={t.all}
        />
      )}
      <div class="field">
        <label for="rows-words">{t.words}</label>
        <input
          id="rows-words"
          name="words"
          type="search"
          value={choice?.words ?? ''}
          title={t.wordsHint}
          maxlength={200}
        />
      </div>
      <Button rank="second">{t.apply}</Button>
    </form>
  )
}
