import type { PersonIn } from '#src/groups/people.ts'
import type { Group, Mandate } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as groupWords } from '../groups/texts.ts'
import { day } from '../kit/dates.ts'
import { PeopleList } from '../kit/people.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './group-texts.ts'

type Props = { people: PersonIn[]; mandate: Mandate | null; group: Group; me: string; locale: Locale }

/** "Leitung, du", "Gast bis 31. Dezember". */
function noteOn({ person, membership, roles }: PersonIn, me: string, locale: Locale): string {
  const t = texts[locale.lang]
  const { standing, endsOn, votes } = membership
  const held = [...new Set(roles)].map((role) => groupWords[locale.lang].roles[role])
  const isGuest = standing === 'guest'
  return [
    ...held,
    isGuest && endsOn && t.guestUntil({ day: day(locale, endsOn) }),
    !isGuest && !votes && t.withoutVote,
    person.id === me && t.you,
  ]
    .filter(Boolean)
    .join(', ')
}

/** A large group is named in full on its own page. */
const shown = 8

const officersFirst = (a: PersonIn, b: PersonIn) => Number(b.roles.length > 0) - Number(a.roles.length > 0)

export const PeopleBlock = ({ people, mandate, group, me, locale }: Props) => {
  const t = texts[locale.lang]
  const until = mandate?.validUntil
  const entries = [...people].sort(officersFirst).slice(0, people.length > shown + 1 ? shown : people.length)
  const others = people.length - entries.length
  return (
    <Block id="people" title={t.people}>
      <PeopleList people={entries.map((entry) => ({ name: entry.person.name, note: noteOn(entry, me, locale) }))} />
      {others > 0 && <p class="soft">{t.othersToo({ count: others })}</p>}
      <p class="link-line">
        <a href={paths.people(group)}>{until ? t.mandateUntil({ day: day(locale, until) }) : t.peopleMore}</a>
      </p>
    </Block>
  )
}
