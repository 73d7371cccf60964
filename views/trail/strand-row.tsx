import type { Child } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import type { Strand, TrailTask } from '#src/trail/trail.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { ShelfMark } from '../kit/sheet.tsx'
import type { State } from '../kit/states.ts'
import { Status } from '../kit/status.tsx'
import { CheckMark } from './marked.tsx'
import { texts } from './texts.ts'

type Props = { strand: Strand; locale: Locale }

const standingStates = {
  in_force: 'adopted',
  not_yet: 'not_yet',
  expired: 'expired',
  superseded: 'superseded',
  annulled: 'annulled',
  in_doubt: 'in_doubt',
  rejected: 'rejected',
  status_quo_confirmed: 'status_quo_confirmed',
} as const satisfies Record<Strand['standing'], State>

const Station = ({ label, children }: { label: string; children?: Child }) => (
  <li>
    <b>{label}</b>
    <div>{children}</div>
  </li>
)

const Text = ({ strand: { text }, locale }: Props) => {
  const t = texts[locale.lang]
  if (!text) return <span class="soft">{t.noText}</span>
  return text.isInside ? (
    <a href={paths.document({ slug: text.slug }, text)}>{text.title}</a>
  ) : (
    <span>{text.title}</span>
  )
}

const stateOfTask = (ending: TrailTask['ending'], lang: Locale['lang']) => {
  const t = texts[lang]
  return ending === null ? t.open : t[ending]
}

const Tasks = ({ strand: { tasks, group, isInside }, locale }: Props) => {
  const t = texts[locale.lang]
  if (tasks.all === 0) return <span class="soft">{t.noTasks}</span>
  if (!isInside || tasks.own.length === 0) return <>{t.taskCount(tasks)}</>
  return (
    <ul class="plain">
      {tasks.own.map((task) => (
        <li>
          <a href={paths.task(group, task)}>{task.title}</a>{' '}
          <span class="soft">({stateOfTask(task.ending, locale.lang)})</span>{' '}
          <CheckMark thing="task" id={task.id} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

const Result = ({ strand: { tasks, isInside }, locale }: Props) => {
  const t = texts[locale.lang]
  const said = tasks.own.filter(({ ending, result }) => ending === 'done' && result !== '')
  if (!isInside || said.length === 0) return <span class="soft">{tasks.all > 0 ? t.results(tasks) : t.noResult}</span>
  return (
    <ul class="plain">
      {said.map(({ result }) => (
        <li>{result}</li>
      ))}
    </ul>
  )
}

const FateWords = ({ strand: { fate }, locale }: Props) => {
  if (!fate) return <span class="soft">{texts[locale.lang].notSent}</span>
  const label = fate.href ? <a href={fate.href}>{fate.label}</a> : fate.label
  return (
    <>
      {label} <Status state={fate.state as State} locale={locale} />
    </>
  )
}

/** One decision with what lies before and behind it, station by station. */
export const StrandRow = ({ strand, locale }: Props) => {
  const t = texts[locale.lang]
  const { id, cited, title, group, decidedOn, standing } = strand
  return (
    <li class="strand" id={cited}>
      <h3>
        <a href={paths.decision(cited)}>{title}</a> <CheckMark thing="decision" id={id} locale={locale} />
      </h3>
      <ol class="strand-stations plain">
        <Station label={t.position}>
          <Text strand={strand} locale={locale} />
        </Station>
        <Station label={t.decision}>
          <ShelfMark number={cited} /> <Status state={standingStates[standing]} locale={locale} />
          <br />
          <span class="soft">
            {group.name}, {day(locale, decidedOn)}
          </span>
        </Station>
        <Station label={t.fate}>
          <FateWords strand={strand} locale={locale} />
        </Station>
        <Station label={t.tasks}>
          <Tasks strand={strand} locale={locale} />
        </Station>
        <Station label={t.result}>
          <Result strand={strand} locale={locale} />
        </Station>
      </ol>
    </li>
  )
}
