import type { PersonIn } from '#src/groups/people.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, shortDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import type { PeoplePageProps } from './people-page.tsx'
import { Departure, LastDay, Roles } from './person-forms.tsx'
import { termInWords } from './roles.ts'
import { texts } from './texts.ts'

export type PersonProps = PeoplePageProps & { entry: PersonIn }

const Margin = ({ locale, entry }: { locale: Locale; entry: PersonIn }) => {
  const t = texts[locale.lang]
  const { membership } = entry
  return membership.endsOn ? (
    <Rand top={t.lastDay} main={shortDay(locale, membership.endsOn)} />
  ) : (
    <Rand top={t.since} main={shortDay(locale, membership.startedAt)} />
  )
}

const facts = ({ locale, me, entry }: PersonProps) => {
  const t = texts[locale.lang]
  const { membership, terms, organisation, person } = entry
  const isAttending = membership.standing === 'member' && !membership.votes
  return [
    ...terms.map((term) => termInWords(locale, term)),
    isAttending && t.noVote,
    organisation,
    person.id === me && t.you,
  ].filter(Boolean)
}

/** For those who look after the group: roles, last day, goodbye. */
const Changes = (props: PersonProps) => {
  const { locale, entry, refused } = props
  const t = texts[locale.lang]
  const isRefused = refused?.membershipId === entry.membership.id
  const label = (
    <>
      {t.change}
      <span class="vh">: {entry.person.name}</span>
    </>
  )
  return (
    <Fold id={`change-${entry.membership.id}`} label={label} rank="quiet" open={isRefused}>
      {entry.membership.standing === 'guest' ? <LastDay {...props} /> : <Roles {...props} />}
      <Departure {...props} />
    </Fold>
  )
}

/** Somebody who belongs to the group: since when, as what, and what can be changed about it. */
export const PersonRow = (props: PersonProps) => {
  const { locale, entry, may, me } = props
  const mine = entry.person.id === me
  return (
    <Row
      id={`person-${entry.membership.id}`}
      rand={<Margin locale={locale} entry={entry} />}
      title={entry.person.name}
      meta={facts(props).join('\u00A0· ')}
      go={may.seeOff && <Changes {...props} />}
    >
      {entry.terms
        .filter((term) => term.givenBy)
        .map((term) => (
          <p class="meta">
            {texts[locale.lang].roleSince({
              role: texts[locale.lang].roles[term.role],
              day: day(locale, term.startsOn),
              givenBy: term.givenBy,
            })}
          </p>
        ))}
      {!may.seeOff && mine && <Departure {...props} />}
    </Row>
  )
}
