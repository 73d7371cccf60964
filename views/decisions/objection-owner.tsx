import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { ObjectionAbilities } from '#src/decisions/objections/policy.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Actions } from '../kit/structure.tsx'
import { texts } from './objection-texts.ts'

type Act = 'integration' | 'downgrade' | 'withdrawal'

type Props = {
  group: Pick<Group, 'slug'>
  objection: ObjectionEntry
  may: ObjectionAbilities
  /** Which of the forms came back. */
  refused?: { form: string; input: Refused } | null
  locale: Locale
}

/** Whether it is worked in, has become a concern, or no longer stands: only its owner says so. */
export const OwnerActs = (props: Props) => {
  const acts: Act[] = [...(props.may.integrate ? (['integration'] as const) : []), 'downgrade', 'withdrawal']
  return (
    <Actions>
      {acts.map((act) => (
        <EndForm {...props} act={act} />
      ))}
    </Actions>
  )
}

const EndForm = ({ group, objection, act, refused, locale }: Props & { act: Act }) => {
  const t = texts[locale.lang]
  const { label, busy } = t.acts[act]
  const form = { id: `${act}-${objection.id}`, locale, refused: refused?.form === act ? refused.input : null }
  return (
    <Fold id={`${form.id}-fold`} label={label} open={!!form.refused}>
      <ActionForm action={paths.objectionPart(group, objection, act)} locale={locale} form={form}>
        <AreaField form={form} name="note" label={t.note} rows={2} optional />
        <Button busy={busy}>{label}</Button>
      </ActionForm>
    </Fold>
  )
}
