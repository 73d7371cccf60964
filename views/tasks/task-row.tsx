import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { TaskAbilities } from '#src/tasks/policy.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Back } from './back.tsx'
import { CompletionForm, needsResult } from './completion-form.tsx'
import { TaskMeta } from './task-meta.tsx'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

export type RowAbilities = Pick<TaskAbilities, 'complete' | 'undo' | 'takeOver' | 'change' | 'begin' | 'halt'>

export type TaskRowProps = {
  task: TaskEntry
  group: Pick<Group, 'slug' | 'name'>
  may: RowAbilities
  /** The page on which the row stands: where one is again after ticking off. */
  back: string
  /** In lists over several groups. */
  showGroup?: boolean
  locale: Locale
}

/** Large box, title, who and until when. Ticked off, it keeps its place with "Rückgängig". */
export const TaskRow = (props: TaskRowProps) => {
  const { task, group, showGroup, locale } = props
  return (
    <li class={looks(task)} id={`task-${task.id}`}>
      <Tick {...props} />
      <TaskMeta task={task} group={group} showGroup={showGroup} acts={acts(props)} locale={locale} />
    </li>
  )
}

const looks = ({ ending }: TaskEntry) => (ending ? `todo ${ending.kind}` : 'todo')

const acts = ({ task, group, may, back, locale }: TaskRowProps): Child[] => {
  const t = texts[locale.lang]
  return [
    may.takeOver && (
      <SmallAct action={paths.taskPeople(group, task)} id={`take-${task.id}`} back={back} locale={locale}>
        {t.takeOver}
      </SmallAct>
    ),
    may.undo && (
      <SmallAct action={paths.taskReopening(group, task)} id={`undo-${task.id}`} back={back} locale={locale}>
        {t.undo}
      </SmallAct>
    ),
    may.begin && (
      <SmallAct action={paths.taskBeginning(group, task)} id={`begin-${task.id}`} back={back} locale={locale}>
        {workTexts[locale.lang].begin}
      </SmallAct>
    ),
    may.halt && (
      <SmallAct action={paths.taskHalt(group, task)} id={`halt-${task.id}`} back={back} locale={locale}>
        {workTexts[locale.lang].halt}
      </SmallAct>
    ),
    may.change && <a href={paths.task(group, task)}>{t.change}</a>,
  ]
}

type ActProps = { action: string; id: string; back: string; locale: Locale; children?: Child }

const SmallAct = ({ action, id, back, locale, children }: ActProps) => (
  <ActionForm action={action} id={id} locale={locale} inline>
    <Back to={back} />
    <Button rank="quiet">{children}</Button>
  </ActionForm>
)

/** Drawn, not offered: what is pressed is the whole line. */
export const Box = ({ done, dropped }: { done?: boolean; dropped?: boolean }) => (
  <span class="box" aria-hidden="true">
    {done && <Icon name="check" />}
    {dropped && <Icon name="x" />}
  </span>
)

const Tick = (props: TaskRowProps) => {
  const { task, group, may, back, locale } = props
  const t = texts[locale.lang]
  if (task.ending) return <Ticked {...props} />
  if (!may.complete) {
    return (
      <p class="tick still">
        <Box />
        <span>
          <span class="vh">{t.isOpen} </span>
          <a href={paths.task(group, task)}>{task.title}</a>
        </span>
      </p>
    )
  }
  if (needsResult(task)) return <TickWithResult {...props} />
  return (
    <ActionForm action={paths.taskCompletion(group, task)} id={`tick-${task.id}`} locale={locale} inline>
      <Back to={back} />
      <button class="tick" type="submit">
        <Box />
        <span>
          <span class="vh">{t.tickOff} </span>
          {task.title}
        </span>
      </button>
    </ActionForm>
  )
}

/** A task that somebody else waits for says what was done before it is ticked off. */
const TickWithResult = ({ task, group, back, locale }: TaskRowProps) => (
  <details class="tick-fold" id={`tick-${task.id}`}>
    <summary class="tick">
      <Box />
      <span>
        <span class="vh">{texts[locale.lang].tickOff} </span>
        {task.title}
      </span>
    </summary>
    <CompletionForm task={task} group={group} back={back} locale={locale} />
  </details>
)

const Ticked = ({ task, group, locale }: TaskRowProps) => (
  <p class="tick">
    <Box done={task.ending?.kind === 'done'} dropped={task.ending?.kind === 'dropped'} />
    <span>
      <span class="vh">{texts[locale.lang].isDone} </span>
      <a href={paths.task(group, task)}>
        <s>{task.title}</s>
      </a>
    </span>
  </p>
)
