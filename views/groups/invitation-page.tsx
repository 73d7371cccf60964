import type { OpenInvitation } from '#src/groups/invitations.ts'
import type { Person } from '#src/identity/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { PlainForm } from '../identity/plain-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { weekday } from '../kit/dates.ts'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Head } from '../kit/structure.tsx'
import { texts } from './entrance-texts.ts'

/** Somebody whose browser we know, somebody whose address we know, or somebody new. */
export type Invited = { as: 'signedIn' | 'known'; person: Person } | { as: 'new' }

type Props = {
  locale: Locale
  found: OpenInvitation
  alliance: string
  aim: string | null
  invited: Invited
  action: string
  refused?: Refused | null
}

const NewPerson = ({ form, locale }: { form: FormState; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <TextField form={form} name="name" label={t.yourName} hint={t.yourNameHint} autocomplete="name" max={100} />
      <p class="soft">{t.noPassword}</p>
    </>
  )
}

/** One page and one button; a new person says a name, nobody else says anything. */
export const InvitationPage = ({ locale, found, alliance, aim, invited, action, refused }: Props) => {
  const t = texts[locale.lang]
  const { group, invitation, invitedBy } = found
  const form: FormState = { id: 'accept', locale, refused, problems: t.nameProblems }
  return (
    <>
      <Head
        narrow
        title={t.invitationTitle({ group: group.name })}
        lead={t.invitationLead({ name: invitedBy, alliance })}
      >
        {aim && <p>{aim}</p>}
        {invitation.endsOn && <p>{t.invitationAsGuest({ day: weekday(locale, invitation.endsOn) })}</p>}
      </Head>
      <PlainForm action={action} form={form}>
        {invited.as === 'new' && <NewPerson form={form} locale={locale} />}
        {invited.as === 'known' && <p>{t.acceptKnown}</p>}
        <div>
          <Button>{invited.as === 'signedIn' ? t.acceptAs({ name: invited.person.name }) : t.accept}</Button>
        </div>
      </PlainForm>
    </>
  )
}

export const DeadInvitationPage = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <Head
      narrow
      title={t.invitationDead}
      lead={t.invitationDeadLead}
      actions={<LinkButton href={paths.signIn()}>{t.signIn}</LinkButton>}
    />
  )
}
