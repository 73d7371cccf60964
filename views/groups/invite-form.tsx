import type { Child } from 'hono/jsx'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { DateField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './invite-texts.ts'

type Props = {
  locale: Locale
  action: string
  today: string
  refused?: Refused | null
  /** Fields that only this place has. */
  more?: (form: FormState) => Child
}

/** Who, and as what. The link goes to the person alone. */
export const InviteForm = ({ locale, action, today, refused, more }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'invite', locale, refused, problems: t.inviteProblems }
  const lastDay = <DateField form={form} name="endsOn" label={t.lastDayOfGuest} min={today} />
  return (
    <ActionForm action={action} form={form} locale={locale}>
      <p>{t.inviteLead}</p>
      {more?.(form)}
      <TextField form={form} name="email" label={t.address} type="email" />
      <ChoiceCards
        form={form}
        name="standing"
        legend={t.as}
        value="member"
        choices={[
          { value: 'member', title: t.asMember, text: t.asMemberMore },
          { value: 'guest', title: t.asGuest, text: t.asGuestMore, more: lastDay },
        ]}
      />
      <div>
        <Button icon="mail" busy={t.sending}>
          {t.sendInvitation}
        </Button>
      </div>
    </ActionForm>
  )
}
