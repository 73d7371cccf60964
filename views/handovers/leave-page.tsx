import type { PersonIn } from '#src/groups/people.ts'
import type { Group } from '#src/groups/schema.ts'
import type { Held } from '#src/handovers/leaving/holdings.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { HeldList, nobody } from './held-list.tsx'
import { texts } from './leave-texts.ts'

type Props = {
  locale: Locale
  group: Group
  target: PersonIn
  isMe: boolean
  held: Held[]
  /** Members who could take over. */
  others: PersonIn[]
  /** Without somebody who takes over nobody could change anything here. */
  isLastKeeper: boolean
  /** Whether roles go on as well, or become vacant. */
  passesRoles: boolean
  refused?: Refused
}

const Farewell = ({ locale, group, target, isMe, held, others, isLastKeeper, passesRoles, refused }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'leave', locale, refused: refused ?? null, problems: t.problems }
  const options = others.map(({ person }) => ({ value: person.id, label: person.name }))
  const hasRoles = held.some(({ kind }) => kind === 'role')
  return (
    <ActionForm action={paths.departure(group, target.membership)} form={form} locale={locale}>
      {isLastKeeper && (
        <Notice tone="care" first={group.kind === 'circle' ? t.needsCoordinator : t.needsLead}>
          {t.needsMore}
        </Notice>
      )}
      <SelectField
        form={form}
        name="successor"
        label={t.successor}
        hint={t.successorHint}
        value={nobody}
        options={[{ value: nobody, label: t.nobody }, ...options]}
      />
      {hasRoles && !passesRoles && <p>{t.rolesVacant}</p>}
      {hasRoles && passesRoles && (
        <TextField form={form} name="givenBy" label={t.givenBy} hint={t.givenByHint} optional />
      )}
      <Actions>
        <Button>{isMe ? t.leave : t.seeOff}</Button>
        <LinkButton href={paths.people(group)} rank="quiet">
          {t.stay}
        </LinkButton>
      </Actions>
    </ActionForm>
  )
}

/** Leaving a group: what is in hand, who goes on with it, and goodbye, in one step. */
export const LeavePage = (props: Props) => {
  const { locale, group, target, isMe, held } = props
  const t = texts[locale.lang]
  const names = { name: target.person.name, group: group.name }
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        isGuest={target.membership.standing === 'guest'}
        title={isMe ? t.leaveTitle(names) : t.seeOffTitle(names)}
        lead={isMe ? t.leaveLead : t.seeOffLead}
      />
      <Block id="in-hand" title={isMe ? t.inHand : t.theirHand(names)}>
        <HeldList locale={locale} held={held} />
      </Block>
      <Block id="farewell" title={t.whatNext} narrow>
        <Farewell {...props} />
        {isMe && (
          <p class="link-line">
            <a href={paths.leavingAlliance(target.person)}>{t.alsoAlliance}</a>
          </p>
        )}
      </Block>
    </>
  )
}
