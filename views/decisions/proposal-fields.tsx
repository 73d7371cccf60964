import type { Child } from 'hono/jsx'
import type { SnapshotNote, SnapshotToDecide } from '#src/decisions/papers.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { ChoiceCards } from '../kit/choices.tsx'
import { weekday } from '../kit/dates.ts'
import { AreaField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './proposal-form-texts.ts'
import { texts as words } from './texts.ts'

type Values = Partial<Pick<Proposal, 'title' | 'wording' | 'rationale' | 'snapshotId' | 'scope' | 'legalEntity'>>

type Props = {
  form: FormState
  group: Pick<Group, 'kind'>
  snapshots: SnapshotToDecide[]
  /** From another group: it came with the proposal and stays with it. */
  brought?: SnapshotNote | null
  values?: Values
}

/** The sentences themselves. */
export const WordingFields = ({ form, values = {}, below }: Pick<Props, 'form' | 'values'> & { below?: Child }) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <TextField form={form} name="title" label={t.title} hint={t.titleHint} value={values.title} max={200} />
      {below}
      <AreaField form={form} name="wording" label={t.wording} hint={t.wordingHint} value={values.wording} rows={5} />
    </>
  )
}

/** With its day where another text is called the same, as what came back and was written anew is. */
function labelIn(locale: Locale, { title, number, documentId, createdAt }: SnapshotToDecide, all: SnapshotToDecide[]) {
  const label = `${title}, ${words[locale.lang].version({ number })}`
  const isAlike = all.some((other) => other.title === title && other.documentId !== documentId)
  return isAlike ? texts[locale.lang].frozenOn({ label, day: weekday(locale, createdAt) }) : label
}

/** Which frozen text it is about, if any. */
export const SnapshotField = ({ form, snapshots, values = {} }: Pick<Props, 'form' | 'snapshots' | 'values'>) => {
  const t = texts[form.locale.lang]
  if (snapshots.length === 0) return null
  const options = snapshots.map((one) => ({ value: one.id, label: labelIn(form.locale, one, snapshots) }))
  return (
    <SelectField
      form={form}
      name="snapshotId"
      label={t.snapshot}
      options={options}
      value={values.snapshotId ?? undefined}
      optional
    />
  )
}

const Brought = ({ form, brought: { id, title, number } }: { form: FormState; brought: SnapshotNote }) => {
  const t = texts[form.locale.lang]
  return (
    <p>
      <input type="hidden" name="snapshotId" value={id} />
      {t.about({ title, version: words[form.locale.lang].version({ number }) })}
    </p>
  )
}

const scopes = ['own_group', 'public_effect', 'money', 'other_groups'] as const

/** How far it reaches, each with what follows from it; money needs somebody who carries it. */
const ScopeCards = ({ form, group, values = {} }: Props) => {
  const t = texts[form.locale.lang]
  const labels = group.kind === 'circle' ? t.scopesCircle : t.scopes
  const entity = (
    <TextField
      form={form}
      name="legalEntity"
      label={t.legalEntity}
      hint={t.legalEntityHint}
      value={values.legalEntity}
      max={200}
    />
  )
  const choices = scopes.map((value) => ({ value, ...labels[value], more: value === 'money' ? entity : undefined }))
  return <ChoiceCards form={form} name="scope" legend={t.scope} choices={choices} value={values.scope ?? 'own_group'} />
}

/** Why, about which text, and how far it reaches. */
export const ContextFields = (props: Props) => {
  const { form, snapshots, brought, values = {} } = props
  const t = texts[form.locale.lang]
  return (
    <>
      {brought ? <Brought form={form} brought={brought} /> : <SnapshotField {...{ form, snapshots, values }} />}
      <AreaField form={form} name="rationale" label={t.rationale} value={values.rationale} rows={3} optional />
      <ScopeCards {...props} />
    </>
  )
}
