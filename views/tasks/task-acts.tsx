import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { AreaField, TextField } from '../kit/field.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Back } from './back.tsx'
import { CompletionForm, needsResult } from './completion-form.tsx'
import { TaskFields } from './fields.tsx'
import type { TaskPageProps } from './task-page.tsx'
import { taskProblems, texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

const refusedIn = ({ refused }: TaskPageProps, form: NonNullable<TaskPageProps['refused']>['form']) =>
  refused?.form === form ? refused.input : null

/** Take over, tick off, change, give up, open again: what this person may do here, and why not the rest. */
export const TaskActs = (props: TaskPageProps) =>
  props.task.ending ? props.may.reopen && <Reopening {...props} /> : <OpenActs {...props} />

const OpenActs = (props: TaskPageProps) => {
  const { task, may, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      {may.takeOver && <TakeOver {...props} />}
      {may.complete ? (
        <CompletionForm
          {...props}
          back={paths.task(props.group, task)}
          rank={may.takeOver ? 'second' : undefined}
          refused={refusedIn(props, 'completion')}
        />
      ) : (
        <Blocked why={task.people.length === 0 ? t.whoMayCompleteNobody : t.whoMayComplete} />
      )}
      {(may.begin || may.halt) && <Progress {...props} />}
      {may.change && <Change {...props} />}
      {may.drop && <Drop {...props} />}
      {may.complete && !may.drop && needsResult(task) && (
        <Blocked why={t.whoMayDrop({ label: task.originLabel ?? '' })} />
      )}
    </>
  )
}

const TakeOver = ({ group, task, locale }: TaskPageProps) => (
  <ActionForm action={paths.taskPeople(group, task)} id="take-over" locale={locale}>
    <Back to={paths.task(group, task)} />
    <Button>{texts[locale.lang].takeOver}</Button>
  </ActionForm>
)

/** In progress or not: what others see on the board. */
const Progress = ({ group, task, may, locale }: TaskPageProps) => {
  const t = workTexts[locale.lang]
  const action = may.begin ? paths.taskBeginning(group, task) : paths.taskHalt(group, task)
  return (
    <ActionForm action={action} id="progress" locale={locale}>
      <Back to={paths.task(group, task)} />
      <Button rank="second">{may.begin ? t.begin : t.halt}</Button>
    </ActionForm>
  )
}

const Change = (props: TaskPageProps) => {
  const { group, task, members, me, locale } = props
  const t = texts[locale.lang]
  const refused = refusedIn(props, 'change')
  const form = { id: 'change-task', locale, refused, problems: taskProblems(locale) }
  return (
    <Fold id="change" label={t.change} icon="pencil" open={!!refused}>
      <ActionForm action={paths.task(group, task)} form={form} locale={locale}>
        <TaskFields form={form} members={members} me={me} task={task} />
        <Button busy={t.saving}>{t.save}</Button>
      </ActionForm>
    </Fold>
  )
}

const Drop = (props: TaskPageProps) => {
  const { group, task, locale } = props
  const t = texts[locale.lang]
  const refused = refusedIn(props, 'drop')
  const form = { id: 'drop-task', locale, refused, problems: t.problems }
  const fields = (
    <ActionForm action={paths.taskDrop(group, task)} form={form} locale={locale}>
      <p>{t.dropText}</p>
      <AreaField form={form} name="reason" label={t.dropWhy} rows={2} />
      <div class="actions">
        <Button>{t.drop}</Button>
        <Button rank="second" cancels>
          {t.keep}
        </Button>
      </div>
    </ActionForm>
  )
  if (refused) {
    return (
      <Fold id="drop" label={t.drop} open>
        {fields}
      </Fold>
    )
  }
  return (
    <Dialog id="drop" label={t.drop} title={t.dropTitle} rank="quiet">
      {fields}
    </Dialog>
  )
}

/** What one has just ticked off is taken back with one click, anything else with a reason. */
const Reopening = (props: TaskPageProps) => {
  const { group, task, may, locale } = props
  const t = texts[locale.lang]
  const form = { id: 'reopen-task', locale, refused: refusedIn(props, 'reopening'), problems: t.problems }
  return (
    <ActionForm action={paths.taskReopening(group, task)} form={form} locale={locale}>
      <Back to={paths.task(group, task)} />
      {!may.undo && <TextField form={form} name="reason" label={t.reopenWhy} max={500} />}
      <Button rank="second">{may.undo ? t.undo : t.reopen}</Button>
    </ActionForm>
  )
}
