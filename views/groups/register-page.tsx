import type { OpenInvitation } from '#src/groups/invitations.ts'
import type { GroupInBrief } from '#src/groups/register.ts'
import type { Standing } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { shortDay } from '../kit/dates.ts'
import { CheckField, SelectField } from '../kit/field.tsx'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Cols, Head } from '../kit/structure.tsx'
import { OpenInvitations } from './invitations.tsx'
import { InviteForm } from './invite-form.tsx'
import { texts as inviteTexts } from './invite-texts.ts'
import { texts } from './register-texts.ts'
import { listed } from './roles.ts'

type Props = {
  locale: Locale
  alliance: string
  groups: GroupInBrief[]
  /** My standing, by id of the group. */
  mine: Map<string, Standing>
  today: string
  /** For coordinators. */
  coordination: { invitations: OpenInvitation[]; refused?: Refused | null } | null
}

const Margin = ({ locale, entry, today }: { locale: Locale; entry: GroupInBrief; today: string }) => {
  const t = texts[locale.lang]
  const { mandate, group } = entry
  if (group.state === 'dissolved') return <Rand main={t.dissolved} />
  if (!mandate) return <Rand main={t.withoutMandate} />
  if (!mandate.validUntil) return <Rand top={t.mandateSince} main={shortDay(locale, mandate.validFrom)} />
  const isOver = mandate.validUntil < today
  return <Rand top={isOver ? t.mandateEnded : t.mandateUntil} main={shortDay(locale, mandate.validUntil)} />
}

const speakers = (locale: Locale, { group, leads, delegates }: GroupInBrief) => {
  const t = texts[locale.lang]
  if (group.kind === 'circle' || group.state === 'dissolved') return []
  return [
    leads.length > 0 ? t.leads({ names: listed(locale, leads) }) : t.withoutLead,
    delegates.length > 0 && t.delegates({ names: listed(locale, delegates) }),
  ]
}

/** What the circle shows to all members of the alliance has a page of its own. */
const wayToCircle = ({ group }: GroupInBrief, mine: Props['mine']) =>
  group.kind === 'circle' && [...mine.values()].includes('member') ? paths.circle() : undefined

/** How it ended, for everybody; until then where its end is prepared, for who carries it out. */
const WayToEnd = ({ locale, entry: { group }, coordination }: Props & { entry: GroupInBrief }) => {
  const t = texts[locale.lang]
  const isOver = group.state === 'dissolved'
  if (group.kind === 'circle' || !(isOver || coordination)) return null
  return (
    <p class="link-line">
      <a href={paths.groupEnd(group)}>{isOver ? t.howItEnded : t.end}</a>
    </p>
  )
}

const GroupRow = (props: Props & { entry: GroupInBrief }) => {
  const { locale, entry, mine, today } = props
  const t = texts[locale.lang]
  const standing = mine.get(entry.group.id)
  const belonging = standing && (standing === 'guest' ? t.guest : t.member)
  return (
    <Row
      rand={<Margin locale={locale} entry={entry} today={today} />}
      title={entry.group.name}
      href={standing ? paths.group(entry.group) : wayToCircle(entry, mine)}
      meta={[...speakers(locale, entry), belonging].filter(Boolean).join('\u00A0· ')}
    >
      <p>{entry.group.state === 'dissolved' ? t.isDissolved : (entry.mandate?.aim ?? t.noAim)}</p>
      <WayToEnd {...props} />
    </Row>
  )
}

const Coordination = ({ locale, groups, today, coordination }: Props) => {
  const t = texts[locale.lang]
  const options = groups.map(({ group }) => ({ value: group.id, label: group.name }))
  return (
    <>
      {coordination && coordination.invitations.length > 0 && (
        <Block id="invitations" title={inviteTexts[locale.lang].invited}>
          <OpenInvitations
            locale={locale}
            invitations={coordination.invitations}
            revocation={(invitation) => paths.revocationAnywhere(invitation)}
            withGroup
          />
        </Block>
      )}
      <Block id="invite-anywhere" title={t.inviteAnywhere}>
        <InviteForm
          locale={locale}
          action={paths.invitationsAnywhere()}
          today={today}
          refused={coordination?.refused}
          more={(form) => (
            <>
              <SelectField form={form} name="group" label={t.group} options={options} />
              <CheckField form={form} name="asLead" label={t.asLead} hint={t.asLeadHint} />
            </>
          )}
        />
      </Block>
    </>
  )
}

const List = (props: Props) => (
  <Live id="groups" on="groups people mandates" href={paths.groups()}>
    {props.groups.length === 0 && (
      <Empty first={texts[props.locale.lang].noGroups}>{texts[props.locale.lang].noGroupsMore}</Empty>
    )}
    <h2 class="vh">{texts[props.locale.lang].groups}</h2>
    <Rows first>
      {props.groups.map((entry) => (
        <GroupRow {...props} entry={entry} />
      ))}
    </Rows>
  </Live>
)

/** All groups of the alliance: what each is for and who speaks for it. What a group is working on stays inside. */
export const RegisterPage = (props: Props) => {
  const { locale, alliance, coordination } = props
  const t = texts[locale.lang]
  const actions = coordination && (
    <LinkButton href={paths.newGroup()} icon="plus">
      {t.newGroup}
    </LinkButton>
  )
  return (
    <>
      <Head over={alliance} title={t.groups} lead={t.groupsLead} actions={actions} />
      {coordination ? (
        <Cols asideLabel={t.coordination} aside={<Coordination {...props} />}>
          <List {...props} />
        </Cols>
      ) : (
        <List {...props} />
      )}
    </>
  )
}
