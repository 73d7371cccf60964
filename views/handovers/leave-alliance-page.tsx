import type { Part } from '#src/handovers/leaving/alliance.ts'
import type { Person } from '#src/identity/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Actions, Block, Head } from '../kit/structure.tsx'
import { HeldList, nobody } from './held-list.tsx'
import { texts } from './leave-texts.ts'

type Props = {
  locale: Locale
  target: Pick<Person, 'id' | 'name'>
  isMe: boolean
  parts: Part[]
  refused?: Refused
}

/** Each group has its own field, so its problems are told with its name. */
const problemsOf = (locale: Locale, parts: Part[]): FormState['problems'] => {
  const t = texts[locale.lang]
  const each = parts.map(({ group }) => {
    const name = { group: group.name }
    const said = { unknown: t.goneIn(name), double_link: t.doubleIn(name), last_keeper: t.keptIn(name) }
    return [`successor-${group.id}`, said] as const
  })
  return { ...Object.fromEntries(each), givenBy: t.problems.givenBy }
}

const holdsRoles = ({ held }: Part) => held.some(({ kind }) => kind === 'role')

const InGroup = ({ locale, part, isMe, form }: Props & { part: Part; form: FormState }) => {
  const t = texts[locale.lang]
  const { group, held, others } = part
  const options = others.map(({ person }) => ({ value: person.id, label: person.name }))
  return (
    <Block id={`in-${group.slug}`} title={group.name}>
      {isMe ? <HeldList locale={locale} held={held} /> : <p>{t.items({ count: held.length })}</p>}
      {held.length > 0 && (
        <SelectField
          form={form}
          name={`successor-${group.id}`}
          label={t.successorIn({ group: group.name })}
          value={nobody}
          options={[{ value: nobody, label: t.nobody }, ...options]}
        />
      )}
      {holdsRoles(part) && !part.passesRoles && <p>{t.rolesVacant}</p>}
    </Block>
  )
}

/** Leaving the alliance: everything that is in hand anywhere, and one goodbye. */
export const LeaveAlliancePage = (props: Props) => {
  const { locale, target, isMe, parts, refused } = props
  const t = texts[locale.lang]
  const form: FormState = { id: 'leave-all', locale, refused: refused ?? null, problems: problemsOf(locale, parts) }
  const hasRoles = parts.some((part) => part.passesRoles && holdsRoles(part))
  return (
    <>
      <Head
        title={isMe ? t.allianceTitle : t.allianceTitleOf(target)}
        lead={isMe ? t.allianceLead : t.allianceLeadOf}
      />
      <ActionForm action={paths.leavingAlliance(target)} form={form} locale={locale} plain>
        {parts.map((part) => (
          <InGroup {...props} part={part} form={form} />
        ))}
        {hasRoles && <TextField form={form} name="givenBy" label={t.givenBy} hint={t.givenByHint} optional />}
        <Actions>
          <Button>{isMe ? t.allianceDo : t.allianceDoOf}</Button>
          <LinkButton href={isMe ? paths.me() : paths.groups()} rank="quiet">
            {t.stay}
          </LinkButton>
        </Actions>
      </ActionForm>
    </>
  )
}
