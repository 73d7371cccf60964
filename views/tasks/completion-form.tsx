import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, type Rank } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import { Back } from './back.tsx'
import { texts } from './texts.ts'

type Props = {
  task: TaskEntry
  group: Pick<Group, 'slug'>
  back: string
  /** Second where taking it over comes first. */
  rank?: Rank
  refused?: Refused | null
  locale: Locale
}

/** Somebody else waits for what comes of it: then it is said in a line. */
export const needsResult = ({ origin }: Pick<TaskEntry, 'origin'>) => origin === 'decision' || origin === 'return'

/** One line of result, then ticked off. */
export const CompletionForm = ({ task, group, back, rank, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: `complete-${task.id}`, locale, refused, problems: t.problems }
  const hint = needsResult(task) && task.originLabel ? t.resultHint({ origin: task.originLabel }) : undefined
  return (
    <ActionForm action={paths.taskCompletion(group, task)} form={form} locale={locale}>
      <Back to={back} />
      <TextField form={form} name="result" label={t.result} hint={hint} optional={!needsResult(task)} max={500} />
      <Button rank={rank} icon="check" busy={t.completing}>
        {t.complete}
      </Button>
    </ActionForm>
  )
}
