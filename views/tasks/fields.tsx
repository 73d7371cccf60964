import type { Child } from 'hono/jsx'
import type { Member } from '#src/tasks/adding.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import { CheckList } from '../kit/choices.tsx'
import { DateField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './texts.ts'

type Props = { form: FormState; members: Member[]; me: string; task?: TaskEntry; below?: Child }

/** What, until when, who: the same three for a new task and for a change. */
export const TaskFields = ({ form, members, me, task, below }: Props) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <TextField form={form} name="title" label={t.title} hint={t.titleHint} value={task?.title} max={200} />
      {below}
      <DateField form={form} name="dueOn" label={t.due} value={task?.dueOn ?? ''} optional />
      <CheckList
        form={form}
        name="personIds"
        legend={t.who}
        hint={t.whoHint}
        options={members.map(({ id, name }) => ({ value: id, label: name, note: id === me ? t.me : undefined }))}
        values={task?.people.map(({ id }) => id)}
      />
    </>
  )
}
