import type { OpenInvitation } from '#src/groups/invitations.ts'
import type { GroupLinks } from '#src/groups/links.ts'
import type { PersonIn } from '#src/groups/people.ts'
import type { PeopleAbilities } from '#src/groups/policy.ts'
import type { RuleSet } from '#src/groups/rule-sets.ts'
import type { Group, Mandate, Role } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { Invitations } from './invitations.tsx'
import { LinksBlock } from './links-block.tsx'
import { MandateBlock } from './mandate-block.tsx'
import { PersonRow } from './person-row.tsx'
import { RulesBlock } from './rules-block.tsx'
import { texts } from './texts.ts'

/** Which form of the page came back, and for a person's own forms whose. */
export type RefusedHere = { form: 'invite' | 'mandate' | 'role' | 'lastDay'; membershipId?: string; input: Refused }

export type PeoplePageProps = {
  locale: Locale
  group: Group
  me: string
  people: PersonIn[]
  /** The roles that mean something here. */
  roles: readonly Role[]
  /** The one who looks after the group alone, if it is one. */
  lastKeeper: string | null
  keepers: string[]
  invitations: OpenInvitation[]
  /** The newest first; one that is superseded is history. */
  mandates: Mandate[]
  /** Null for the circle itself. */
  links: GroupLinks | null
  today: string
  rules: RuleSet
  may: PeopleAbilities
  refused?: RefusedHere | null
}

/** Who speaks for the group stands first; the others follow by name. */
const byRole = (roles: readonly Role[]) => {
  const place = (entry: PersonIn) => Math.min(...entry.roles.map((role) => roles.indexOf(role)), roles.length)
  return (a: PersonIn, b: PersonIn) => place(a) - place(b)
}

const Everybody = (props: PeoplePageProps) => {
  const t = texts[props.locale.lang]
  const members = props.people.filter(({ membership }) => membership.standing === 'member').sort(byRole(props.roles))
  const guests = props.people.filter(({ membership }) => membership.standing === 'guest')
  return (
    <>
      <Block id="members" title={t.members}>
        <Rows first>
          {members.map((entry) => (
            <PersonRow {...props} entry={entry} />
          ))}
        </Rows>
      </Block>
      {guests.length > 0 && (
        <Block id="guests" title={t.guests}>
          <Rows>
            {guests.map((entry) => (
              <PersonRow {...props} entry={entry} />
            ))}
          </Rows>
        </Block>
      )}
    </>
  )
}

/** What has a page of its own: what was handed over, what the circle was told, and the end. */
const MoreAbout = ({ locale, group, may }: PeoplePageProps) => {
  const t = texts[locale.lang]
  const links = [
    { href: paths.handovers(group), words: t.handovers },
    may.report ? { href: paths.newReport(group), words: t.newReport } : { href: paths.allReports(), words: t.reports },
    ...(may.prepareEnd ? [{ href: paths.groupEnd(group), words: t.end }] : []),
  ]
  return links.map(({ href, words }) => (
    <p class="link-line">
      <a href={href}>{words}</a>
    </p>
  ))
}

/** Who belongs here, what the group is for, and how it decides. */
export const PeoplePage = (props: PeoplePageProps) => {
  const { locale, group } = props
  const t = texts[locale.lang]
  const words = group.kind === 'circle' ? t.circlePeople : t.people
  const here = paths.people(group)
  const isGuest = props.people.some(
    ({ person, membership }) => person.id === props.me && membership.standing === 'guest',
  )
  return (
    <>
      <GroupHead locale={locale} group={group} tab="people" isGuest={isGuest} title={words} />
      <Cols
        asideLabel={t.mandateAndRules}
        aside={
          <Live id="mandate" on="mandates ruleSets people" href={here}>
            {props.links && <LinksBlock locale={locale} links={props.links} />}
            <MandateBlock {...props} />
            <RulesBlock locale={locale} group={group} ruleSet={props.rules} />
            {!isGuest && (
              <p class="link-line">
                <a href={paths.seats(group)}>{t.whoVotes}</a>
              </p>
            )}
          </Live>
        }
      >
        <Live id="people" on="people" href={here}>
          <Everybody {...props} />
          <Invitations {...props} />
          {!isGuest && <MoreAbout {...props} />}
        </Live>
      </Cols>
    </>
  )
}
