import type { OpenInvitation } from '#src/groups/invitations.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { shortDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { InviteForm } from './invite-form.tsx'
import { texts } from './invite-texts.ts'
import type { PeoplePageProps } from './people-page.tsx'
import { listed } from './roles.ts'
import { texts as peopleTexts } from './texts.ts'

type ListProps = {
  locale: Locale
  invitations: OpenInvitation[]
  revocation: (invitation: OpenInvitation['invitation']) => string
  withGroup?: boolean
}

/** Invitations without an answer; each can be withdrawn. */
export const OpenInvitations = ({ locale, invitations, revocation, withGroup }: ListProps) => {
  const t = texts[locale.lang]
  const { roles } = peopleTexts[locale.lang]
  return (
    <Rows>
      {invitations.map(({ invitation, group, invitedBy }) => (
        <Row
          rand={<Rand top={t.validUntil} main={shortDay(locale, invitation.expiresAt)} />}
          title={invitation.email}
          meta={[
            withGroup && group.name,
            invitation.standing === 'guest' ? t.asGuest : t.asMember,
            invitation.role && roles[invitation.role],
            t.invitedBy({ name: invitedBy }),
          ]
            .filter(Boolean)
            .join(' · ')}
          go={
            <ActionForm action={revocation(invitation)} locale={locale} id={`revoke-${invitation.id}`} inline>
              <Button rank="second">
                {t.revoke}
                <span class="vh">: {invitation.email}</span>
              </Button>
            </ActionForm>
          }
        />
      ))}
    </Rows>
  )
}

const WhoCan = ({ locale, group, keepers }: PeoplePageProps) => {
  const t = texts[locale.lang]
  const names = keepers.length > 0 ? listed(locale, keepers) : t.nobody
  return <Blocked why={group.kind === 'circle' ? t.inviteBlockedCircle({ names }) : t.inviteBlocked({ names })} />
}

/** For those who look after the group; for the others who that is. */
export const Invitations = (props: PeoplePageProps) => {
  const { locale, group, may, invitations, refused, today } = props
  const t = texts[locale.lang]
  if (!may.invite) return <WhoCan {...props} />
  const input = refused?.form === 'invite' ? refused.input : null
  return (
    <Block id="invitations" title={t.invited}>
      {invitations.length === 0 ? (
        <p class="soft">{t.noInvitations}</p>
      ) : (
        <OpenInvitations
          locale={locale}
          invitations={invitations}
          revocation={(invitation) => paths.invitationRevocation(group, invitation)}
        />
      )}
      <Fold id="invite-fold" label={t.invite} icon="user-plus" open={input !== null}>
        <InviteForm locale={locale} action={paths.invitations(group)} today={today} refused={input} />
      </Fold>
    </Block>
  )
}
