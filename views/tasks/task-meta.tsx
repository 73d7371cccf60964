import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, day, daysUntil } from '../kit/dates.ts'
import { isOver, remaining, until, wasDue } from '../kit/deadline.ts'
import { Icon } from '../kit/icon.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { rhythmWords } from './rhythm-words.ts'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

type Props = {
  task: TaskEntry
  group: Pick<Group, 'slug' | 'name'>
  showGroup?: boolean
  /** What can be done from here. */
  acts?: Child[]
  locale: Locale
}

/** "Gerd · bis Fr, 9. Oktober · EN-2026-004": who, until when, from where; then what can be done. */
export const TaskMeta = ({ task, group, showGroup, acts = [], locale }: Props) => (
  <div class="meta">
    <CheckMark thing="task" id={task.id} locale={locale} />{' '}
    <Dotted
      items={[
        showGroup && <a href={paths.tasks(group)}>{group.name}</a>,
        ...(task.ending ? endedWords(task, locale) : openWords(task, locale)),
        task.originLabel && <Origin task={task} group={group} locale={locale} />,
        ...progressWords(task, locale),
        ...acts,
      ]}
    />
  </div>
)

const Dotted = ({ items }: { items: Child[] }) => (
  <>
    {items.filter(Boolean).map((item, place) => (
      <>
        {place > 0 && '\u00A0· '}
        {item}
      </>
    ))}
  </>
)

const openWords = (task: TaskEntry, locale: Locale): Child[] => [
  <Responsible task={task} locale={locale} />,
  isAhead(task, locale) && workTexts[locale.lang].from({ day: day(locale, task.startsOn ?? '') }),
  <DueDay task={task} locale={locale} />,
  task.begunAt && <b>{workTexts[locale.lang].begun}</b>,
]

const isAhead = ({ startsOn }: TaskEntry, locale: Locale) => startsOn !== null && daysUntil(locale, startsOn) > 0

/** How far the checklist is, how often it comes, how much was said: only what there is. */
function progressWords({ steps, remarks, rhythm }: TaskEntry, locale: Locale): Child[] {
  const t = workTexts[locale.lang]
  return [
    rhythm && rhythmWords(locale, rhythm),
    steps.all > 0 && t.stepsDone(steps),
    remarks > 0 && t.said({ count: remarks }),
  ]
}

function endedWords(task: TaskEntry, locale: Locale): Child[] {
  const t = texts[locale.lang]
  if (!task.ending) return []
  const name = task.endedBy ?? t.somebody
  const who = task.ending.kind === 'done' ? t.doneBy({ name }) : t.droppedBy({ name })
  return [`${who} ${ago(locale, task.ending.createdAt)}`, task.ending.words && `„${task.ending.words}“`]
}

export const Responsible = ({ task, locale }: { task: Pick<TaskEntry, 'people'>; locale: Locale }) =>
  task.people.length === 0 ? (
    <b>{texts[locale.lang].nobody}</b>
  ) : (
    <span>{task.people.map(({ name }) => name).join(', ')}</span>
  )

/** Red and in words when the day has passed. */
export const DueDay = ({ task, locale }: { task: Pick<TaskEntry, 'dueOn'>; locale: Locale }) => {
  if (!task.dueOn) return <span>{texts[locale.lang].noDate}</span>
  if (!isOver(locale, task.dueOn)) return <span>{until(locale, task.dueOn)}</span>
  return (
    <span class="due-late">
      <Icon name="triangle-alert" /> <b>{remaining(locale, task.dueOn)}</b>, {wasDue(locale, task.dueOn)}
    </span>
  )
}

type OriginProps = {
  task: TaskEntry
  group: Pick<Group, 'slug'>
  /** The way to the comment, where it was asked for and there is one for whoever reads. */
  comment?: string | null
  locale: Locale
}

/** Numbers are shelf marks, a meeting and a comment are named in words. */
export const Origin = ({ task, group, comment, locale }: OriginProps) => {
  const label = task.originLabel ?? ''
  if (task.origin !== 'comment') return <ShelfMark number={label} href={originHref(task, group)} />
  const words = texts[locale.lang].fromComment({ title: label })
  return comment ? <a href={comment}>{words}</a> : <span>{words}</span>
}

export function originHref(
  { origin, originId, originLabel }: TaskEntry,
  group: Pick<Group, 'slug'>,
): string | undefined {
  const of = { id: originId ?? '' }
  switch (origin) {
    case 'decision':
      return paths.decision(originLabel ?? '')
    case 'return':
      return paths.referral(group, of)
    case 'meeting':
      return paths.minutes(group, of)
    default:
      return undefined
  }
}
