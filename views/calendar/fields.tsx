import type { DeadlineChoices } from '#src/calendar/choices.ts'
import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { Group } from '#src/groups/schema.ts'
import { ChoiceCards } from '../kit/choices.tsx'
import { DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './texts.ts'

type Props = {
  form: FormState
  group: Pick<Group, 'id' | 'kind'>
  choices: DeadlineChoices
  deadline?: ShownDeadline
  today: string
}

const kinds = ['consultation', 'event', 'other'] as const

const options = (entries: { id: string; name: string }[]) => entries.map(({ id, name }) => ({ value: id, label: name }))

/** The one that is chosen is offered even when it is not among those that were written last. */
function papersFor({ choices, deadline, group }: Props) {
  const chosen = deadline?.groupId === group.id ? deadline.paper : null
  const known = choices.papers.filter(({ id }) => id !== chosen?.id)
  return options([...(chosen ? [chosen] : []), ...known].map(({ id, title }) => ({ id, name: title })))
}

/** Whoever sees to it chooses the text: what a group writes is not for others to look through. */
const PaperField = (props: Props) => {
  const { form, group, deadline } = props
  const t = texts[form.locale.lang]
  const papers = papersFor(props)
  return (
    <SelectField
      form={form}
      name="documentId"
      label={t.paper}
      hint={group.kind === 'circle' ? `${t.paperHint} ${t.paperHere}` : t.paperHint}
      options={papers}
      value={papers.find(({ value }) => value === deadline?.paper?.id)?.value ?? ''}
      optional
    />
  )
}

/** What, set by whom, until when, who sees to it, and with which text. */
export const DeadlineFields = (props: Props) => {
  const { form, group, choices, deadline, today } = props
  const t = texts[form.locale.lang]
  return (
    <>
      <TextField form={form} name="title" label={t.name} hint={t.nameHint} value={deadline?.title} max={200} />
      <ChoiceCards
        form={form}
        name="kind"
        legend={t.kind}
        value={deadline?.kind ?? 'consultation'}
        choices={kinds.map((kind) => ({ value: kind, title: t.kinds[kind], text: t.kindTexts[kind] }))}
      />
      <TextField
        form={form}
        name="counterpart"
        label={t.counterpart}
        hint={t.counterpartHint}
        value={deadline?.counterpart}
        max={200}
        optional
      />
      <DateField
        form={form}
        name="dueOn"
        label={t.dueOn}
        value={deadline?.dueOn ?? ''}
        min={deadline ? undefined : today}
      />
      {group.kind === 'circle' && (
        <SelectField
          form={form}
          name="groupId"
          label={t.responsible}
          options={options(choices.groups)}
          value={deadline?.groupId ?? group.id}
        />
      )}
      <PaperField {...props} />
    </>
  )
}
