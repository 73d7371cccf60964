import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Rand, Remaining } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Back } from '../tasks/back.tsx'
import { CompletionForm, needsResult } from '../tasks/completion-form.tsx'
import { Origin, originHref } from '../tasks/task-meta.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { Dotted } from './dotted.tsx'
import { texts } from './texts.ts'

type Props = { duty: Extract<Duty, { kind: 'do' }>; locale: Locale }

/** A task that others wait for asks for a line of result first. */
const TickOff = ({ duty: { group, task }, locale }: Props) => {
  const t = texts[locale.lang]
  if (needsResult(task)) {
    return (
      <Fold id={`tick-${task.id}`} label={t.tickOff} icon="check">
        <CompletionForm task={task} group={group} back={paths.start()} locale={locale} />
      </Fold>
    )
  }
  return (
    <ActionForm action={paths.taskCompletion(group, task)} id={`tick-${task.id}`} locale={locale} inline>
      <Back to={paths.start()} />
      <Button rank="second" icon="check">
        {t.tickOff}
      </Button>
    </ActionForm>
  )
}

export const TaskDuty = (props: Props) => {
  const { duty, locale } = props
  const { group, task } = duty
  const t = texts[locale.lang]
  const origin =
    task.origin === 'comment' ? (
      <Origin task={task} group={group} locale={locale} />
    ) : (
      task.originLabel && (
        <>
          {task.origin === 'return' && `${t.fromReturn} `}
          {task.origin === 'decision' && `${t.fromDecision} `}
          <ShelfMark number={task.originLabel} href={originHref(task, group)} />
        </>
      )
    )
  return (
    <Row
      rand={task.dueOn ? <Remaining until={task.dueOn} locale={locale} /> : <Rand main={t.noDate} />}
      title={task.title}
      href={paths.task(group, task)}
      meta={
        <>
          <CheckMark thing="task" id={task.id} locale={locale} /> <Dotted items={[t.yourTask, group.name, origin]} />
        </>
      }
      go={<TickOff {...props} />}
    />
  )
}
