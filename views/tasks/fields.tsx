import type { Member } from '#src/tasks/adding.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import { CheckList } from '../kit/choices.tsx'
import { AreaField, DateField, SelectField, TextField } from '../kit/field.tsx'
import { type FormState, problemNames } from '../kit/form-state.ts'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

/** What the fields begin with: a task as it is, or nothing but the words for a new one. */
type Begun = Pick<TaskEntry, 'title' | 'details'> & Partial<TaskEntry>

type Props = { form: FormState; members: Member[]; me: string; task?: Begun | undefined }

/** What, until when, who: the same for a new task and for a change. What few tasks need lies folded below. */
export const TaskFields = ({ form, members, me, task }: Props) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <TextField form={form} name="title" label={t.title} hint={t.titleHint} value={task?.title} max={200} />
      <DateField form={form} name="dueOn" label={t.due} value={task?.dueOn ?? ''} optional />
      <CheckList
        form={form}
        name="personIds"
        legend={t.who}
        hint={t.whoHint}
        options={members.map(({ id, name }) => ({ value: id, label: name, note: id === me ? t.me : undefined }))}
        values={task?.people?.map(({ id }) => id)}
      />
      <More form={form} task={task} />
    </>
  )
}

const inMore = ['details', 'beginsOn', 'unit', 'every']

const isFilled = (task?: Begun) => Boolean(task?.details || task?.startsOn || task?.rhythm)

const isTyped = ({ refused }: FormState) => inMore.some((name) => refused?.typed[name])

const More = ({ form, task }: Pick<Props, 'form' | 'task'>) => {
  const t = workTexts[form.locale.lang]
  const isOpen = isFilled(task) || isTyped(form) || problemNames(form).some((name) => inMore.includes(name))
  return (
    <details class="more" id={`${form.id}-more`} open={isOpen}>
      <summary>{t.more}</summary>
      <AreaField form={form} name="details" label={t.details} value={task?.details} rows={4} optional />
      <DateField form={form} name="beginsOn" label={t.beginsOn} value={task?.startsOn ?? ''} optional />
      <RhythmFields form={form} task={task} />
    </details>
  )
}

const RhythmFields = ({ form, task }: Pick<Props, 'form' | 'task'>) => {
  const t = workTexts[form.locale.lang]
  const units = (['', 'week', 'month'] as const).map((value) => ({ value, label: t.units[value] }))
  return (
    <>
      <SelectField
        form={form}
        name="unit"
        label={t.unit}
        hint={t.unitHint}
        options={units}
        value={task?.rhythm?.unit ?? ''}
      />
      <TextField
        form={form}
        name="every"
        type="number"
        label={t.every}
        hint={t.everyHint}
        value={task?.rhythm ? String(task.rhythm.every) : ''}
        optional
      />
    </>
  )
}
