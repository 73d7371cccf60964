import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import type { PersonProps } from './person-row.tsx'
import { texts } from './texts.ts'

const formOf = ({ locale, entry, refused }: PersonProps, kind: 'role' | 'lastDay'): FormState => ({
  id: `${kind}-${entry.membership.id}`,
  locale,
  refused: refused?.form === kind && refused.membershipId === entry.membership.id ? refused.input : null,
  problems: texts[locale.lang].roleProblems,
})

const NeedsKeeper = ({ locale, kind }: { locale: Locale; kind: 'working_group' | 'circle' }) => {
  const t = texts[locale.lang]
  return kind === 'circle' ? (
    <Blocked why={t.lastCoordinator}>{t.lastCoordinatorMore}</Blocked>
  ) : (
    <Blocked why={t.lastLead}>{t.lastLeadMore}</Blocked>
  )
}

const EndRoles = ({ locale, group, entry, lastKeeper, roles }: PersonProps) => {
  const t = texts[locale.lang]
  const guarded = lastKeeper === entry.membership.id ? roles[0] : undefined
  const endable = entry.roles.filter((role) => role !== guarded)
  return (
    <Actions>
      {endable.map((role) => (
        <ActionForm
          action={paths.roleEnd(group, entry.membership, role)}
          locale={locale}
          id={`end-${role}-${entry.membership.id}`}
          inline
        >
          <Button rank="second">{t.endRole({ role: t.roles[role] })}</Button>
        </ActionForm>
      ))}
    </Actions>
  )
}

/** Give a role with its term, or end one. */
export const Roles = (props: PersonProps) => {
  const { locale, group, entry, roles, today } = props
  const t = texts[locale.lang]
  const form = formOf(props, 'role')
  return (
    <>
      {entry.roles.length > 0 && <EndRoles {...props} />}
      <ActionForm action={paths.roles(group, entry.membership)} form={form} locale={locale}>
        <SelectField
          form={form}
          name="role"
          label={t.role}
          options={roles.map((role) => ({ value: role, label: t.roles[role] }))}
        />
        <DateField form={form} name="endsOn" label={t.roleEnds} hint={t.roleEndsHint} min={today} optional />
        <TextField form={form} name="givenBy" label={t.givenBy} hint={t.givenByHint} optional />
        <div>
          <Button rank="second">{t.giveRole}</Button>
        </div>
      </ActionForm>
    </>
  )
}

export const LastDay = (props: PersonProps) => {
  const { locale, group, entry, today } = props
  const t = texts[locale.lang]
  const form = formOf(props, 'lastDay')
  return (
    <ActionForm action={paths.lastDay(group, entry.membership)} form={form} locale={locale}>
      <DateField form={form} name="endsOn" label={t.newLastDay} value={entry.membership.endsOn ?? ''} min={today} />
      <div>
        <Button rank="second">{t.setLastDay}</Button>
      </div>
    </ActionForm>
  )
}

/** Leaving, or seeing somebody off: the page behind it shows what is in hand, and asks once more. */
export const Departure = ({ locale, group, me, entry, lastKeeper }: PersonProps) => {
  const t = texts[locale.lang]
  const label = entry.person.id === me ? t.leave : t.seeOff({ name: entry.person.name })
  return (
    <>
      {lastKeeper === entry.membership.id && <NeedsKeeper locale={locale} kind={group.kind} />}
      <p>
        <LinkButton href={paths.departure(group, entry.membership)} rank="quiet">
          {label}
        </LinkButton>
      </p>
    </>
  )
}
